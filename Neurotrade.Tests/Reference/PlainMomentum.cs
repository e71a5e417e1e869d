using static Neurotrade.Tests.Reference.PlainSeries;

namespace Neurotrade.Tests.Reference;

/// <summary>Moving averages, momentum and oscillators recomputed from their formulas, with their default parameters.</summary>
internal sealed class PlainMomentum(double[] o, double[] h, double[] l, double[] c)
{
    private readonly int count = c.Length;

    public double[][]? Of(string name) => name switch
    {
        "trima" => [OverWindow(c, 20, w => w.Select((x, i) => x * Math.Min(10, Math.Min(i + 1, 20 - i))).Sum() / 110)],
        "epma" => [OverWindow(c, 10, w => LineAt(w, 9))],
        "mcginley" => [McGinley()],
        "vidya" => [Vidya()],
        "zlema" => [Ema(PlainSeries.Of(count, i => i < 9 ? double.NaN : (2 * c[i]) - c[i - 9]), 20)],
        "sma_analysis" => Analysis(),
        "midpoint" => [Each(Highest(c, 14), Lowest(c, 14), (a, b) => (a + b) / 2)],
        "alligator" => [Back(Wilder(Middle(), 13), 8), Back(Wilder(Middle(), 8), 5), Back(Wilder(Middle(), 5), 3)],
        "awesome" => [Awesome(), Each(Awesome(), Middle(), (a, b) => 100 * a / b)],
        "accelerator" => [Each(Awesome(), Mean(Awesome(), 5), (a, b) => a - b)],
        "bop" => [Mean(PlainSeries.Of(count, i => h[i] == l[i] ? double.NaN : (c[i] - o[i]) / (h[i] - l[i])), 14)],
        "apo" => [Each(Ema(c, 12), Ema(c, 26), (a, b) => a - b)],
        "rocr" => [Each(c, Back(c, 10), (a, b) => a / b)],
        "elder_ray" => [Each(h, Ema(c, 13), (a, b) => a - b), Each(l, Ema(c, 13), (a, b) => a - b), Ema(c, 13)],
        "kst" => KnowSureThing(),
        "coppock" => [Weighted(Each(Change(14), Change(11), (a, b) => a + b), 10)],
        "roc_bands" => Bands(),
        "connors_rsi" => Connors(),
        "stc" => [Mean(Position(Cycle(), Cycle(), Cycle(), 10), 3)],
        _ => null,
    };

    // The least squares line through a window, at a place counted from 0 for the oldest.
    internal static double LineAt(double[] w, double at)
    {
        double middle = (w.Length - 1) / 2.0;
        double slope = w.Select((x, i) => (i - middle) * (x - w.Average())).Sum() / w.Select((_, i) => (i - middle) * (i - middle)).Sum();
        return w.Average() + (slope * (at - middle));
    }

    private double[] Middle() => PlainSeries.Of(count, i => (double)(((decimal)h[i] + (decimal)l[i]) / 2));

    private double[] Awesome() => Each(Mean(Middle(), 5), Mean(Middle(), 34), (a, b) => a - b);

    private double[] Change(int n) => Each(c, Back(c, n), (a, b) => 100 * ((a / b) - 1));

    private double[] Cycle() => Each(Ema(c, 23), Ema(c, 50), (a, b) => a - b);

    private double[] McGinley()
    {
        double[] y = PlainSeries.Of(count, _ => double.NaN);
        double before = c[0];
        for (int i = 1; i < count; i++)
        {
            before += (c[i] - before) / Math.Max(1, 14 * 0.6 * Math.Pow(c[i] / before, 4));
            y[i] = before;
        }

        return y;
    }

    private double[] Vidya()
    {
        static double Scatter(double[] w) => Math.Sqrt(w.Select(x => Math.Pow(x - w.Average(), 2)).Average());
        double[] near = OverWindow(c, 14, Scatter);
        double[] far = OverWindow(c, 34, Scatter);
        double[] y = PlainSeries.Of(count, _ => double.NaN);
        for (int i = 33; i < count; i++)
        {
            double before = i == 33 ? c[32] : y[i - 1];
            y[i] = before + ((far[i] == 0 ? 0 : Math.Min(1, 0.2 * near[i] / far[i])) * (c[i] - before));
        }

        return y;
    }

    private double[][] Analysis() =>
    [
        Mean(c, 20), OverWindow(c, 20, w => w.Average(x => Math.Abs(x - w.Average()))),
        OverWindow(c, 20, w => w.Average(x => Math.Pow(x - w.Average(), 2))),
        OverWindow(c, 20, w => w.Average(x => Math.Abs(x - w.Average()) / x)),
    ];

    private double[][] KnowSureThing()
    {
        double[][] parts = [Mean(Change(10), 10), Mean(Change(15), 10), Mean(Change(20), 10), Mean(Change(30), 15)];
        double[] line = PlainSeries.Of(count, i => parts.Select((part, k) => (k + 1) * part[i]).Sum());
        return [line, Mean(line, 9)];
    }

    private double[][] Bands()
    {
        double[] size = OverWindow(Change(20), 5, w => Math.Sqrt(w.Average(x => x * x)));
        return [Change(20), Ema(Change(20), 5), size, [.. size.Select(x => -x)]];
    }

    private double[][] Connors()
    {
        double[] run = new double[count];
        for (int i = 1; i < count; i++)
        {
            run[i] = c[i] > c[i - 1] ? Math.Max(run[i - 1], 0) + 1 : c[i] < c[i - 1] ? Math.Min(run[i - 1], 0) - 1 : 0;
        }

        double[] runs = [double.NaN, .. Rsi(run[1..], 2)];
        double[] change = PlainSeries.Of(count, i => i == 0 ? double.NaN : (c[i] / c[i - 1]) - 1);
        double[] rank = OverWindow(change, 101, w => w[..100].Count(x => x < w[^1]));
        double[] rsi = Rsi(c, 3);
        return [PlainSeries.Of(count, i => (rsi[i] + runs[i] + rank[i]) / 3), rsi, runs, rank];
    }
}
