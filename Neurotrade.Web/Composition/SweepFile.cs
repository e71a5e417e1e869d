using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Composition;

/// <summary><c>sweep.json</c>: enough to repeat a sweep; no time of day, duration, path or thread count (contracts 4.19).</summary>
internal static class SweepFile
{
    public static ResultFile Of(FinishedSweep finished)
    {
        SweepInput input = finished.Input;
        using JsonText json = new();
        json.Fields(() =>
        {
            json.Field("version", input.Version)
                .Field("strategy", input.Template.Reading.Strategy.Name)
                .Field("strategy_sha256", input.Template.Reading.Strategy.Hash)
                .Field("data_sha256", input.DataFingerprint)
                .Field("from", input.From).Field("to", input.To)
                .Field("rules_sha256", input.RulesHash)
                .Field("search", input.Search.Name).Field("seed", finished.Run.Request.Data.Seed)
                .Field("objective", input.Objective.Text).Field("min_trades", input.Objective.MinTrades)
                .Field("look_ahead", "not checked").Field("precision", SweepTable.NameOf(input.Precision))
                .Field("combinations", input.Plan.Count).Field("tried", finished.Outcome.Total)
                .Field("refused", finished.Outcome.Refused).Field("rows", finished.Rows);
            json.Name("parameters").Items(input.Plan.Axes, axis => json.Fields(() =>
            {
                json.Field("name", axis.Name);
                json.Name("values").Items(Enumerable.Range(0, axis.Values.Length), at => json.Value(axis.Text(at)));
            }));
            json.Name("best").Fields(() => Best(json, finished));
        });
        return new ResultFile("sweep.json", [json.Finish()]);
    }

    // Against the trials of this sweep alone: what was tried before is no input, and the same inputs give the same bytes.
    private static void Best(JsonText json, FinishedSweep finished)
    {
        if (finished.Best.IsEmpty)
        {
            return;
        }

        json.Name("set").Fields(() =>
        {
            foreach ((string name, string text) in finished.Input.Plan.SetOf(finished.Best[0].Row.Combination))
            {
                json.Field(name, text);
            }
        });
        json.Field("objective", finished.Best[0].Score)
            .Field("sharpe", Moments.Finite(finished.Best[0].Row.Figures[RunFigures.Sharpe]));
        DeflatedSharpe? deflated = finished.DeflatedHere;
        json.Field("days", (double?)deflated?.Sample.Count)
            .Field("skew", deflated?.Sample.Skew).Field("kurtosis", deflated?.Sample.Kurtosis)
            .Field("probabilistic_sharpe", deflated?.Probabilistic)
            .Field("trials", finished.Tried.Count)
            .Field("trial_sharpe_variance", finished.Tried.Variance * Metrics.DaysPerYear)
            .Field("expected_maximum_sharpe", Metrics.Annual(finished.Tried.ExpectedMaximum))
            .Field("deflated_sharpe", deflated?.Deflated)
            .Field("least_days", deflated?.LeastDays);
    }
}
