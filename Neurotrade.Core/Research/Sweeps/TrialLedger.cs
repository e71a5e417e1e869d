using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Every combination ever tried of one strategy over one data set, each once, however often it was tried: what the
/// deflated Sharpe ratio must know. Append-only in a stream; what a kill tore at its end is cut off.
/// </summary>
public sealed class TrialLedger
{
    private const int KeyBytes = 16;
    private const int CheckBytes = 8;
    private const int RecordBytes = KeyBytes + (2 * sizeof(double)) + CheckBytes;

    // Combinations that are held against the ledger at once, some 80 MB of them.
    private const int KeysAtOnce = 1 << 20;

    private readonly Stream stream;

    private TrialLedger(Stream stream) => this.stream = stream;

    /// <summary>How many combinations were tried.</summary>
    public int Count { get; private set; }

    /// <summary>What was tried, in the order in which it first was, read as it is asked for.</summary>
    public IEnumerable<Trial> Trials => Records().Select(record => record.Trial);

    private static ReadOnlySpan<byte> Magic => "NTTRIAL1"u8;

    /// <summary>
    /// A name for the trials of a strategy over a data set: the same whatever values its parameters have in the file.
    /// </summary>
    /// <param name="strategyIdentity">The template's identity.</param>
    /// <param name="dataFingerprint">The candles' identity.</param>
    /// <param name="from">First open time of the run; null: all there is.</param>
    /// <param name="to">End of the run; null: all there is.</param>
    public static string NameOf(string strategyIdentity, string dataFingerprint, Instant? from, Instant? to) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', strategyIdentity, dataFingerprint, from, to))).AsSpan(0, KeyBytes));

    /// <summary>Opens a ledger; an empty stream is an empty one, another file is refused.</summary>
    /// <param name="stream">Can be read, written, sought and cut.</param>
    /// <param name="name">What a refusal calls it.</param>
    public static TrialLedger Open(Stream stream, string name)
    {
        TrialLedger ledger = new(stream);
        byte[] head = new byte[Magic.Length];
        stream.Position = 0;
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            stream.SetLength(0);
            stream.Write(Magic);
        }
        else if (!head.AsSpan().SequenceEqual(Magic))
        {
            throw new InputException(new Problem(name, 0, 0, "is no trial ledger; expected one, or none"));
        }

        ledger.Recover();
        return ledger;
    }

    /// <summary>Adds combinations that were tried, in their order, each once; says how many were not there before.</summary>
    /// <param name="plan">The sweep's plan, whose parameters and values name each combination.</param>
    /// <param name="rows">What they came to.</param>
    public int Add(SweepPlan plan, IEnumerable<SweepRow> rows)
    {
        int before = Count;
        List<UInt128> order = [];
        Dictionary<UInt128, Trial> fresh = [];
        foreach (SweepRow row in rows)
        {
            UInt128 key = KeyOf(plan, row.Combination);
            if (fresh.TryAdd(key, new Trial(row.Figures[RunFigures.Sharpe], row.Figures[RunFigures.Trades])))
            {
                order.Add(key);
            }

            if (order.Count == KeysAtOnce)
            {
                Append(order, fresh);
            }
        }

        Append(order, fresh);
        return Count - before;
    }

    private void Append(List<UInt128> order, Dictionary<UInt128, Trial> fresh)
    {
        foreach ((UInt128 key, _) in Records())
        {
            fresh.Remove(key);
        }

        stream.Position = stream.Length;
        byte[] record = new byte[RecordBytes];
        foreach (UInt128 key in order)
        {
            if (fresh.TryGetValue(key, out Trial trial))
            {
                BinaryPrimitives.WriteUInt128LittleEndian(record, key);
                BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(KeyBytes), trial.Sharpe);
                BinaryPrimitives.WriteDoubleLittleEndian(record.AsSpan(KeyBytes + sizeof(double)), trial.Trades);
                CheckOf(record.AsSpan(..^CheckBytes)).CopyTo(record.AsSpan(^CheckBytes..));
                stream.Write(record);
                Count++;
            }
        }

        order.Clear();
        fresh.Clear();
    }

    /// <summary>Hands what was added to whoever holds the stream's bytes.</summary>
    public void Flush() => stream.Flush();

    private static UInt128 KeyOf(SweepPlan plan, long combination)
    {
        string text = string.Join('\n', plan.SetOf(combination).Select(one => $"{one.Key}={one.Value}"));
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static byte[] CheckOf(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..CheckBytes];

    private void Recover()
    {
        byte[] record = new byte[RecordBytes];
        stream.Position = Magic.Length;
        while (stream.ReadAtLeast(record, RecordBytes, throwOnEndOfStream: false) == RecordBytes
            && CheckOf(record.AsSpan(..^CheckBytes)).AsSpan().SequenceEqual(record.AsSpan(^CheckBytes..)))
        {
            Count++;
        }

        stream.SetLength(Magic.Length + ((long)Count * RecordBytes));
    }

    // Whole by now: what was torn is cut off when it is opened.
    private IEnumerable<(UInt128 Key, Trial Trial)> Records()
    {
        byte[] record = new byte[RecordBytes];
        for (int i = 0; i < Count; i++)
        {
            stream.Position = Magic.Length + ((long)i * RecordBytes);
            stream.ReadExactly(record);
            yield return (
                BinaryPrimitives.ReadUInt128LittleEndian(record),
                new Trial(
                    BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(KeyBytes)),
                    BinaryPrimitives.ReadDoubleLittleEndian(record.AsSpan(KeyBytes + sizeof(double)))));
        }
    }
}

/// <summary>One combination that was tried.</summary>
/// <param name="Sharpe">Annual, of daily returns (contracts 5.1); NaN where it is undefined.</param>
/// <param name="Trades">Closed trades.</param>
public readonly record struct Trial(double Sharpe, double Trades);
