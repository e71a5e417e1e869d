using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks.Indicators;

/// <summary>Eight indicators as plain loops over doubles, without exact sums: what a bar costs at least, written simply.</summary>
internal static class PlainLoops
{
    /// <summary>Computes an indicator with its default parameters; the first output lies first in the block.</summary>
    public delegate void Loop(CandleSeries candles, double[] block);

    /// <summary>The loop for an indicator's name; null where none stands here.</summary>
    public static Loop? Of(string name) => name switch
    {
        "sma" => (candles, block) => Sma(candles.Closes, block, 20),
        "ema" => (candles, block) => Ema(candles.Closes, block, 20),
        "rsi" => (candles, block) => Rsi(candles.Closes, block, 14),
        "macd" => (candles, block) => Macd(candles.Closes, block),
        "bollinger" => (candles, block) => Bollinger(candles.Closes, block, 20, 2),
        "atr" => (candles, block) => Atr(candles, block, 14),
        "adx" => (candles, block) => Adx(candles, block, 14),
        "stoch" => (candles, block) => Stochastic(candles, block, 14),
        _ => null,
    };

    private static void Sma(ReadOnlySpan<double> closes, Span<double> mean, int n)
    {
        double sum = 0;
        for (int i = 0; i < closes.Length; i++)
        {
            sum += closes[i];
            mean[i] = i < n - 1 ? double.NaN : sum / n;
            sum -= i < n - 1 ? 0 : closes[i - n + 1];
        }
    }

    private static void Ema(ReadOnlySpan<double> closes, Span<double> mean, int n)
    {
        double k = 2.0 / (n + 1);
        double e = 0;
        for (int i = 0; i < n; i++)
        {
            e += closes[i] / n;
        }

        for (int i = n; i < closes.Length; i++)
        {
            mean[i] = e = Math.FusedMultiplyAdd(closes[i] - e, k, e);
        }
    }

    private static void Rsi(ReadOnlySpan<double> closes, Span<double> rsi, int n)
    {
        double gain = 0;
        double loss = 0;
        double keep = (n - 1.0) / n;
        for (int i = 1; i < closes.Length; i++)
        {
            double change = closes[i] - closes[i - 1];
            double scale = i <= n ? 1 : keep;
            gain = Math.FusedMultiplyAdd(gain, scale, Math.Max(change, 0) / n);
            loss = Math.FusedMultiplyAdd(loss, scale, Math.Max(-change, 0) / n);
            rsi[i] = 100 * gain / (gain + loss);
        }
    }

    private static void Macd(ReadOnlySpan<double> closes, Span<double> block)
    {
        int count = closes.Length;
        double fast = closes[0];
        double slow = closes[0];
        double signal = 0;
        for (int i = 0; i < count; i++)
        {
            fast = Math.FusedMultiplyAdd(closes[i] - fast, 2.0 / 13, fast);
            slow = Math.FusedMultiplyAdd(closes[i] - slow, 2.0 / 27, slow);
            double line = fast - slow;
            signal = Math.FusedMultiplyAdd(line - signal, 0.2, signal);
            block[i] = line;
            block[count + i] = signal;
            block[(2 * count) + i] = line - signal;
        }
    }

    private static void Bollinger(ReadOnlySpan<double> closes, Span<double> block, int n, double width)
    {
        int count = closes.Length;
        double origin = closes[0];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++)
        {
            double x = closes[i] - origin;
            double y = i < n ? 0 : closes[i - n] - origin;
            sum += x - y;
            squares += (x * x) - (y * y);
            double mean = sum / n;
            double half = width * Math.Sqrt(Math.Max(0, (squares / n) - (mean * mean)));
            block[i] = mean + origin;
            block[count + i] = mean + origin + half;
            block[(2 * count) + i] = mean + origin - half;
        }
    }

    private static void Atr(CandleSeries candles, Span<double> atr, int n)
    {
        ReadOnlySpan<double> highs = candles.Highs;
        ReadOnlySpan<double> lows = candles.Lows;
        ReadOnlySpan<double> closes = candles.Closes;
        double mean = 0;
        for (int i = 1; i < closes.Length; i++)
        {
            double range = Math.Max(highs[i], closes[i - 1]) - Math.Min(lows[i], closes[i - 1]);
            mean = i <= n ? mean + (range / n) : Math.FusedMultiplyAdd(mean, (n - 1.0) / n, range / n);
            atr[i] = mean;
        }
    }

    private static void Adx(CandleSeries candles, Span<double> block, int n)
    {
        ReadOnlySpan<double> highs = candles.Highs;
        ReadOnlySpan<double> lows = candles.Lows;
        ReadOnlySpan<double> closes = candles.Closes;
        int count = closes.Length;
        double keep = (n - 1.0) / n;
        double ranges = 0;
        double rises = 0;
        double falls = 0;
        double index = 0;
        for (int i = 1; i < count; i++)
        {
            double up = highs[i] - highs[i - 1];
            double down = lows[i - 1] - lows[i];
            double scale = i <= n ? 1 : keep;
            double range = Math.Max(highs[i], closes[i - 1]) - Math.Min(lows[i], closes[i - 1]);
            ranges = Math.FusedMultiplyAdd(ranges, scale, range);
            rises = Math.FusedMultiplyAdd(rises, scale, up > down && up > 0 ? up : 0);
            falls = Math.FusedMultiplyAdd(falls, scale, down > up && down > 0 ? down : 0);
            double plus = 100 * rises / ranges;
            double minus = 100 * falls / ranges;
            double strength = 100 * Math.Abs(plus - minus) / (plus + minus);
            index = i < n ? 0 : Math.FusedMultiplyAdd(index, i < 2 * n ? 1 : keep, strength / n);
            block[i] = index;
            block[count + i] = plus;
            block[(2 * count) + i] = minus;
        }
    }

    private static void Stochastic(CandleSeries candles, Span<double> block, int n)
    {
        ReadOnlySpan<double> highs = candles.Highs;
        ReadOnlySpan<double> lows = candles.Lows;
        ReadOnlySpan<double> closes = candles.Closes;
        int count = closes.Length;
        double rawBefore = 0;
        double rawTwoBefore = 0;
        double kBefore = 0;
        double kTwoBefore = 0;
        for (int i = n - 1; i < count; i++)
        {
            double highest = highs[i];
            double lowest = lows[i];
            for (int j = i - n + 1; j < i; j++)
            {
                highest = Math.Max(highest, highs[j]);
                lowest = Math.Min(lowest, lows[j]);
            }

            double raw = highest > lowest ? 100 * (closes[i] - lowest) / (highest - lowest) : 0;
            double k = (raw + rawBefore + rawTwoBefore) / 3;
            block[i] = k;
            block[count + i] = (k + kBefore + kTwoBefore) / 3;
            (rawTwoBefore, rawBefore, kTwoBefore, kBefore) = (rawBefore, raw, kBefore, k);
        }
    }
}
