using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Report;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>The files of a run (contracts 5), as bytes: the same inputs give the same bytes everywhere.</summary>
public static class ResultFiles
{
    /// <summary>
    /// Every name that a result's folder may hold. Whoever writes one removes those that this run has not, so that no
    /// file of an older run stands beside the new ones.
    /// </summary>
    public static ImmutableArray<string> KnownNames { get; } =
    [
        "metrics.json", "trades.csv", "fills.csv", "equity.csv", "daily.csv", "excursions.csv", "votes.csv",
        "strategy.yaml", "rules.json", "report.html", "run.json",
    ];

    /// <summary>All files, <c>run.json</c> last: a folder that has it is complete.</summary>
    /// <param name="result">The run.</param>
    /// <param name="candles">Its symbols' bars in list order; they may reach beyond the run on both sides.</param>
    /// <param name="run">What it was made from.</param>
    public static ImmutableArray<ResultFile> Make(
        BacktestResult result, ImmutableArray<CandleSeries> candles, RunRecord run) =>
        Make(result, candles, run, Analysis.Of(result, candles));

    /// <summary>The same from an analysis that was already made.</summary>
    public static ImmutableArray<ResultFile> Make(
        BacktestResult result, ImmutableArray<CandleSeries> candles, RunRecord run, Analysis analysis)
    {
        // Each file is made by one thread or by parts that do not know of one another: how many threads there are
        // changes nothing.
        (ResultFile? equity, ResultFile? report) = (null, null);
        Parallel.Invoke(
            () => equity = ResultTables.Equity(result),
            () => report = ReportPage.Of(result, candles, run, analysis));
        return
        [
            MetricsFile.Of(result, analysis),
            ResultTables.Trades(result.Trades),
            ResultTables.Fills(result.Fills),
            equity!,
            ResultTables.Days(analysis.Daily, analysis.Rolling),
            ResultTables.Excursions(result.Trades, analysis.Excursions),
            ResultFile.Of("strategy.yaml", result.Strategy.CanonicalText),
            report!,
            RunFile.Of(run),
        ];
    }
}
