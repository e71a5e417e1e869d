using static Neurotrade.Tests.Reference.PlainSeries;

namespace Neurotrade.Tests.Reference;

/// <summary>Volume indicators and more oscillators recomputed from their formulas, with their default parameters.</summary>
internal sealed class PlainVolume(double[] o, double[] h, double[] l, double[] c, double[] v)
{
    private readonly int count = c.Length;

    public double[][]? Of(string name) => name switch
    {
        "force_index" => [Ema(Each(Changes(c), v, (a, b) => a * b), 13)],
        "nvi" => [Index((now, before) => now < before)],
        "pvi" => [Index((now, before) => now > before)],
        "kvo" => Klinger(),
        "adosc" => [Each(Ema(Flow(), 3), Ema(Flow(), 10), (a, b) => a - b)],
        "pvt" => [Total(i => v[i] * ((c[i] / c[i - 1]) - 1))],
        "vosc" => [Each(Mean(v, 5), Mean(v, 10), (a, b) => b == 0 ? double.NaN : 100 * ((a / b) - 1))],
        "volume_sma" => [Mean(v, 20), Each(v, Mean(v, 20), (a, b) => b == 0 ? double.NaN : a / b)],
        "imi" => [Portion(PlainSeries.Of(count, i => Math.Max(c[i] - o[i], 0)), PlainSeries.Of(count, i => Math.Abs(c[i] - o[i])), 14, 100)],
        "demarker" => [Marker()],
        "rvi" => Vigor(),
        "laguerre_rsi" => [Laguerre()],
        _ => null,
    };

    private static double[] Portion(double[] parts, double[] wholes, int n, double times) =>
        Each(Sum(parts, n), Sum(wholes, n), (a, b) => b == 0 ? double.NaN : times * a / b);

    private double[] Total(Func<int, double> step)
    {
        double[] y = new double[count];
        for (int i = 1; i < count; i++)
        {
            y[i] = y[i - 1] + step(i);
        }

        return y;
    }

    private double[] Index(Func<double, double, bool> counts)
    {
        double[] y = PlainSeries.Of(count, _ => 1_000.0);
        for (int i = 1; i < count; i++)
        {
            y[i] = counts(v[i], v[i - 1]) ? y[i - 1] * c[i] / c[i - 1] : y[i - 1];
        }

        return y;
    }

    private double[] Flow()
    {
        double total = 0;
        return PlainSeries.Of(count, i => total += h[i] == l[i] ? 0 : v[i] * (c[i] - l[i] - (h[i] - c[i])) / (h[i] - l[i]));
    }

    private double[][] Klinger()
    {
        decimal Price(int i) => (decimal)h[i] + (decimal)l[i] + (decimal)c[i];
        int Trend(int i) => i == 0 ? 0 : Price(i) > Price(i - 1) ? 1 : -1;
        double reach = 0;
        double[] force = PlainSeries.Of(count, i =>
        {
            if (i < 2)
            {
                return double.NaN;
            }

            double range = h[i] - l[i];
            reach = range + (Trend(i) == Trend(i - 1) ? reach : h[i - 1] - l[i - 1]);
            return v[i] == 0 || range == reach ? 0
                : range == 0 ? 200 * v[i] * Trend(i) : 100 * v[i] * Trend(i) * Math.Abs(2 * ((range / reach) - 1));
        });
        double[] line = Each(Ema(force, 34), Ema(force, 55), (a, b) => a - b);
        return [line, Ema(line, 13)];
    }

    private double[] Marker()
    {
        double[] up = PlainSeries.Of(count, i => i == 0 ? double.NaN : Math.Max(h[i] - h[i - 1], 0));
        double[] down = PlainSeries.Of(count, i => i == 0 ? double.NaN : Math.Max(l[i - 1] - l[i], 0));
        return Portion(up, Each(up, down, (a, b) => a + b), 14, 1);
    }

    private static double[] Smooth(double[] x) => OverWindow(x, 4, w => (w[3] + (2 * w[2]) + (2 * w[1]) + w[0]) / 6);

    private double[][] Vigor()
    {
        double[] line = Portion(Smooth(Each(c, o, (a, b) => a - b)), Smooth(Each(h, l, (a, b) => a - b)), 10, 1);
        return [line, Smooth(line)];
    }

    private double[] Laguerre()
    {
        const double g = 0.7;
        double[] f = [c[0], c[0], c[0], c[0]];
        return PlainSeries.Of(count, i =>
        {
            double[] b = [.. f];
            f[0] = ((1 - g) * c[i]) + (g * b[0]);
            for (int k = 1; k < 4; k++)
            {
                f[k] = (-g * f[k - 1]) + b[k - 1] + (g * b[k]);
            }

            double[] d = [f[0] - f[1], f[1] - f[2], f[2] - f[3]];
            double gross = d.Sum(Math.Abs);
            return gross < 1e-9 * c[i] || d.All(x => x >= 0) ? 100 : 100 * d.Where(x => x > 0).Sum() / gross;
        });
    }
}
