using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>The daily returns of single combinations of a sweep, whose rows hold figures alone.</summary>
public static class CombinationReturns
{
    /// <summary>Runs one combination again; a return for each day with bars (contracts 5.1).</summary>
    public static double[] Of(SweepInput input, long combination, CancellationToken cancellation)
    {
        BacktestInput backtest = input.BacktestOf(input.Template.Bind(input.Plan.SetOf(combination)));
        BacktestResult result = Backtest.Run(backtest, null, cancellation);
        return DailyEquity.Of(result.Times, result.Equity, result.Capital).Returns;
    }

    /// <summary>
    /// How much of one combination's Sharpe ratio is to be expected from having tried all of those; null where its returns
    /// have no deviation.
    /// </summary>
    public static DeflatedSharpe? Deflated(
        SweepInput input, long combination, TrialSummary trials, CancellationToken cancellation) =>
        SharpeSample.Of(Of(input, combination, cancellation)) is { } sample ? new DeflatedSharpe(sample, trials) : null;
}
