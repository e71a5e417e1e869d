using Neurotrade.Core.Accounts;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>
/// The sweep's own engine asked for trades and final equity alone, as the C program beside it counts: shared columns,
/// rules as bit sets, fused walk, all cores. <c>sweep</c> itself always makes every figure.
/// </summary>
internal sealed class LightSweep
{
    private const int Together = 16;

    private readonly SweepInput input;
    private readonly Strategy[] strategies;
    private readonly SharedColumns columns;
    private readonly BitRoom bits;
    private readonly BarRanges ranges;
    private readonly (int Trades, double Final)[] results;

    public LightSweep(SweepInput input)
    {
        this.input = input;
        CandleSeries bars = input.Symbols[0].Bars;
        strategies = [.. Enumerable.Range(0, (int)input.Plan.Count).Select(i => input.Template.Bind(input.Plan.SetOf(i)))];
        (columns, bits, ranges) = (new SharedColumns(bars), new BitRoom(bars.Count), BarRanges.Of(bars));
        results = new (int, double)[strategies.Length];
    }

    /// <summary>Columns, rules and walks of all combinations; binding of the file is left out.</summary>
    public void Run()
    {
        ParallelOptions parallel = new();
        columns.Hold([], parallel);
        columns.Hold(
            strategies.SelectMany(one => one.Indicators).Select(one => IndicatorKey.Of(one, columns.Candles.Timeframe)).ToHashSet(),
            parallel);
        Parallel.For(0, (strategies.Length + Together - 1) / Together, parallel, batch =>
        {
            int from = batch * Together;
            RuleColumns[] rules = [.. strategies.Skip(from).Take(Together)
                .Select(one => new RuleColumns(one, columns.FrameOf(one.Indicators), bits))];
            RuleSignals[] signals = RuleEvaluator.EvaluateTogether(rules);
            BitColumn enters = bits.Take();
            for (int i = 0; i < signals.Length; i++)
            {
                results[from + i] = Walk(strategies[from + i], signals[i], enters);
                bits.Return(signals[i].Entry);
                bits.Return(signals[i].ExitWhenFlat);
            }

            bits.Return(enters);
        });
    }

    /// <summary>Holds what was found to rows with every figure.</summary>
    public void Check(SweepPart part)
    {
        foreach (SweepRow row in part.ReadAll())
        {
            (int trades, double final) = results[row.Combination];
            Guard.That(trades == row.Figures[RunFigures.Trades]);
            Guard.That(final.Equals(row.Figures[RunFigures.IndexOf("final_equity")]));
        }
    }

    private (int Trades, double Final) Walk(Strategy strategy, RuleSignals rules, BitColumn enters)
    {
        SymbolSignals signals = new(rules, columns.FrameOf(strategy.Indicators).FirstOutput(strategy.AtrInstance));
        FusedWalk<Ledger> walk = new(input.BacktestOf(strategy), signals, enters, default, ranges);
        Ledger ledger = walk.Run(null, CancellationToken.None);
        return (ledger.Trades, ledger.Final);
    }

    private struct Ledger : IWalkLedger
    {
        public int Trades { get; private set; }

        public double Final { get; private set; }

        public void Hold(int from, ReadOnlySpan<double> closes, double cash, double quantity) =>
            Final = cash + (quantity * closes[^1]);

        public readonly void Fill(in Fill<double> fill, int tradeId)
        {
        }

        public void Close(Position<double> position, in FusedTrade trade, in Fill<double> exit) => Trades++;

        public readonly void Miss(FusedMiss what)
        {
        }
    }
}
