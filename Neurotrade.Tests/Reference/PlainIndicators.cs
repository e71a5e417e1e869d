using static Neurotrade.Tests.Reference.PlainSeries;

namespace Neurotrade.Tests.Reference;

/// <summary>
/// Indicators for which no series of reference values lies beside the repository, recomputed from their formulas in the
/// plainest way, with their default parameters.
/// </summary>
internal sealed class PlainIndicators(double[] o, double[] h, double[] l, double[] c, double[] v)
{
    private static readonly int[] Spans = [7, 14, 28];
    private readonly int count = c.Length;

    public double[][] Of(string name) => name switch
    {
        "wma" => [Weighted(c, 20)],
        "hma" => [Weighted(Each(Weighted(c, 10), Weighted(c, 20), (half, whole) => (2 * half) - whole), 4)],
        "vwma" => [Each(Sum(Each(c, v, (a, b) => a * b), 20), Sum(v, 20), (a, b) => b == 0 ? double.NaN : a / b)],
        "smma" => [Wilder(c, 20)],
        "stddev" => [Deviation(c, 20)],
        "stochrsi" => StochasticRsi(),
        "cci" => [Channel()],
        "cmo" => [Balance()],
        "donchian" => [Each(Highest(h, 20), Lowest(l, 20), (a, b) => (a + b) / 2), Highest(h, 20), Lowest(l, 20)],
        "mfi" => [MoneyFlow()],
        "tsi" => Strength(),
        "trix" => [Trix()],
        "vortex" => [Reach((i) => Math.Abs(h[i] - l[i - 1])), Reach((i) => Math.Abs(l[i] - h[i - 1]))],
        "ppo" => Convergence(c),
        "pvo" => Convergence(v),
        "alma" => [OverWindow(c, 9, w => w.Select((x, i) => x * Bell(i)).Sum() / Enumerable.Range(0, 9).Sum(Bell))],
        "dpo" => [Each(Back(c, 8), Mean(c, 14), (a, b) => a - b)],
        "ulcer" => [OverWindow(c, 14, w => Math.Sqrt(w.Select((x, k) => Math.Pow(100 * ((x / w[..(k + 1)].Max()) - 1), 2)).Average()))],
        "ultimate" => [Ultimate()],
        "fisher" => [Fisher()],
        "heikin_ashi" => HeikinAshi(),
        "psar" => [new PlainSar(h, l).Values()],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No plain form."),
    };

    private static double Bell(int i) => Math.Exp(-Math.Pow(i - (0.85 * 8), 2) / (2 * Math.Pow(9 / 6.0, 2)));

    private static double[] Deviation(double[] x, int n) =>
        OverWindow(x, n, w => Math.Sqrt(w.Select(a => Math.Pow(a - w.Average(), 2)).Average()));

    private static double[][] Convergence(double[] x)
    {
        double[] line = Each(Ema(x, 12), Ema(x, 26), (fast, slow) => 100 * (fast - slow) / slow);
        double[] signal = Ema(line, 9);
        return [line, signal, Each(line, signal, (a, b) => a - b)];
    }

    private double[] Typical() => PlainSeries.Of(count, i => (double)(((decimal)h[i] + (decimal)l[i] + (decimal)c[i]) / 3));

    private double[][] StochasticRsi()
    {
        double[] rsi = Rsi(c, 14);
        double[] k = Position(rsi, rsi, rsi, 14);
        k = PlainSeries.Of(count, i => i < 27 ? double.NaN : k[i]);
        return [k, Mean(k, 3)];
    }

    private double[] Channel() => OverWindow(Typical(), 20, w =>
    {
        double deviation = w.Select(x => Math.Abs(x - w.Average())).Average();
        return w.Distinct().Count() == 1 ? double.NaN : (w[^1] - w.Average()) / (0.015 * deviation);
    });

    private double[] Balance() => OverWindow(Changes(c), 14, w =>
        w.Sum(Math.Abs) == 0 ? 0 : 100 * w.Sum() / w.Sum(Math.Abs));

    private double[] MoneyFlow()
    {
        double[] typical = Typical();
        double[] change = Changes(typical);
        double[] flow = PlainSeries.Of(count, i => double.IsNaN(change[i]) ? double.NaN : Math.Sign(change[i]) * typical[i] * v[i]);
        return OverWindow(flow, 14, w =>
        {
            double falls = -w.Where(x => x < 0).Sum();
            return falls == 0 ? 100 : 100 - (100 / (1 + (w.Where(x => x > 0).Sum() / falls)));
        });
    }

    private double[][] Strength()
    {
        double[] net = Ema(Ema(Changes(c), 25), 13);
        double[] gross = Ema(Ema([.. Changes(c).Select(Math.Abs)], 25), 13);
        double[] line = Each(net, gross, (a, b) => b == 0 ? double.NaN : 100 * a / b);
        return [line, Ema(line, 7)];
    }

    private double[] Trix()
    {
        double[] smooth = EmaFromFirst(EmaFromFirst(Ema(c, 14), 14), 14);
        return PlainSeries.Of(count, i => i == 0 ? double.NaN : 100 * ((smooth[i] / smooth[i - 1]) - 1));
    }

    private double[] Reach(Func<int, double> reach) => Each(
        Sum(PlainSeries.Of(count, i => i == 0 ? double.NaN : reach(i)), 14), Sum(TrueRange(h, l, c), 14),
        (a, b) => b == 0 ? double.NaN : a / b);

    private double[] Ultimate()
    {
        double[] pressure = PlainSeries.Of(count, i => i == 0 ? double.NaN : c[i] - Math.Min(l[i], c[i - 1]));
        double[] range = TrueRange(h, l, c);
        double[][] shares =
        [
            .. Spans.Select(n => Each(Sum(pressure, n), Sum(range, n), (a, b) => b == 0 ? double.NaN : a / b)),
        ];
        return PlainSeries.Of(count, i => 100 * ((4 * shares[0][i]) + (2 * shares[1][i]) + shares[2][i]) / 7);
    }

    private double[] Fisher()
    {
        double[] middle = PlainSeries.Of(count, i => (double)(((decimal)h[i] + (decimal)l[i]) / 2));
        double[] fisher = new double[count];
        double x = 0;
        for (int i = 1; i < count; i++)
        {
            double[] window = middle[Math.Max(0, i - 9)..(i + 1)];
            double span = window.Max() - window.Min();
            x = span == 0 ? 0 : (0.66 * (((middle[i] - window.Min()) / span) - 0.5)) + (0.67 * x);
            x = x > 0.99 ? 0.999 : x < -0.99 ? -0.999 : x;
            fisher[i] = Math.Atanh(x) + (fisher[i - 1] / 2);
        }

        return fisher;
    }

    private double[][] HeikinAshi()
    {
        double[] close = PlainSeries.Of(count, i => (o[i] + h[i] + l[i] + c[i]) / 4);
        double[] open = new double[count];
        for (int i = 0; i < count; i++)
        {
            open[i] = i == 0 ? (o[0] + c[0]) / 2 : (open[i - 1] + close[i - 1]) / 2;
        }

        return
        [
            open, PlainSeries.Of(count, i => new[] { h[i], open[i], close[i] }.Max()),
            PlainSeries.Of(count, i => new[] { l[i], open[i], close[i] }.Min()), close,
        ];
    }
}
