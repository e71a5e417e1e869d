namespace Neurotrade.Tests.Reference;

/// <summary>Series in the plainest form, each value from the whole window: shares no code with what it checks.</summary>
internal static class PlainSeries
{
    public static double[] Of(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    /// <summary>A value of each full window of values that are there; NaN elsewhere.</summary>
    public static double[] OverWindow(double[] x, int n, Func<double[], double> value) =>
        Of(x.Length, i => i < n - 1 || x[(i - n + 1)..(i + 1)].Any(double.IsNaN) ? double.NaN : value(x[(i - n + 1)..(i + 1)]));

    public static double[] Mean(double[] x, int n) => OverWindow(x, n, w => w.Average());

    public static double[] Sum(double[] x, int n) => OverWindow(x, n, w => w.Sum());

    public static double[] Weighted(double[] x, int n) =>
        OverWindow(x, n, w => w.Select((v, k) => v * (k + 1)).Sum() / (n * (n + 1) / 2.0));

    public static double[] Highest(double[] x, int n) => OverWindow(x, n, w => w.Max());

    public static double[] Lowest(double[] x, int n) => OverWindow(x, n, w => w.Min());

    /// <summary>Smoothing with a weight, started with the mean of the first <paramref name="seed"/> values.</summary>
    public static double[] Smooth(double[] x, double weight, int seed)
    {
        double[] y = Of(x.Length, _ => double.NaN);
        int first = Array.FindIndex(x, v => !double.IsNaN(v));
        int start = first + seed - 1;
        for (int i = start; first >= 0 && i < x.Length; i++)
        {
            y[i] = i == start ? x[first..(start + 1)].Average() : y[i - 1] + (weight * (x[i] - y[i - 1]));
        }

        return y;
    }

    public static double[] Ema(double[] x, int n) => Smooth(x, 2.0 / (n + 1), n);

    public static double[] EmaFromFirst(double[] x, int n) => Smooth(x, 2.0 / (n + 1), 1);

    public static double[] Wilder(double[] x, int n) => Smooth(x, 1.0 / n, n);

    public static double[] Changes(double[] x) => Of(x.Length, i => i == 0 ? double.NaN : x[i] - x[i - 1]);

    public static double[] Each(double[] a, double[] b, Func<double, double, double> value) =>
        Of(a.Length, i => value(a[i], b[i]));

    public static double[] Back(double[] x, int n) => Of(x.Length, i => i < n ? double.NaN : x[i - n]);

    public static double[] Rsi(double[] x, int n)
    {
        double[] rises = Wilder([.. Changes(x).Select(d => Math.Max(d, 0))], n);
        double[] falls = Wilder([.. Changes(x).Select(d => Math.Max(-d, 0))], n);
        double[] rsi = Each(rises, falls, (up, down) => down == 0 ? 100 : 100 - (100 / (1 + (up / down))));
        for (int i = n + 1; i < x.Length; i++)
        {
            // Where nothing changed both averages shrank alike: only roundings would move the share.
            rsi[i] = x[i] == x[i - 1] ? rsi[i - 1] : rsi[i];
        }

        return rsi;
    }

    public static double[] Position(double[] x, double[] highs, double[] lows, int n)
    {
        double[] top = Highest(highs, n);
        double[] bottom = Lowest(lows, n);
        return Of(x.Length, i => top[i] == bottom[i] ? 0 : 100 * (x[i] - bottom[i]) / (top[i] - bottom[i]));
    }

    public static double[] TrueRange(double[] h, double[] l, double[] c) => Of(c.Length, i => i == 0
        ? double.NaN
        : new[] { h[i] - l[i], Math.Abs(h[i] - c[i - 1]), Math.Abs(l[i] - c[i - 1]) }.Max());
}
