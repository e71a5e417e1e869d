using System.Collections.Immutable;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>One examination of a run, from prepared inputs to what is found.</summary>
internal static class AnalyseJob
{
    /// <summary>What is examined of a run.</summary>
    /// <param name="run">The run, at the values in question.</param>
    /// <param name="ranges">
    /// What is tried around it, as a sweep's ranges; a value of the run's own is added where it lies between.
    /// </param>
    /// <param name="objective">What neighbours are compared by.</param>
    /// <param name="trials">The most combinations that are tried.</param>
    /// <param name="draws">Draws of each Monte Carlo.</param>
    public static ExaminationInput InputOf(
        PreparedRun run,
        ImmutableSortedDictionary<string, string> ranges,
        SweepObjective objective,
        int trials,
        int draws)
    {
        ImmutableArray<StrategyParameter> parameters = run.Strategy.Parameters;
        ExaminationInput alone = new()
        {
            Run = run.Input,
            Runs = draws,
            Markets = Math.Max(1, draws / 5),
            Seed = run.Request.Data.Seed,
        };
        if (parameters.IsEmpty && ranges.IsEmpty)
        {
            return alone;
        }

        SweepPlan tried = SweepPlan.Of(parameters, ranges);
        foreach ((StrategyParameter parameter, SweepAxis axis) in parameters.Zip(tried.Axes))
        {
            if (!axis.Values.Contains(parameter.Value))
            {
                IEnumerable<double> values = axis.Values.Append(parameter.Value).Order();
                ranges = ranges.SetItem(parameter.Name, string.Join(',', values.Select(parameter.TextOf)));
            }
        }

        SweepSearch search = new SweepSearch.Random(trials, run.Request.Data.Seed);
        SweepInput sweep = SweepJob.InputOf(run, new SweepRequest(ranges, search, objective));
        int[] place = [.. parameters.Zip(sweep.Plan.Axes, (parameter, axis) => axis.Values.IndexOf(parameter.Value))];
        return alone with { Sweep = sweep, Point = sweep.Plan.CombinationAt(place) };
    }
}
