using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>What is told afterwards is what the run itself did.</summary>
public sealed class RunReviewTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    // contracts 4.5, 4.6: a stop sells at the line, or at an open beyond it; the line that is higher names the exit.
    [Fact]
    public void Levels_OfRandomRuns_AreThoseAtWhichStopsTargetsAndLimitsFilled()
    {
        int checkedFills = ForEachScenario(250, (scenario, result) =>
        {
            int found = 0;
            for (int symbol = 0; symbol < scenario.Symbols.Count; symbol++)
            {
                SymbolCandles candles = scenario.Input(isDense: false).Symbols[symbol];
                Dictionary<int, LevelStep> levels = ByBar(scenario, symbol, 0, candles.Bars.Count);
                var sold = new HashSet<int>();
                foreach (BacktestFill fill in result.Fills.Where(fill => fill.Symbol == candles.Bars.Symbol))
                {
                    bool isFirstStop = fill.Reason is FillReason.StopLoss or FillReason.TrailingStop && sold.Add(fill.TradeId);
                    if (!(isFirstStop || fill.Reason == FillReason.TakeProfit || IsLimit(fill)))
                    {
                        continue;
                    }

                    // contracts 4.18: a stop reached in a bar without volume sells at a later open.
                    bool isAsked = levels.TryGetValue(candles.Bars.IndexAtOrAfter(fill.Millis), out LevelStep? step);
                    Assert.True(isAsked || scenario.Costs.Slippage is SlippageModel.VolumeShare);
                    if (isAsked)
                    {
                        AssertFilledAtLine(fill, step!, candles, scenario.Costs);
                        found++;
                    }
                }
            }

            return found;
        });
        Assert.True(checkedFills > 500, $"only {checkedFills} fills");
    }

    // A line that a bar's low passed without a sale would not be the stop.
    [Fact]
    public void Levels_OfRandomRuns_AreNotPassedBeforeTheExit()
    {
        int lines = ForEachScenario(150, (scenario, result) =>
        {
            int found = 0;
            foreach (BacktestTrade trade in result.Trades)
            {
                int symbol = scenario.Strategy.Market.Symbols.IndexOf(trade.Symbol);
                SymbolCandles candles = scenario.Input(isDense: false).Symbols[symbol];
                if (candles.Detail is not null || scenario.Costs.Slippage is SlippageModel.VolumeShare)
                {
                    continue;
                }

                int entry = candles.Bars.IndexAtOrAfter(trade.EntryMillis);
                int exit = candles.Bars.IndexAtOrAfter(trade.ExitMillis);
                foreach ((int bar, LevelStep step) in ByBar(scenario, symbol, entry + 1, exit))
                {
                    Assert.False(candles.Bars.Lows[bar] <= step.Acting && !IsSoldIn(result, trade, candles.Bars.Times[bar]));
                    Assert.False(step.Targets.Any(level => candles.Bars.Highs[bar] >= level)
                        && !IsSoldIn(result, trade, candles.Bars.Times[bar]));
                    found += double.IsNaN(step.Acting) ? 0 : 1;
                }
            }

            return found;
        });
        Assert.True(lines > 500, $"only {lines} bars under a stop");
    }

    [Fact]
    public void Levels_OfAPartOfARun_AreThoseOfTheWhole()
    {
        int compared = ForEachScenario(80, (scenario, _) =>
        {
            int bars = scenario.Input(isDense: false).Symbols[0].Bars.Count;
            (int from, int to) = (bars / 3, bars - (bars / 4));
            Dictionary<int, LevelStep> whole = ByBar(scenario, 0, 0, bars);
            Dictionary<int, LevelStep> part = ByBar(scenario, 0, from, to);
            foreach (int bar in Enumerable.Range(from, to - from))
            {
                Assert.Equal(whole.ContainsKey(bar), part.ContainsKey(bar));
                Assert.True(!whole.TryGetValue(bar, out LevelStep? step) || step.IsLevelWith(part[bar]));
            }

            return part.Count;
        });
        Assert.True(compared > 200, $"only {compared} bars with levels");
    }

    // The reasons that are told for every bar are those that the run counted.
    [Fact]
    public void Close_OfEveryBarOfRandomRuns_TellsWhatTheRunCountedAndPlaced()
    {
        var outcomes = new HashSet<Type>();
        int placedInAll = ForEachScenario(60, (scenario, result) =>
        {
            BacktestInput input = scenario.Input(isDense: false);
            ImmutableArray<SymbolSignals> signals = scenario.Signals();
            var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var placed = new HashSet<int>();
            int withoutAtr = 0;
            for (int symbol = 0; symbol < input.Symbols.Length; symbol++)
            {
                RuleSignals rules = signals[symbol].Rules;
                for (int bar = 0; bar < input.Symbols[symbol].Bars.Count; bar++)
                {
                    if (RunReview.Close(input, signals, symbol, bar, Cancel) is not { } close)
                    {
                        continue;
                    }

                    bool isAsked = rules.Entry[bar] && !rules.ExitIsTrue(bar, PositionFacts.Flat);
                    outcomes.Add(close.Entry.Outcome.GetType());
                    if (isAsked && close.Entry.Outcome is EntryOutcome<double>.Refused { Ruling: { } ruling })
                    {
                        refused[ruling.Rule] = refused.GetValueOrDefault(ruling.Rule) + 1;
                        RiskStanding first = close.Entry.Rules.First(rule => rule.Refusal is not null);
                        Assert.Equal((ruling.Rule, ruling.Reason), (first.Rule, first.Refusal));
                    }

                    withoutAtr += isAsked && close.Entry.Outcome is EntryOutcome<double>.WithoutAtr ? 1 : 0;
                    Effect<double>.PlaceEntry? place = close.Effects.OfType<Effect<double>.PlaceEntry>().SingleOrDefault();
                    Assert.Equal(isAsked && close.Entry.Outcome is EntryOutcome<double>.Allowed, place is not null);
                    Assert.True(place is null || placed.Add(place.Order.Id));
                }
            }

            Assert.Equal(result.Counts.EntriesRefusedByRisk.AsEnumerable(), refused);
            Assert.Equal(result.Counts.OrdersWithoutAtr, withoutAtr);
            Assert.All(result.Fills.Where(fill => fill.Reason == FillReason.Entry), fill => Assert.Contains(fill.OrderId, placed));
            return placed.Count;
        });
        Assert.True(placedInAll > 200, $"only {placedInAll} orders");
        Assert.Equal(6, outcomes.Count);
    }

    // Worked by hand: 1,000 of capital, half of it in A at 10; an exposure of 60 % leaves 100 for B.
    [Fact]
    public void Close_WithAPositionElsewhere_TellsTheExposureAndThatTheBudgetIsCapped()
    {
        Scenario scenario = new()
        {
            Orders = new OrderPlan { Size = new SizePlan.PercentOfEquity(0.5) },
            Risk = new RiskLimits { MaxExposure = 0.6, MaxPositions = 2 },
        };
        scenario.Symbol().Flat(10, 6).Enter(0);
        scenario.Symbol().Flat(20, 6).Enter(3);

        CloseReview<double> close = RunReview.Close(scenario.Input(isDense: false), scenario.Signals(), 1, 3, Cancel)!;

        Assert.Equal(1000, close.Entry.Account.Equity);
        Assert.Equal(500, close.Entry.Intent!.Budget);
        Assert.Equal(
            [
                new RiskStanding("max_positions", new RiskReading(1, 2, RiskUnit.Count), null, false),
                new RiskStanding("max_exposure", new RiskReading(0.5, 0.6, RiskUnit.Share), null, true),
            ],
            close.Entry.Rules);
        EntryOutcome<double>.Allowed allowed = Assert.IsType<EntryOutcome<double>.Allowed>(close.Entry.Outcome);
        Assert.Equal(100, allowed.Order.Budget, 1e-9);
    }

    // The whole wallet is in A: what B's order finds at the open is nothing.
    [Fact]
    public void Close_WithoutCashForTheOrder_TellsThatItWasGivenUpAtTheOpen()
    {
        Scenario scenario = new();
        scenario.Symbol().Flat(10, 6).Enter(1);
        scenario.Symbol().Flat(20, 6).Enter(1);

        CloseReview<double> first = RunReview.Close(scenario.Input(isDense: false), scenario.Signals(), 0, 1, Cancel)!;
        CloseReview<double> second = RunReview.Close(scenario.Input(isDense: false), scenario.Signals(), 1, 1, Cancel)!;

        Assert.False(first.IsGivenUp);
        Assert.True(second.IsGivenUp);
        Assert.IsType<EntryOutcome<double>.Allowed>(second.Entry.Outcome);
    }

    [Fact]
    public void Close_OutsideTheRange_IsNotTold()
    {
        Scenario scenario = new() { From = new Instant(Scenario.Start + (2 * Timeframe.Hour.Millis)) };
        scenario.Symbol().Flat(10, 6);

        Assert.Null(RunReview.Close(scenario.Input(isDense: false), scenario.Signals(), 0, 1, Cancel));
        Assert.Empty(RunReview.Levels(scenario.Input(isDense: false), scenario.Signals(), 0, 0, 2, Cancel));
    }

    private static int ForEachScenario(int count, Func<Scenario, BacktestResult, int> check)
    {
        int found = 0;
        for (int seed = 0; seed < count; seed++)
        {
            try
            {
                Scenario scenario = RandomScenario.Of(seed);
                found += check(scenario, Backtest.Run(scenario.Input(isDense: false), scenario.Signals()));
            }
            catch (Exception failure)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {failure}"));
            }
        }

        return found;
    }

    // One entry for each bar in which anything was asked.
    private static Dictionary<int, LevelStep> ByBar(Scenario scenario, int symbol, int from, int to)
    {
        ImmutableArray<LevelStep> steps = RunReview.Levels(
            scenario.Input(isDense: false), scenario.Signals(), symbol, from, to, Cancel);
        var bars = new Dictionary<int, LevelStep>();
        for (int i = 0; i + 1 < steps.Length; i++)
        {
            Assert.True(steps[i].Bar < steps[i + 1].Bar);
            for (int bar = steps[i].Bar; bar < steps[i + 1].Bar && !steps[i].IsEmpty; bar++)
            {
                bars.Add(bar, steps[i]);
            }
        }

        Assert.True(steps.IsEmpty || steps[^1].IsEmpty);
        return bars;
    }

    private static void AssertFilledAtLine(BacktestFill fill, LevelStep step, SymbolCandles candles, CostModel costs)
    {
        double[] opens = OpensOf(candles, fill.Millis);
        if (fill.Reason is FillReason.StopLoss or FillReason.TrailingStop)
        {
            bool isTrail = step.Trail > step.StopLoss || double.IsNaN(step.StopLoss);
            Assert.Equal(isTrail ? FillReason.TrailingStop : FillReason.StopLoss, fill.Reason);
            if (costs.Slippage is SlippageModel.Ratio slippage)
            {
                double kept = 1 - slippage.Fraction;
                Assert.Contains(fill.Price, opens.Where(open => open <= step.Acting).Append(step.Acting).Select(price => price * kept));
            }
        }
        else if (fill.Reason == FillReason.TakeProfit)
        {
            Assert.Contains(fill.Price, step.Targets.Concat(opens.Where(open => step.Targets.Any(level => open >= level))));
        }
        else
        {
            Assert.Contains(fill.Price, opens.Where(open => open < step.Limit).Append(step.Limit));
        }
    }

    private static double[] OpensOf(SymbolCandles candles, long millis)
    {
        double open = candles.Bars.Opens[candles.Bars.IndexAtOrAfter(millis)];
        if (candles.Detail is not { } detail)
        {
            return [open];
        }

        int first = detail.IndexAtOrAfter(millis);
        int end = detail.IndexAtOrAfter(millis + candles.Bars.Timeframe.Millis);
        return [open, .. detail.Opens[first..end].ToArray()];
    }

    private static bool IsLimit(BacktestFill fill) => fill is { Reason: FillReason.Entry, Liquidity: Liquidity.Maker };

    private static bool IsSoldIn(BacktestResult result, BacktestTrade trade, long millis) =>
        result.Fills.Any(fill => fill.TradeId == trade.Id && fill.Millis == millis && fill.Side == TradeSide.Sell);
}
