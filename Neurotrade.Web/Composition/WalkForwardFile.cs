using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;

namespace Neurotrade.Web.Composition;

/// <summary>
/// <c>walkforward.json</c>: enough to repeat it, and what it came to; no time of day, duration, path or thread count
/// (contracts 4.19).
/// </summary>
internal static class WalkForwardFile
{
    public static ResultFile Of(FinishedWalkForward finished)
    {
        using JsonText json = new();
        json.Fields(() =>
        {
            Asked(json, finished);
            Found(json, finished);
            json.Name("parameters").Items(finished.Stability, parameter => json.Fields(() =>
            {
                SweepAxis axis = finished.Input.Plan.Axes.First(one => one.Name == parameter.Name);
                json.Field("name", parameter.Name);
                json.Name("values").Items(Enumerable.Range(0, axis.Values.Length), at => json.Value(axis.Text(at)));
                json.Field("distinct", parameter.Distinct).Field("changes", parameter.Changes)
                    .Field("commonest", parameter.Commonest).Field("commonest_share", parameter.CommonestShare)
                    .Field("mean_step", parameter.MeanStep);
            }));
        });
        return new ResultFile("walkforward.json", [json.Finish()]);
    }

    private static void Asked(JsonText json, FinishedWalkForward finished)
    {
        SweepInput input = finished.Input;
        WalkForwardPlan plan = finished.Plan;
        json.Field("version", input.Version)
            .Field("strategy", input.Template.Reading.Strategy.Name)
            .Field("strategy_sha256", input.Template.Reading.Strategy.Hash)
            .Field("data_sha256", input.DataFingerprint)
            .Field("from", input.From).Field("to", input.To)
            .Field("rules_sha256", input.RulesHash)
            .Field("train", WalkForwardPlan.Text(plan.TrainMillis))
            .Field("test", WalkForwardPlan.Text(plan.TestMillis))
            .Field("purge", WalkForwardPlan.Text(plan.PurgeMillis))
            .Field("search", input.Search.Name).Field("seed", finished.Run.Request.Data.Seed)
            .Field("objective", input.Objective.Text).Field("min_trades", input.Objective.MinTrades)
            .Field("look_ahead", "not checked")
            .Field("combinations", input.Plan.Count).Field("tried_a_window", input.Search.TrialsOf(input.Plan));
    }

    private static void Found(JsonText json, FinishedWalkForward finished)
    {
        WalkForwardEfficiency efficiency = finished.Efficiency;
        Metrics metrics = finished.Analysis.Metrics;
        json.Field("windows", finished.Windows.Length)
            .Field("windows_without_choice", finished.Windows.Count(window => window.Combination is null))
            .Field("efficiency", efficiency.Ratio)
            .Field("train_return_a_day", efficiency.TrainReturn).Field("test_return_a_day", efficiency.TestReturn)
            .Field("train_objective", efficiency.TrainObjective).Field("test_objective", efficiency.TestObjective)
            .Field("profitable_windows", efficiency.Profitable);
        json.Name("out_of_sample").Fields(() => json
            .Field("start", metrics.Start).Field("end", metrics.End)
            .Field("total_return", metrics.TotalReturn).Field("cagr", metrics.Cagr).Field("sharpe", metrics.Sharpe)
            .Field("max_drawdown", metrics.MaxDrawdown).Field("trades", metrics.Trades.Trades)
            .Field("buy_and_hold_return", metrics.BuyAndHoldReturn)
            .Field("probabilistic_sharpe", finished.Analysis.Risk.ProbabilisticSharpe));
    }
}
