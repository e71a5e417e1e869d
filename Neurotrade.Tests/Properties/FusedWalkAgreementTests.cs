using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Properties;

/// <summary>
/// The faster forms beside the plain ones (architecture.md rule 2), over random strategies: the fused walk is the kernel's
/// in every fill, trade, count and close, and rules as bit sets are rules bar by bar. NEUROTRADE_LONG=1 runs ten times as
/// many.
/// </summary>
public sealed class FusedWalkAgreementTests
{
    private static int Count => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 3000 : 300;

    [Fact]
    public void Backtest_RandomStrategies_FusedIsTheKernels()
    {
        (int asItIs, int trades) = (0, 0);
        for (int seed = 60_001; seed <= 60_000 + Count; seed++)
        {
            RandomCase one = RandomCase.FromSeed(seed);
            BacktestInput whole = Product.Input(one.Strategy, one.Market);
            asItIs += FusedRuns.Covers(whole) ? 1 : 0;
            BacktestInput input = Covered(whole);
            Assert.True(FusedRuns.Covers(input));
            ImmutableArray<SymbolSignals> signals = Backtest.SignalsOf(input);
            BacktestResult kernel = Backtest.RunInKernel(input, signals, null, TestContext.Current.CancellationToken);
            BacktestResult fused = Backtest.Run(input, signals, null, TestContext.Current.CancellationToken);
            string? difference = Difference(kernel, fused);
            Assert.True(difference is null, $"{difference}\n{one}");
            trades += fused.Trades.Length;
        }

        Assert.True(asItIs > Count / 10, $"Only {asItIs} cases are covered as they are.");
        Assert.True(trades > 10 * Count, $"Only {trades} trades.");
    }

    [Fact]
    public void Rules_RandomStrategies_BitSetsAreTruthsBarByBar()
    {
        for (int seed = 61_001; seed <= 61_000 + Count; seed++)
        {
            RandomCase one = RandomCase.FromSeed(seed);
            BacktestInput input = Product.Input(one.Strategy, one.Market);
            foreach (SymbolCandles symbol in input.Symbols)
            {
                FeatureFrame frame = FeatureFrame.Compute(symbol.Bars, input.Strategy.Indicators);
                RuleSignals plain = RuleEvaluator.EvaluatePlainly(input.Strategy, frame);
                RuleSignals bits = RuleEvaluator.Evaluate(input.Strategy, frame);
                Assert.True(plain.Entry.Words.SequenceEqual(bits.Entry.Words), one.ToString());
                Assert.True(plain.ExitWhenFlat.Words.SequenceEqual(bits.ExitWhenFlat.Words), one.ToString());
                for (int bar = 0; bar < frame.Candles.Count; bar += 3)
                {
                    PositionFacts facts = new(symbol.Bars.Closes[bar / 2], bar / 2);
                    Assert.True(plain.ExitIsTrue(bar, facts) == bits.ExitIsTrue(bar, facts), one.ToString());
                    Assert.True(plain.EntryTag(bar) == bits.EntryTag(bar), one.ToString());
                }
            }
        }
    }

    // The case without what only the kernel does: further symbols, finer candles, volume's share, rules on losses.
    private static BacktestInput Covered(BacktestInput input)
    {
        Strategy strategy = input.Strategy;
        SlippageModel slippage = strategy.Costs.Slippage as SlippageModel.Ratio ?? new SlippageModel.Ratio(0.0003);
        return input with
        {
            Symbols = [input.Symbols[0] with { Detail = null }],
            Strategy = strategy with
            {
                Market = strategy.Market with { Symbols = [strategy.Market.Symbols[0]], Detail = null },
                Costs = strategy.Costs with { Slippage = slippage },
                Risk = strategy.Risk with { MaxDrawdown = null, MaxDailyLoss = null, Protections = [] },
            },
        };
    }

    private static string? Difference(BacktestResult a, BacktestResult b)
    {
        for (int i = 0; i < Math.Min(a.Fills.Length, b.Fills.Length); i++)
        {
            if (a.Fills[i] != b.Fills[i])
            {
                return $"fill {i}: {a.Fills[i]}, fused {b.Fills[i]}";
            }
        }

        return a.Fills.Length != b.Fills.Length ? $"{a.Fills.Length} fills, fused {b.Fills.Length}"
            : !a.Trades.SequenceEqual(b.Trades) ? "trades"
            : !a.OpenPositions.SequenceEqual(b.OpenPositions) ? "open positions"
            : !Counts(a).SequenceEqual(Counts(b)) ? $"counts {string.Join(' ', Counts(a))}, fused {string.Join(' ', Counts(b))}"
            : !a.Times.SequenceEqual(b.Times) ? "times"
            : !a.Equity.SequenceEqual(b.Equity) ? "equity"
            : !a.Cash.SequenceEqual(b.Cash) ? "cash"
            : !a.PositionValue.SequenceEqual(b.PositionValue) ? "position value"
            : !a.InPosition.Words.SequenceEqual(b.InPosition.Words) ? "in position"
            : null;
    }

    private static object[] Counts(BacktestResult result) =>
    [
        result.Counts.OrdersBelowMinimum, result.Counts.OrdersWithoutAtr, result.Counts.EntriesNotFilled,
        result.Counts.BarsWithoutDetail, string.Join(' ', result.Counts.EntriesRefusedByRisk),
    ];
}
