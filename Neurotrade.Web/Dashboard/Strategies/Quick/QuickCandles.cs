using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Dashboard.Strategies.Quick;

/// <summary>The candles that quick backtests run on: a year of them.</summary>
/// <param name="Symbols">In the strategy's list order.</param>
/// <param name="From">First open time.</param>
/// <param name="To">First open time that is not in it.</param>
internal sealed record QuickSet(ImmutableArray<SymbolCandles> Symbols, Instant From, Instant To);

/// <summary>
/// Candles for quick backtests, loaded once for all pages: the generated market's year 2024, or the last year that is stored.
/// </summary>
internal sealed class QuickCandles : IDisposable
{
    /// <summary>Sets that are held; the one used least lately goes.</summary>
    public const int MostSets = 4;

    private const long YearMillis = 365 * Instant.MillisPerDay;
    private readonly CandleShelf shelf;
    private readonly IReadOnlyList<ICandleSource> stored;
    private readonly IDisposable subscription;
    private readonly Lock gate = new();
    private readonly List<(string Key, Task<QuickSet> Set)> sets = [];

    public QuickCandles(CandleShelf shelf, IReadOnlyList<ICandleSource> stored)
    {
        (this.shelf, this.stored) = (shelf, stored);
        subscription = shelf.Subscribe(Forget);
    }

    /// <summary>A strategy's candles from an exchange; <see cref="InputException"/> where there are none.</summary>
    public Task<QuickSet> OpenAsync(Strategy strategy, string exchange)
    {
        string key = $"{exchange} {Market(strategy)}";
        lock (gate)
        {
            int at = sets.FindIndex(one => one.Key == key);
            Task<QuickSet> set = at >= 0 && !sets[at].Set.IsFaulted
                ? sets[at].Set
                : Task.Run(() => Load(strategy, exchange));
            if (at >= 0)
            {
                sets.RemoveAt(at);
            }

            sets.Add((key, set));
            if (sets.Count > MostSets)
            {
                sets.RemoveAt(0);
            }

            return set;
        }
    }

    /// <summary>A strategy's candles as they were opened last, and from which exchange; null where none are at hand.</summary>
    public (QuickSet Set, string Exchange)? AtHand(Strategy strategy)
    {
        string market = Market(strategy);
        lock (gate)
        {
            (string Key, Task<QuickSet> Set) found = sets.FindLast(
                one => one.Set.IsCompletedSuccessfully && one.Key.EndsWith(" " + market, StringComparison.Ordinal));
            return found.Key is null ? null : (found.Set.Result, found.Key[..^(market.Length + 1)]);
        }
    }

    public void Dispose() => subscription.Dispose();

    private static string Market(Strategy strategy) =>
        $"{string.Join(',', strategy.Market.Symbols)} {strategy.Market.Timeframe} {strategy.Market.Detail}";

    // Other candles were stored.
    private void Forget()
    {
        lock (gate)
        {
            sets.Clear();
        }
    }

    private QuickSet Load(Strategy strategy, string exchange)
    {
        (IReadOnlyList<string> sources, IReadOnlyList<string> problems) = shelf.For(strategy, exchange);
        if (problems.Count > 0)
        {
            throw new InputException([.. problems.Select(problem => new Problem(exchange, 0, 0, problem))]);
        }

        (Instant from, Instant to) = exchange == GeneratedMarket.Exchange
            ? (Instant.FromDate(2024, 1, 1), Instant.FromDate(2025, 1, 1))
            : LastYear(sources[0]);
        StrategyMarket market = strategy.Market;
        var request = new DataRequest { Sources = [.. sources], From = from, To = to };
        DataSet data = CandleData.Open(request, stored).For(market.Symbols, market.Timeframe, market.Detail);
        return new QuickSet([.. data.Symbols.Select(one => new SymbolCandles(one.Bars, one.Detail))], from, to);
    }

    private (Instant From, Instant To) LastYear(string source)
    {
        CandleSeries? series = StoreAddress.TryParse(source, out StoreAddress address) ? shelf.Open(address) : null;
        if (series is null || series.Count == 0)
        {
            throw new InputException(new Problem(source, 0, 0, "no candles are stored there any more"));
        }

        long end = series.Times[^1] + series.Timeframe.Millis;
        return (new Instant(end - YearMillis), new Instant(end));
    }
}
