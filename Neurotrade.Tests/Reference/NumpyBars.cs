using System.Buffers.Binary;
using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Reference;

/// <summary>
/// One million seeded random-walk bars of one minute from 2021-01-01, the input to which published figures refer
/// (<c>shared/bench/make_bars.py</c>, seed 42): the same columns to the bit, made without Python.
/// </summary>
internal static class NumpyBars
{
    public const int Count = 1_000_000;
    public const long FirstOpenMillis = 1_609_459_200_000;

    private static readonly Lazy<Columns> Made = new(Make);

    /// <summary>The first so many bars as BTC/USDT; nothing is copied, the columns are made once a process.</summary>
    public static CandleSeries Series(int count = Count)
    {
        Guard.That(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        Columns made = Made.Value;
        return new CandleSeries(
            symbol, Timeframe.Minute, made.Times, made.Opens, made.Highs, made.Lows, made.Closes, made.Volumes)
            .Slice(0, count);
    }

    /// <summary>Open, high, low, close and volume, column after column, as little-endian doubles.</summary>
    public static byte[] ToBytes()
    {
        byte[] bytes = new byte[5 * Count * sizeof(double)];
        int at = 0;
        Columns made = Made.Value;
        foreach (double[] column in (double[][])[made.Opens, made.Highs, made.Lows, made.Closes, made.Volumes])
        {
            foreach (double value in column)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(at), value);
                at += sizeof(double);
            }
        }

        return bytes;
    }

    /// <summary>The first so many rows as Binance's twelve-column kline CSV without a header.</summary>
    public static void WriteKlines(TextWriter writer, int count = Count)
    {
        Columns made = Made.Value;
        for (int i = 0; i < count; i++)
        {
            double middle = made.Opens[i] + made.Closes[i];
            double quote = Round5(made.Volumes[i] * middle / 2);
            double takerQuote = Round5(made.TakerVolumes[i] * middle / 2);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{made.Times[i]},{made.Opens[i]:F8},{made.Highs[i]:F8},{made.Lows[i]:F8},{made.Closes[i]:F8},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{made.Volumes[i]:F8},{made.Times[i] + 59_999},{quote:F8},{made.TradeCounts[i]},"));
            writer.Write(string.Create(
                CultureInfo.InvariantCulture, $"{made.TakerVolumes[i]:F8},{takerQuote:F8},0\n"));
        }
    }

    private static Columns Make()
    {
        NumpyRandom random = new(42);
        double[] body = Fill(() => random.Normal(0, 0.0006));
        double[] gap = Fill(() => random.Normal(0, 0.0001));
        double[] above = Fill(() => Math.Abs(random.Normal(0, 0.0004)));
        double[] below = Fill(() => Math.Abs(random.Normal(0, 0.0004)));
        double[] volume = Fill(() => Round5(random.LogNormal(2, 1)));
        int[] trades = new int[Count];
        for (int i = 0; i < Count; i++)
        {
            trades[i] = random.Integer(50, 5000);
        }

        int drawn = 0;
        double[] taker = Fill(() => Round5(volume[drawn++] * random.Uniform(0.3, 0.7)));
        Columns made = new(
            new long[Count], new double[Count], new double[Count], new double[Count], new double[Count], volume, trades,
            taker);
        double start = Math.Log(30_000.0);
        double walked = 0;
        for (int i = 0; i < Count; i++)
        {
            walked += body[i] + gap[i];
            double open = Round2(Math.Exp(start + walked - body[i]));
            double close = Round2(Math.Exp(start + walked));
            (made.Opens[i], made.Closes[i], made.Times[i]) = (open, close, FirstOpenMillis + (60_000L * i));
            made.Highs[i] = Round2(Math.Max(open, close) * (1 + above[i]));
            made.Lows[i] = Round2(Math.Min(open, close) * (1 - below[i]));
        }

        return made;
    }

    private static double[] Fill(Func<double> draw)
    {
        double[] values = new double[Count];
        for (int i = 0; i < Count; i++)
        {
            values[i] = draw();
        }

        return values;
    }

    // As NumPy rounds: scaled, to the nearest even, and back.
    private static double Round2(double value) => Math.Round(value * 100) / 100;

    private static double Round5(double value) => Math.Round(value * 100_000) / 100_000;

    private sealed record Columns(
        long[] Times,
        double[] Opens,
        double[] Highs,
        double[] Lows,
        double[] Closes,
        double[] Volumes,
        int[] TradeCounts,
        double[] TakerVolumes);
}
