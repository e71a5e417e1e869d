using Neurotrade.Core.Research;
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
                .Field("look_ahead", "not checked")
                .Field("combinations", input.Plan.Count).Field("tried", finished.Outcome.Total)
                .Field("refused", finished.Outcome.Refused).Field("rows", finished.Rows);
            json.Name("parameters").Items(input.Plan.Axes, axis => json.Fields(() =>
            {
                json.Field("name", axis.Name);
                json.Name("values").Items(Enumerable.Range(0, axis.Values.Length), at => json.Value(axis.Text(at)));
            }));
        });
        return new ResultFile("sweep.json", [json.Finish()]);
    }
}
