using static Neurotrade.Tests.Reference.PlainSeries;

namespace Neurotrade.Tests.Reference;

/// <summary>Trend and volatility indicators recomputed from their formulas, with their default parameters.</summary>
internal sealed class PlainTrend(double[] o, double[] h, double[] l, double[] c)
{
    private readonly int count = c.Length;
    private readonly double[] range = TrueRange(h, l, c);

    public double[][]? Of(string name) => name switch
    {
        "chop" => [Wander()],
        "vhf" => [PlainSeries.Of(count, i => i < 28 ? double.NaN : Share(c[(i - 27)..(i + 1)].Max() - c[(i - 27)..(i + 1)].Min(), Way(i, 28)))],
        "efficiency_ratio" => [PlainSeries.Of(count, i => i < 10 ? double.NaN : Way(i, 10) == 0 ? 0 : Math.Abs(c[i] - c[i - 10]) / Way(i, 10))],
        "mass_index" => [Mass()],
        "qstick" => [Mean(Each(c, o, (a, b) => a - b), 8)],
        "chandelier" =>
        [
            Each(Highest(h, 22), Wilder(range, 22), (a, b) => a - (3 * b)), Each(Lowest(l, 22), Wilder(range, 22), (a, b) => a + (3 * b)),
        ],
        "natr" => [Each(Wilder(range, 14), c, (a, b) => 100 * a / b)],
        "volatility" => [Scaled(Variance(Returns(), 20, 20))],
        "parkinson" => [Scaled(Mean(Each(h, l, (a, b) => Math.Pow(Math.Log(a / b), 2) / (4 * Math.Log(2))), 20))],
        "garman_klass" => [Scaled(Mean(PlainSeries.Of(count, i => (0.5 * Math.Pow(Math.Log(h[i] / l[i]), 2))
            - (((2 * Math.Log(2)) - 1) * Math.Pow(Math.Log(c[i] / o[i]), 2))), 20))],
        "rogers_satchell" => [Scaled(Mean(Inner(), 20))],
        "yang_zhang" => [YangZhang()],
        "cvi" => [Growth(Ema(Each(h, l, (a, b) => a - b), 10), 10)],
        "ma_envelope" => [Mean(c, 20), [.. Mean(c, 20).Select(x => x * 1.025)], [.. Mean(c, 20).Select(x => x * 0.975)]],
        "stdev_channels" => Around(OverWindow(c, 20, w => PlainMomentum.LineAt(w, 19)), Root(Variance(c, 20, 20)), 2),
        "starc" => Around(Mean(c, 5), Wilder(range, 10), 2),
        "accbands" =>
        [
            Mean(c, 20), Mean(Each(h, l, (a, b) => a * (1 + (4 * (a - b) / (a + b)))), 20),
            Mean(Each(h, l, (a, b) => b * (1 - (4 * (a - b) / (a + b)))), 20),
        ],
        _ => null,
    };

    private static double Share(double part, double whole) => whole == 0 ? double.NaN : part / whole;

    private static double[] Root(double[] x) => [.. x.Select(Math.Sqrt)];

    private static double[] Scaled(double[] variance) => [.. variance.Select(x => Math.Sqrt(365 * x))];

    private static double[] Variance(double[] x, int n, double over) =>
        OverWindow(x, n, w => w.Sum(v => Math.Pow(v - w.Average(), 2)) / over);

    private static double[] Growth(double[] x, int n) => Each(x, Back(x, n), (a, b) => b == 0 ? double.NaN : 100 * (a - b) / b);

    private static double[][] Around(double[] middle, double[] half, double times) =>
        [middle, Each(middle, half, (a, b) => a + (times * b)), Each(middle, half, (a, b) => a - (times * b))];

    private double[] Returns() => PlainSeries.Of(count, i => i == 0 ? double.NaN : (c[i] / c[i - 1]) - 1);

    private double Way(int i, int n) => Enumerable.Range(i - n + 1, n).Sum(k => Math.Abs(c[k] - c[k - 1]));

    private double[] Wander() => PlainSeries.Of(count, i =>
    {
        int[] bars = [.. Enumerable.Range(i - 13, 14)];
        return i < 14 ? double.NaN : 100 * Math.Log10(Share(
            bars.Sum(k => range[k]), bars.Max(k => Math.Max(h[k], c[k - 1])) - bars.Min(k => Math.Min(l[k], c[k - 1])))) / Math.Log10(14);
    });

    private double[] Mass()
    {
        double[] once = Ema(Each(h, l, (a, b) => a - b), 9);
        return Sum(Each(once, Ema(once, 9), (a, b) => b == 0 ? 1 : a / b), 25);
    }

    private double[] Inner() => PlainSeries.Of(count, i =>
        (Math.Log(h[i] / c[i]) * Math.Log(h[i] / o[i])) + (Math.Log(l[i] / c[i]) * Math.Log(l[i] / o[i])));

    private double[] YangZhang()
    {
        double share = 0.34 / (1.34 + (21 / 19.0));
        double[] gaps = Variance(PlainSeries.Of(count, i => i == 0 ? double.NaN : Math.Log(o[i] / c[i - 1])), 20, 19);
        double[] bodies = Variance(Each(c, o, (a, b) => Math.Log(a / b)), 20, 19);
        double[] inner = Mean(Inner(), 20);
        return Scaled(PlainSeries.Of(count, i => gaps[i] + (share * bodies[i]) + ((1 - share) * inner[i])));
    }
}
