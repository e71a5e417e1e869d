using System.Runtime.InteropServices;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <content>How bytes come to the disk, and in which order.</content>
public sealed partial class ColumnStore
{
    private void WriteGeneration(StoreAddress address, int generation, CandleSeries first, CandleSeries rest)
    {
        string path = layout.Generation(address, generation);
        disk.CreateFolder(path);
        WriteColumns(path, 0, first, rest);
        disk.FlushFolder(path);
        disk.FlushFolder(layout.Series(address));
        ColumnChecksums checksums = default(ColumnChecksums).Then(first.Columns).Then(rest.Columns);
        Commit(new StoreHead(address, generation, first.Count + rest.Count, checksums));
    }

    // Behind the last candle that the head counts nobody reads, so a cut-off append is as if it had not begun.
    private void Append(StoreHead head, CandleSeries added)
    {
        string path = layout.Generation(head.Address, head.Generation);
        WriteColumns(path, head.Count, added);
        Commit(head with { Count = head.Count + added.Count, Checksums = head.Checksums.Then(added.Columns) });
    }

    private void WriteColumns(string generation, int from, params ReadOnlySpan<CandleSeries> pieces)
    {
        Guard.That(BitConverter.IsLittleEndian);
        for (int column = 0; column < ColumnChecksums.Names.Count; column++)
        {
            using IDiskFile file = disk.Open(StoreLayout.Column(generation, column), isEmptied: from == 0);
            long offset = (long)from * sizeof(double);
            foreach (CandleSeries piece in pieces)
            {
                ReadOnlySpan<byte> bytes = BytesOf(piece, column);
                file.Write(bytes, offset);
                offset += bytes.Length;
            }

            file.Flush();
        }
    }

    private static ReadOnlySpan<byte> BytesOf(CandleSeries candles, int column) => column switch
    {
        0 => MemoryMarshal.AsBytes(candles.Times),
        1 => MemoryMarshal.AsBytes(candles.Opens),
        2 => MemoryMarshal.AsBytes(candles.Highs),
        3 => MemoryMarshal.AsBytes(candles.Lows),
        4 => MemoryMarshal.AsBytes(candles.Closes),
        _ => MemoryMarshal.AsBytes(candles.Volumes),
    };

    private void Commit(StoreHead head)
    {
        string fresh = layout.Head(head.Address) + ".new";
        using (IDiskFile file = disk.Open(fresh, isEmptied: true))
        {
            file.Write(head.ToBytes(), 0);
            file.Flush();
        }

        disk.Rename(fresh, layout.Head(head.Address));
        disk.FlushFolder(layout.Series(head.Address));
    }

    // Each folder's name must be durable in its parent before anything in it counts.
    private void CreateFolders(StoreAddress address)
    {
        foreach ((string parent, string folder) in layout.Way(address))
        {
            disk.CreateFolder(folder);
            disk.FlushFolder(parent);
        }
    }

    // What a write that was cut off left behind; readers of the generation before have it open already.
    private void DeleteLeftovers(StoreAddress address, int generation)
    {
        foreach (string name in disk.Folders(layout.Series(address)))
        {
            string path = Path.Combine(layout.Series(address), name);
            if (path != layout.Generation(address, generation))
            {
                disk.DeleteFolder(path);
            }
        }
    }
}
