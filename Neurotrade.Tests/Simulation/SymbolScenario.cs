using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>One symbol of a <see cref="Scenario"/>: candles, signals and finer candles written by hand.</summary>
internal sealed class SymbolScenario(Scenario scenario, Symbol pair)
{
    private readonly List<Candle> candles = [];
    private readonly List<Candle> detail = [];
    private readonly HashSet<int> entries = [];
    private readonly HashSet<int> exits = [];
    private readonly Dictionary<int, double> atr = [];
    private Func<int, PositionFacts, Truth>? exitRule;
    private long next = Scenario.Start;

    public Symbol Pair { get; } = pair;

    public Timeframe? DetailTimeframe { get; private set; }

    public bool HasAtr { get; private set; }

    public int Count => candles.Count;

    /// <summary>More candles, one bar after another, volume 1000.</summary>
    public SymbolScenario Then(params (double Open, double High, double Low, double Close)[] more)
    {
        foreach ((double open, double high, double low, double close) in more)
        {
            Add(new Candle(next, open, high, low, close, 1000));
        }

        return this;
    }

    /// <summary>A bar of one price throughout.</summary>
    public SymbolScenario Flat(double price, int count = 1)
    {
        for (int i = 0; i < count; i++)
        {
            Then((price, price, price, price));
        }

        return this;
    }

    /// <summary>Leaves bars out.</summary>
    public SymbolScenario Gap(int bars)
    {
        next += bars * scenario.Timeframe.Millis;
        return this;
    }

    public SymbolScenario Volumes(params double[] volumes)
    {
        for (int i = 0; i < volumes.Length; i++)
        {
            candles[i] = candles[i] with { Volume = volumes[i] };
        }

        return this;
    }

    public SymbolScenario Volume(int bar, double volume)
    {
        candles[bar] = candles[bar] with { Volume = volume };
        return this;
    }

    /// <summary>Bars, from 0, at whose close the entry rule is true.</summary>
    public SymbolScenario Enter(params int[] bars)
    {
        entries.UnionWith(bars);
        return this;
    }

    public SymbolScenario EnterAlways()
    {
        entries.UnionWith(Enumerable.Range(0, 10_000));
        return this;
    }

    public SymbolScenario Exit(params int[] bars)
    {
        exits.UnionWith(bars);
        return this;
    }

    /// <summary>An exit rule that asks about the position.</summary>
    public SymbolScenario ExitWhen(Func<int, PositionFacts, Truth> rule)
    {
        exitRule = rule;
        return this;
    }

    /// <summary>The average true range at a bar; missing at others.</summary>
    public SymbolScenario Atr(int bar, double value)
    {
        HasAtr = true;
        atr[bar] = value;
        return this;
    }

    /// <summary>The finer candles of a bar, which together are the whole bar or miss some.</summary>
    public SymbolScenario Detail(
        int bar, Timeframe timeframe, params (double Open, double High, double Low, double Close)[] finer)
    {
        DetailTimeframe = timeframe;
        for (int i = 0; i < finer.Length; i++)
        {
            long open = candles[bar].OpenMillis + i * timeframe.Millis;
            detail.Add(new Candle(open, finer[i].Open, finer[i].High, finer[i].Low, finer[i].Close, 1000));
        }

        return this;
    }

    public Candle this[int bar] => candles[bar];

    public void Add(Candle candle)
    {
        Assert.True(candle.IsValid, $"{candle} is not valid");
        candles.Add(candle);
        next = candle.OpenMillis + scenario.Timeframe.Millis;
    }

    public SymbolCandles Candles() => new(
        CandleSeries.From(Pair, scenario.Timeframe, candles),
        DetailTimeframe is { } timeframe ? CandleSeries.From(Pair, timeframe, detail) : null);

    public SymbolSignals Signals()
    {
        RuleSignals rules = new(
            Bits(entries.Contains),
            Bits(bar => exitRule is null ? exits.Contains(bar) : exitRule(bar, PositionFacts.Flat) == Truth.True),
            exitRule is not null,
            (bar, position) => exitRule!(bar, position),
            bar => $"tag{bar}");
        double[] ranges = [.. Enumerable.Range(0, candles.Count).Select(i => atr.GetValueOrDefault(i, double.NaN))];
        return new SymbolSignals(rules, HasAtr ? ranges : default(ReadOnlyMemory<double>));
    }

    private BitColumn Bits(Func<int, bool> isTrue)
    {
        BitColumn bits = new(candles.Count);
        for (int bar = 0; bar < candles.Count; bar++)
        {
            bits[bar] = isTrue(bar);
        }

        return bits;
    }
}
