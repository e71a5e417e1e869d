using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>
/// A run's equity as a return since it began, or since a date within it, so that runs of any capital stand on one axis.
/// </summary>
/// <param name="Times">Open times of bars, Unix milliseconds.</param>
/// <param name="Growth">Equity at the bar's close / equity before the first − 1.</param>
/// <param name="Drawdown">(equity − peak) / peak since the beginning, at or below zero.</param>
public sealed record RelativeCurve(long[] Times, double[] Growth, double[] Drawdown)
{
    /// <summary>From the bars that open in [from, to); null: from the first, to the last.</summary>
    public static RelativeCurve Of(BacktestResult result, long? from, long? to)
    {
        int first = from is { } start ? AtOrAfter(result.Times, start) : 0;
        int last = to is { } end ? AtOrAfter(result.Times, end) : result.Times.Length;
        int count = Math.Max(0, last - first);
        double begun = first == 0 || count == 0 ? result.Capital : result.Equity[first - 1];
        double[] growth = new double[count];
        double[] drawdown = new double[count];
        double peak = begun;
        for (int i = 0; i < count; i++)
        {
            double equity = result.Equity[first + i];
            peak = Math.Max(peak, equity);
            growth[i] = begun > 0 ? (equity / begun) - 1 : double.NaN;
            drawdown[i] = peak > 0 ? (equity - peak) / peak : double.NaN;
        }

        return new RelativeCurve(result.Times[first..(first + count)], growth, drawdown);
    }

    /// <summary>The whole return; null without a bar.</summary>
    public double? Return => Growth.Length == 0 || double.IsNaN(Growth[^1]) ? null : Growth[^1];

    /// <summary>Positive; null without a bar.</summary>
    public double? MaxDrawdown => Drawdown.Length == 0 ? null : Math.Abs(Drawdown.Min());

    private static int AtOrAfter(long[] times, long millis)
    {
        int found = Array.BinarySearch(times, millis);
        return found >= 0 ? found : ~found;
    }
}
