using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Dashboard;

/// <summary>A run's curves over time, as charts draw them. Times are Unix milliseconds.</summary>
/// <param name="Times">Open times of the run's bars.</param>
/// <param name="Values">One for each time; NaN where there is none.</param>
public sealed record RunCurve(long[] Times, double[] Values);

/// <summary>Makes the curves of a run by name: <c>equity benchmark drawdown exposure rolling</c>.</summary>
public static class RunCurves
{
    /// <summary>Every curve that a run has.</summary>
    public static ImmutableSortedDictionary<string, RunCurve> Of(
        BacktestResult result, Analysis analysis, ImmutableArray<CandleSeries> bars)
    {
        long[] days = [.. analysis.Daily.Days.Select(day => day * Instant.MillisPerDay)];
        double[] rolling = [.. days.Select((_, i) =>
            i < analysis.Rolling.Values.Length ? analysis.Rolling.Values[i] ?? double.NaN : double.NaN)];
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new KeyValuePair<string, RunCurve>[]
        {
            new("equity", new RunCurve(result.Times, result.Equity)),
            new("benchmark", new RunCurve(result.Times, Benchmark(result, bars))),
            new("drawdown", new RunCurve(result.Times, Drawdown(result))),
            new("exposure", new RunCurve(result.Times, Exposure(result))),
            new("rolling", new RunCurve(days, rolling)),
        });
    }

    // At or below zero, the capital being the first peak.
    private static double[] Drawdown(BacktestResult result)
    {
        double[] drawdown = new double[result.Equity.Length];
        double peak = result.Capital;
        for (int i = 0; i < drawdown.Length; i++)
        {
            peak = Math.Max(peak, result.Equity[i]);
            drawdown[i] = (result.Equity[i] - peak) / peak;
        }

        return drawdown;
    }

    private static double[] Exposure(BacktestResult result)
    {
        double[] exposure = new double[result.Equity.Length];
        for (int i = 0; i < exposure.Length; i++)
        {
            exposure[i] = result.Equity[i] > 0 ? result.PositionValue[i] / result.Equity[i] : double.NaN;
        }

        return exposure;
    }

    /// <summary>The capital held in equal parts of every symbol from its first open in the run on.</summary>
    private static double[] Benchmark(BacktestResult result, ImmutableArray<CandleSeries> bars)
    {
        double[] held = new double[result.Times.Length];
        double share = result.Capital / Math.Max(1, bars.Length);
        foreach (CandleSeries series in bars)
        {
            CandleSeries within = Metrics.Within(series, result.Times);
            double worth = share;
            int next = 0;
            for (int i = 0; i < held.Length; i++)
            {
                if (next < within.Count && within.Times[next] <= result.Times[i])
                {
                    worth = share * within.Closes[next] / within.Opens[0];
                    next++;
                }

                held[i] += worth;
            }
        }

        return held;
    }
}
