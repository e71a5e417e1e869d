using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Candles;

/// <summary>A stored series and what is known of its quality; <paramref name="Quality"/> is null where it is damaged.</summary>
public sealed record ShelvedSeries(StoreAddress Address, QualityReport? Quality, string? Damage);

/// <summary>
/// What candles there are to run on. Reading a series to judge it takes a moment, so it is done once for each state of
/// the store.
/// </summary>
internal sealed class CandleShelf(ICandleStore store, TimeProvider clock) : IDisposable
{
    // Another process may add candles; it is seen after this long at the latest.
    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(30);
    private const int MostOpen = 8;

    private readonly ChangeSignal changes = new(clock);
    private readonly Lock gate = new();
    private readonly Dictionary<StoreAddress, ShelvedSeries> judged = [];
    private readonly Dictionary<StoreAddress, (CandleSeries? Series, long Since)> open = [];

    /// <summary>What is stored, by address.</summary>
    public IReadOnlyList<ShelvedSeries> List(CancellationToken cancel) => [.. store.List().Select(address =>
    {
        cancel.ThrowIfCancellationRequested();
        return Judge(address);
    })];

    /// <summary>Addresses alone, which is quick.</summary>
    public IReadOnlyList<StoreAddress> Addresses() => store.List();

    /// <summary>Tells that something was stored.</summary>
    public IDisposable Subscribe(Action changed) => changes.Subscribe(changed);

    /// <summary>Adds candles and tells the pages.</summary>
    public StoreMerge Merge(StoreAddress address, CandleSeries candles)
    {
        StoreMerge merge = store.Merge(address, candles);
        lock (gate)
        {
            judged.Remove(address);
            open.Remove(address);
        }

        changes.Raise();
        return merge;
    }

    /// <summary>Removes a series and tells the pages; a run that has it open keeps it.</summary>
    public void Delete(StoreAddress address)
    {
        store.Delete(address);
        lock (gate)
        {
            judged.Remove(address);
            open.Remove(address);
        }

        changes.Raise();
    }

    /// <summary>A series; null where none is stored there. Those looked at lately are at hand for a while.</summary>
    public CandleSeries? Open(StoreAddress address)
    {
        lock (gate)
        {
            if (open.TryGetValue(address, out (CandleSeries? Series, long Since) held) && clock.GetElapsedTime(held.Since) < OpenFor)
            {
                return held.Series;
            }
        }

        CandleSeries? series = store.Open(address);
        lock (gate)
        {
            if (open.Count >= MostOpen)
            {
                open.Remove(open.MinBy(pair => pair.Value.Since).Key);
            }

            open[address] = (series, clock.GetTimestamp());
        }

        return series;
    }

    /// <summary>
    /// The addresses that give a strategy its candles from one exchange: for each symbol the longest timeframe that
    /// builds its bars, and finer ones where it asks for detail. A symbol without any is a problem.
    /// </summary>
    public (IReadOnlyList<string> Sources, IReadOnlyList<string> Problems) For(Strategy strategy, string exchange)
    {
        var sources = new List<string>();
        var problems = new List<string>();
        Timeframe[] needed = strategy.Market.Detail is { } detail ? [strategy.Market.Timeframe, detail] : [strategy.Market.Timeframe];
        IReadOnlyList<StoreAddress> all = exchange == GeneratedMarket.Exchange ? [] : Addresses();
        foreach (Symbol symbol in strategy.Market.Symbols)
        {
            foreach (Timeframe wanted in needed)
            {
                StoreAddress? found = exchange == GeneratedMarket.Exchange
                    ? new StoreAddress(exchange, symbol, wanted)
                    : all.Where(one => one.Exchange == exchange && one.Symbol == symbol && one.Timeframe.Divides(wanted))
                        .OrderByDescending(one => one.Timeframe)
                        .Select(one => (StoreAddress?)one).FirstOrDefault();
                if (found is { } address)
                {
                    sources.Add(address.ToString());
                }
                else
                {
                    problems.Add($"No candles of {symbol} from {exchange} that build {wanted} bars.");
                }
            }
        }

        return ([.. sources.Distinct()], problems);
    }

    public void Dispose() => changes.Dispose();

    private ShelvedSeries Judge(StoreAddress address)
    {
        lock (gate)
        {
            if (judged.TryGetValue(address, out ShelvedSeries? known))
            {
                return known;
            }
        }

        ShelvedSeries found;
        try
        {
            found = store.Open(address) is { } series
                ? new ShelvedSeries(address, Quality.Of(series), null)
                : new ShelvedSeries(address, null, "it is not there any more");
        }
        catch (InputException damaged)
        {
            return new ShelvedSeries(address, null, damaged.Problems[0].Message);
        }

        lock (gate)
        {
            return judged[address] = found;
        }
    }
}
