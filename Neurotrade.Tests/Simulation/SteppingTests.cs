using System.Globalization;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Simulation;

/// <summary>What holds for every run: architecture rules 2 to 4 and 7, contracts 4.9, 6.4.</summary>
public sealed class SteppingTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";

    // Dense = sparse to the bit, on doubles and on decimals; doubles and decimals decide alike.
    [Fact]
    public void Run_RandomScenarios_IsTheSameDenseSparseAndInDecimal() => ForEachSeed(2000, seed =>
    {
        BacktestResult result = RandomScenario.Of(seed).Run();
        AssertBooks(result);
        return result.Fills.Length;
    });

    // Any bars cut off the end change nothing before them.
    [Fact]
    public void Run_CutAtTheEnd_ChangesNothingBefore() => ForEachSeed(300, seed =>
    {
        Scenario scenario = RandomScenario.Of(seed);
        BacktestInput input = scenario.Input(isDense: false);
        BacktestResult whole = Backtest.Run(input, scenario.Signals());
        int kept = whole.Times.Length * (seed % 16) / 16;
        long end = kept == 0 ? long.MinValue : whole.Times[kept - 1];
        BacktestInput shortened = input with { Symbols = [.. input.Symbols.Select(symbol => CutAfter(symbol, end))] };

        BacktestResult cut = Backtest.Run(shortened, scenario.Signals());

        Assert.Equal(whole.Times[..kept], cut.Times);
        Assert.Equal(whole.Equity[..kept], cut.Equity);
        Assert.Equal(whole.Cash[..kept], cut.Cash);
        Assert.Equal(whole.Fills.Where(fill => fill.Millis <= end), cut.Fills);
        Assert.Equal(whole.Trades.Where(trade => trade.ExitMillis <= end), cut.Trades);
        return cut.Fills.Length;
    });

    // The replay of a journal comes to the same state, with the same effects.
    [Fact]
    public void Replay_OfAJournal_ComesToTheSameStateAndEffects() => ForEachSeed(150, seed =>
    {
        Scenario scenario = RandomScenario.Of(seed);
        JournalledBacktest<decimal> run = Backtest.RunJournalled<decimal>(
            scenario.Input(isDense: seed % 2 == 0), scenario.Signals(), TestContext.Current.CancellationToken);
        Journal<decimal> again = new(keeps: true);

        TradingKernel<decimal> replayed = Replay.Of(
            scenario.Strategy, scenario.Rules?.Of(scenario.Strategy.Market.Symbols) ?? [], run.Entries, again);

        Assert.Equal(run.Final, replayed.Snapshot());
        Assert.Equal(run.Entries.Select(Written), again.Entries.Select(Written));
        return run.Entries.Count;
    });

    // Half of a journal is the state at that moment: what comes after does not matter.
    [Fact]
    public void Replay_OfHalfAJournalThenTheRest_ComesToTheSameState()
    {
        Scenario scenario = new();
        SymbolScenario symbol = scenario.Symbol();
        for (int i = 0; i < 40; i++)
        {
            symbol.Flat(50 + (i % 7)).Enter(4 * i).Exit(4 * i + 2);
        }

        JournalledBacktest<double> run = Backtest.RunJournalled<double>(
            scenario.Input(isDense: true), scenario.Signals(), TestContext.Current.CancellationToken);
        int half = run.Entries.Count / 2;
        Journal<double> journal = new(keeps: false);
        TradingKernel<double> kernel = Replay.Of(
            scenario.Strategy, [], run.Entries.Take(half), journal);

        foreach (JournalEntry<double> entry in run.Entries.Skip(half))
        {
            kernel.Step(entry.Event);
        }

        Assert.True(half > 20);
        Assert.Equal(run.Final, kernel.Snapshot());
        Assert.Equal(64, run.DataFingerprint.Length);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(100, 50).Enter(0);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => Backtest.Run(scenario.Input(isDense: true), scenario.Signals(), null, cancelled.Token));
    }

    // contracts 6.4: the sum of fills is the position and the cash; no cash that is not there is spent.
    private static void AssertBooks(BacktestResult result)
    {
        double cash = result.Capital;
        Dictionary<Symbol, double> held = [];
        foreach (BacktestFill fill in result.Fills)
        {
            double sign = fill.Side == TradeSide.Buy ? 1 : -1;
            held[fill.Symbol] = held.GetValueOrDefault(fill.Symbol) + sign * fill.Quantity;
            cash -= sign * fill.Quantity * fill.Price + fill.Fee;
            Assert.True(held[fill.Symbol] >= -1e-9);
            Assert.True(cash >= -1e-9 * result.Capital, $"cash {cash}");
        }

        foreach (OpenPosition open in result.OpenPositions)
        {
            Assert.Equal(open.Quantity, held[open.Symbol], tolerance: 1e-9);
            held.Remove(open.Symbol);
        }

        Assert.All(held.Values, rest => Assert.Equal(0, rest, tolerance: 1e-9));
        double traded = result.Trades.Sum(trade => trade.Pnl) + result.OpenPositions.Sum(open => open.UnrealizedPnl);
        if (result.Equity.Length > 0)
        {
            Assert.Equal(cash, result.Cash[^1], tolerance: 1e-6);
            Assert.Equal(result.Capital + traded, result.Equity[^1], tolerance: 1e-6);
        }
    }

    private static SymbolCandles CutAfter(SymbolCandles symbol, long millis)
    {
        int end = symbol.Bars.IndexAtOrAfter(millis + 1);
        CandleSeries bars = symbol.Bars.Slice(0, millis == long.MinValue ? 0 : end);
        long detailEnd = millis == long.MinValue ? millis : millis + symbol.Bars.Timeframe.Millis;
        return new SymbolCandles(bars, symbol.Detail?.Slice(0, symbol.Detail.IndexAtOrAfter(detailEnd)));
    }

    private static string Written<T>(JournalEntry<T> entry)
        where T : struct, System.Numerics.INumber<T>
    {
        IEnumerable<string> effects = entry.Effects.Select(effect => effect is Effect<T>.Protect protect
            ? $"{protect.Plan} {string.Join(',', protect.Plan.Targets)}"
            : effect.ToString());
        return string.Create(CultureInfo.InvariantCulture, $"{entry.Number} {entry.Event} {string.Join(';', effects)}");
    }

    // A scenario without a single fill shows little: most must trade.
    private static void ForEachSeed(int count, Func<int, int> run)
    {
        int traded = 0;
        count *= IsLong ? 20 : 1;
        for (int seed = 0; seed < count; seed++)
        {
            try
            {
                traded += run(seed) > 0 ? 1 : 0;
            }
            catch (Exception failure)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {failure}"));
            }
        }

        Assert.True(traded > count / 2, $"Only {traded} of {count} scenarios traded.");
    }
}
