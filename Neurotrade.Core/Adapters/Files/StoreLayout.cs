using System.Globalization;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>Where what lies in the candle store (docs/candle-store.md).</summary>
internal sealed class StoreLayout(string stateFolder)
{
    private const string RootFolder = "candles";

    /// <summary>The folder of all candles.</summary>
    public string Root { get; } = Path.Combine(stateFolder, RootFolder);

    /// <summary>Each folder on the way to a series, after its parent.</summary>
    public IEnumerable<(string Parent, string Folder)> Way(StoreAddress address)
    {
        string path = stateFolder;
        foreach (string name in new[] { RootFolder, address.Exchange, PairName(address), address.Timeframe.ToString() })
        {
            string parent = path;
            path = Path.Combine(path, name);
            yield return (parent, path);
        }
    }

    /// <summary>The folder of a series.</summary>
    public string Series(StoreAddress address) =>
        Path.Combine(Root, address.Exchange, PairName(address), address.Timeframe.ToString());

    public string Head(StoreAddress address) => Path.Combine(Series(address), StoreHead.FileName);

    /// <summary>What the head of a deleted series is called, so that one step takes it away.</summary>
    public string GoneHead(StoreAddress address) => Path.Combine(Series(address), StoreHead.FileName + ".gone");

    public string Lock(StoreAddress address) => Path.Combine(Series(address), ".lock");

    /// <summary>The folder of one generation of columns.</summary>
    public string Generation(StoreAddress address, int generation) =>
        Path.Combine(Series(address), string.Create(CultureInfo.InvariantCulture, $"g{generation:D8}"));

    public static string Column(string generation, int column) =>
        Path.Combine(generation, ColumnChecksums.Names[column] + ".col");

    private static string PairName(StoreAddress address) => $"{address.Symbol.Base}-{address.Symbol.Quote}";
}
