using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>
/// Scenarios drawn from a seed: prices on a coarse grid, so that levels are met exactly and ties happen, with gaps,
/// thin bars, finer candles, and any mixture of what section 4 allows.
/// </summary>
internal static class RandomScenario
{
    public static Scenario Of(int seed)
    {
        Random random = new(seed);
        Assert.True(Timeframe.TryParse("1h", out Timeframe hour));
        Scenario scenario = new()
        {
            Timeframe = hour,
            Capital = random.Next(3) == 0 ? 777.77 : 1000,
            Orders = Orders(random),
            Costs = Costs(random),
            Risk = Risk(random),
        };
        int symbolCount = random.Next(4) == 0 ? 3 : random.Next(1, 3);
        bool hasDetail = random.Next(3) == 0;
        bool hasGaps = random.Next(2) == 0;
        int bars = random.Next(2, 160);
        for (int i = 0; i < symbolCount; i++)
        {
            AddSymbol(scenario, random, bars, hasDetail, hasGaps);
        }

        if (random.Next(4) == 0)
        {
            scenario.Rules = new InstrumentRules("rules.json", [.. scenario.Symbols.Select(symbol =>
                new Instrument(symbol.Pair, random.Next(2) == 0 ? 0.1m : 0.25m, 0.5m, random.Next(2) == 0 ? 20 : 150))]);
        }

        if (random.Next(4) == 0)
        {
            scenario.From = new Instant(Scenario.Start + random.Next(bars) * hour.Millis);
        }

        return scenario;
    }

    private static void AddSymbol(Scenario scenario, Random random, int bars, bool hasDetail, bool hasGaps)
    {
        SymbolScenario symbol = scenario.Symbol().Gap(random.Next(3));
        double close = random.Next(30, 60);
        for (int bar = 0; bar < bars; bar++)
        {
            if (hasGaps && random.Next(12) == 0)
            {
                symbol.Gap(random.Next(1, 30));
            }

            close = AddBar(symbol, random, close, bar, hasDetail);
            AddSignals(symbol, random, bar);
        }

        if (random.Next(3) == 0)
        {
            int longest = random.Next(1, 12);
            double gain = random.Next(-3, 6) / 50.0;
            symbol.ExitWhen((bar, position) => !position.IsOpen ? Truth.Unknown
                : bar - position.EntryBar >= longest || symbol[bar].Close / position.EntryPrice - 1 > gain ? Truth.True
                : Truth.False);
        }
    }

    private static double AddBar(SymbolScenario symbol, Random random, double last, int bar, bool hasDetail)
    {
        int parts = hasDetail ? 4 : 1;
        (double Open, double High, double Low, double Close)[] finer =
            new (double, double, double, double)[parts];
        double at = last;
        for (int i = 0; i < parts; i++)
        {
            double open = Math.Max(4, at + (random.Next(4) == 0 ? Step(random, 4) : 0));
            double close = Math.Max(4, open + Step(random, 3));
            double high = Math.Max(open, close) + random.Next(3) / 2.0;
            double low = Math.Max(2, Math.Min(open, close) - random.Next(4) / 2.0);
            finer[i] = (open, high, low, close);
            at = close;
        }

        symbol.Then((finer[0].Open, finer.Max(f => f.High), finer.Min(f => f.Low), at));
        symbol.Volume(bar, random.Next(8) == 0 ? 0 : random.Next(1, 400));
        if (hasDetail && random.Next(6) != 0)
        {
            Assert.True(Timeframe.TryParse("15m", out Timeframe quarter));
            symbol.Detail(bar, quarter, random.Next(10) == 0 ? finer[..3] : finer);
        }

        return at;
    }

    private static void AddSignals(SymbolScenario symbol, Random random, int bar)
    {
        if (random.Next(4) == 0)
        {
            symbol.Enter(bar);
        }

        if (random.Next(9) == 0)
        {
            symbol.Exit(bar);
        }

        symbol.Atr(bar, random.Next(10) == 0 ? double.NaN : random.Next(0, 9) / 2.0);
    }

    private static double Step(Random random, int most) => random.Next(-most, most + 1) / 2.0;

    private static OrderPlan Orders(Random random) => new()
    {
        Size = random.Next(4) switch
        {
            0 => new SizePlan.PercentOfEquity(1),
            1 => new SizePlan.PercentOfEquity(random.Next(1, 10) / 10.0),
            2 => new SizePlan.QuoteAmount(random.Next(1, 8) * 100),
            _ => new SizePlan.Risk(random.Next(1, 6) / 100.0, Distance(random)),
        },
        Entry = random.Next(3) == 0
            ? new EntryPlan.AtLimit(random.Next(0, 6) / 100.0, random.Next(3) == 0 ? null : random.Next(1, 6))
            : new EntryPlan.AtMarket(),
        StopLoss = random.Next(2) == 0 ? Distance(random) : null,
        TakeProfits = Targets(random),
        Trailing = random.Next(3) == 0
            ? new TrailingStop(Distance(random), random.Next(2) == 0 ? null : random.Next(0, 8) / 100.0)
            : null,
        MaxHolding = random.Next(4) switch
        {
            0 => new TimeSpanOrBars.Bars(random.Next(1, 20)),
            1 => new TimeSpanOrBars.Time(random.Next(1, 100) * 1_800_000L),
            _ => null,
        },
        CooldownBars = random.Next(3) == 0 ? random.Next(1, 6) : 0,
    };

    private static System.Collections.Immutable.ImmutableArray<TakeProfit> Targets(Random random) =>
        random.Next(4) switch
        {
            0 => [new TakeProfit(Distance(random), 1)],
            1 =>
            [
                new TakeProfit(new Distance.Ratio(0.02), 0.5), new TakeProfit(Distance(random), 0.25),
                new TakeProfit(new Distance.Ratio(0.2), 1),
            ],
            _ => [],
        };

    private static Distance Distance(Random random) => random.Next(2) == 0
        ? new Distance.Ratio(random.Next(1, 5) * 0.05)
        : new Distance.Atr(random.Next(1, 4) / 2.0);

    private static CostModel Costs(Random random) => new()
    {
        MakerFee = random.Next(3) / 1000.0,
        TakerFee = random.Next(3) / 500.0,
        Slippage = random.Next(3) switch
        {
            0 => new SlippageModel.VolumeShare(random.Next(1, 20) / 100.0, random.Next(1, 20) / 100.0),
            1 => new SlippageModel.Ratio(random.Next(1, 4) / 200.0),
            _ => new SlippageModel.Ratio(0),
        },
    };

    // Odd limits on losses: one that a stop meets exactly lies on either side of it, as the last bit falls.
    private static RiskLimits Risk(Random random) => new()
    {
        MaxPositions = random.Next(5) == 0 ? random.Next(1, 3) : null,
        MaxExposure = random.Next(5) == 0 ? random.Next(1, 10) / 10.0 : null,
        MaxDrawdown = random.Next(6) == 0 ? new LossLimit(random.Next(1, 6) / 20.0 + 0.00123, Action(random)) : null,
        MaxDailyLoss = random.Next(5) == 0 ? new LossLimit(random.Next(1, 6) / 50.0 + 0.00123, Action(random)) : null,
        Protections = random.Next(4) == 0
            ? [new StoplossGuard(random.Next(1, 4), Span(random), Span(random))]
            : [],
    };

    private static LossAction Action(Random random) =>
        random.Next(2) == 0 ? LossAction.Halt : LossAction.FlattenAndHalt;

    private static TimeSpanOrBars Span(Random random) => random.Next(2) == 0
        ? new TimeSpanOrBars.Bars(random.Next(1, 24))
        : new TimeSpanOrBars.Time(random.Next(1, 48) * 1_800_000L);
}
