using System.Collections.Immutable;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Composition;

/// <summary>
/// <c>overfitting.json</c>: what was asked of a run and what came out; no time of day, duration, path or thread count
/// (contracts 4.19). What was tried before is no input and does not stand in it.
/// </summary>
internal static class OverfittingFile
{
    public const string Name = "overfitting.json";

    public static ResultFile Of(PreparedRun run, Examination found, ImmutableArray<Finding> findings)
    {
        using JsonText json = new();
        json.Fields(() =>
        {
            Asked(json, run, found);
            json.Field("suspicious", findings.Count(finding => finding.Verdict == FindingVerdict.Suspicious));
            json.Name("findings").Items(findings, finding => json.Fields(() => json
                .Field("code", finding.Code).Field("verdict", Word(finding.Verdict)).Field("what", finding.What)
                .Field("number", finding.Number).Field("threshold", finding.Threshold).Field("why", finding.Why)));
            Choice(json, found);
            Resampled(json, found);
            json.Name("doubled_fees").Fields(() => json
                .Field("total_return", found.DoubledFees.TotalReturn).Field("sharpe", found.DoubledFees.Sharpe)
                .Field("max_drawdown", found.DoubledFees.MaxDrawdown));
            json.Name("regimes").Items(found.Regimes, regime => json.Fields(() => json
                .Field("regime", Word(regime.Regime)).Field("days", regime.Days).Field("pnl", regime.Pnl)));
            json.Name("fills").Fields(() => json
                .Field("count", found.Fills.Fills).Field("better_than_bar", found.Fills.BetterThanBar)
                .Field("without_volume", found.Fills.WithoutVolume));
        });
        return new ResultFile(Name, [json.Finish()]);
    }

    private static void Asked(JsonText json, PreparedRun run, Examination found)
    {
        Metrics metrics = found.Analysis.Metrics;
        json.Field("version", BacktestJob.Version).Field("strategy", run.Strategy.Name)
            .Field("strategy_sha256", run.Strategy.Hash).Field("data_sha256", run.Data.Fingerprint)
            .Field("from", run.Request.Data.From).Field("to", run.Request.Data.To).Field("rules_sha256", run.RulesHash)
            .Field("seed", run.Request.Data.Seed).Field("draws", found.Input.Runs).Field("markets", found.Input.Markets);
        json.Name("parameters").Fields(() =>
        {
            foreach (var parameter in run.Strategy.Parameters)
            {
                json.Field(parameter.Name, parameter.TextOf(parameter.Value));
            }
        });
        json.Name("run").Fields(() => json
            .Field("start", metrics.Start).Field("end", metrics.End).Field("total_return", metrics.TotalReturn)
            .Field("sharpe", metrics.Sharpe).Field("max_drawdown", metrics.MaxDrawdown).Field("trades", metrics.Trades.Trades));
    }

    private static void Choice(JsonText json, Examination found)
    {
        SweepInput? sweep = found.Input.Sweep;
        json.Name("sweep").Fields(() =>
        {
            json.Field("combinations", (double?)sweep?.Plan.Count).Field("objective", sweep?.Objective.Text)
                .Field("min_trades", (double?)sweep?.Objective.MinTrades).Field("trials", (double?)found.Trials?.Count)
                .Field("trial_sharpe_variance", found.Trials?.Variance * Metrics.DaysPerYear)
                .Field("expected_maximum_sharpe", found.Deflated?.ExpectedMaximumAnnual)
                .Field("probabilistic_sharpe", found.Analysis.Risk.ProbabilisticSharpe)
                .Field("deflated_sharpe", found.Deflated?.Deflated).Field("least_days", found.Deflated?.LeastDays);
        });
        json.Name("plateau").Fields(() => json
            .Field("objective", found.Plateau?.Score).Field("neighbours", (double?)found.Plateau?.Neighbours)
            .Field("median", found.Plateau?.Median).Field("worst", found.Plateau?.Worst).Field("share", found.Plateau?.Share));
        json.Name("backtest_overfitting").Fields(() => json
            .Field("combinations", (double?)found.Overfitting?.Combinations).Field("blocks", (double?)found.Overfitting?.Blocks)
            .Field("days", (double?)found.Overfitting?.Days).Field("probability", found.Overfitting?.Probability)
            .Field("loss", found.Overfitting?.Loss).Field("degradation", found.Overfitting?.Degradation));
    }

    private static void Resampled(JsonText json, Examination found)
    {
        Trades(json, "trades_shuffled", found.Shuffled);
        Trades(json, "trades_in_blocks", found.Blocks);
        json.Name("candles").Fields(() =>
        {
            json.Field("block", (double?)found.Candles?.Block).Field("runs", (double?)found.Candles?.Runs)
                .Field("profitable", found.Candles?.Profitable).Field("actual_rank", found.Candles?.ActualRank);
            Spread(json, "total_return", found.Candles?.Return);
            Spread(json, "sharpe", found.Candles?.Sharpe);
            Spread(json, "max_drawdown", found.Candles?.MaxDrawdown);
        });
        json.Name("entries").Fields(() =>
        {
            json.Field("trades", (double?)found.Entries?.Trades).Field("runs", (double?)found.Entries?.Runs)
                .Field("mean_gain", found.Entries?.Actual).Field("p_value", found.Entries?.PValue);
            Spread(json, "random_mean_gain", found.Entries?.Random);
        });
    }

    private static void Trades(JsonText json, string name, TradeResampling? trades) => json.Name(name).Fields(() =>
    {
        json.Field("block", (double?)trades?.Block).Field("runs", (double?)trades?.Runs)
            .Field("actual_return", trades?.Actual.Return).Field("actual_max_drawdown", trades?.Actual.MaxDrawdown);
        Spread(json, "total_return", trades?.Return);
        Spread(json, "max_drawdown", trades?.MaxDrawdown);
        json.Name("bands").Items(trades?.Bands ?? [], band => json.Fields(() =>
        {
            json.Field("trades", band.Trades);
            Spread(json, "equity", band.Equity);
        }));
    });

    private static void Spread(JsonText json, string name, Spread? spread) => json.Name(name).Fields(() => json
        .Field("p5", spread?.P5).Field("p25", spread?.P25).Field("median", spread?.Median).Field("p75", spread?.P75)
        .Field("p95", spread?.P95));

    private static string Word(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Suspicious => "suspicious",
        FindingVerdict.Fine => "fine",
        _ => "not judged",
    };

    private static string Word(Regime regime) => regime switch
    {
        Regime.Bull => "bull",
        Regime.Bear => "bear",
        _ => "side",
    };
}
