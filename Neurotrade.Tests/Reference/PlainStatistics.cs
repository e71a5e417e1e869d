using static Neurotrade.Tests.Reference.PlainSeries;

namespace Neurotrade.Tests.Reference;

/// <summary>Statistics recomputed from their formulas, with their default parameters.</summary>
internal sealed class PlainStatistics(double[] h, double[] l, double[] c, double[] v)
{
    public double[][]? Of(string name) => name switch
    {
        "linreg_angle" => [OverWindow(c, 14, w => Math.Atan(PlainMomentum.LineAt(w, 1) - PlainMomentum.LineAt(w, 0)) * 180 / Math.PI)],
        "tsf" => [OverWindow(c, 14, w => PlainMomentum.LineAt(w, 14))],
        "linreg_intercept" => [OverWindow(c, 14, w => PlainMomentum.LineAt(w, 0))],
        "fosc" => [PlainSeries.Of(c.Length, i => i < 14 ? double.NaN : 100 * (c[i] - PlainMomentum.LineAt(c[(i - 14)..i], 14)) / c[i])],
        "zscore" => [OverWindow(c, 20, w => IsFlat(w) ? double.NaN : (w[^1] - w.Average()) / Math.Sqrt(Moment(w, 2)))],
        "variance" => [OverWindow(c, 20, w => Moment(w, 2))],
        "stderr" => [OverWindow(c, 20, w => Math.Sqrt(Moment(w, 2) / 20))],
        "skew" => [OverWindow(c, 30, w => IsFlat(w) ? double.NaN : Moment(w, 3) / Math.Pow(Moment(w, 2), 1.5))],
        "kurtosis" => [OverWindow(c, 30, w => IsFlat(w) ? double.NaN : (Moment(w, 4) / Math.Pow(Moment(w, 2), 2)) - 3)],
        "median" => [OverWindow(c, 20, Median), OverWindow(c, 20, w => Median([.. w.Select(x => Math.Abs(x - Median(w)))]))],
        "percent_rank" => [PlainSeries.Of(c.Length, i => i < 100 ? double.NaN : c[(i - 100)..i].Count(x => x < c[i]))],
        "quantile" => [OverWindow(c, 20, Median)],
        "correl" => [Correlation(h, l, 30)],
        "volume_correl" => [Correlation(c, v, 30)],
        "beta" => [Beta()],
        "autocorrel" => [Correlation(Returns(c), Back(Returns(c), 1), 50)],
        "entropy" => [Sum(Each(c, Sum(c, 10), (x, sum) => -(x / sum) * Math.Log2(x / sum)), 10)],
        _ => null,
    };

    private static bool IsFlat(double[] w) => w.All(x => x == w[0]);

    private static double Moment(double[] w, int power) => w.Average(x => Math.Pow(x - w.Average(), power));

    private static double Median(double[] w)
    {
        double[] sorted = [.. w.Order()];
        return (sorted[(w.Length - 1) / 2] + sorted[w.Length / 2]) / 2;
    }

    private static double[] Returns(double[] x) => PlainSeries.Of(x.Length, i => i == 0 ? double.NaN : (x[i] / x[i - 1]) - 1);

    private static double Together(double[] a, double[] b) => a.Zip(b, (x, y) => (x - a.Average()) * (y - b.Average())).Average();

    private static double[] OverPairs(double[] a, double[] b, int n, Func<double[], double[], double> value) =>
        PlainSeries.Of(a.Length, i => i < n - 1 || a[(i - n + 1)..(i + 1)].Concat(b[(i - n + 1)..(i + 1)]).Any(double.IsNaN)
            ? double.NaN : value(a[(i - n + 1)..(i + 1)], b[(i - n + 1)..(i + 1)]));

    private static double[] Correlation(double[] a, double[] b, int n) => OverPairs(a, b, n, (x, y) =>
        IsFlat(x) || IsFlat(y) ? double.NaN : Together(x, y) / Math.Sqrt(Moment(x, 2) * Moment(y, 2)));

    private double[] Beta() => OverPairs(Returns(h), Returns(l), 20, (x, y) =>
        IsFlat(y) ? double.NaN : Together(x, y) / Moment(y, 2));
}
