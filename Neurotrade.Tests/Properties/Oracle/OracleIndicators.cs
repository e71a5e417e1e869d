using System.Numerics;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Indicators by their textbook definitions and the conventions of contracts 8, each value from its window.</summary>
internal static class OracleIndicators
{
    /// <summary>Last bits of recursive averages are free; this many times the scale of the values bounds them.</summary>
    private const double Loose = 1e-11;

    /// <summary>Columns by output name for one instance over the strategy's bars.</summary>
    public static Dictionary<string, Reading[]> Compute(OracleIndicator indicator, List<OracleCandle> bars, long barMillis)
    {
        if (indicator.TimeframeMillis is not long millis || millis == barMillis)
        {
            return Compute(indicator, bars);
        }

        // contracts 4.10: a value is visible from the close of the bar at which its candle closes.
        List<(OracleCandle Candle, int KnownAt)> longer = OracleMarket.Longer(bars, barMillis, millis);
        Dictionary<string, Reading[]> columns = Compute(indicator, longer.ConvertAll(l => l.Candle));
        Dictionary<string, Reading[]> aligned = new(StringComparer.Ordinal);
        foreach ((string output, Reading[] values) in columns)
        {
            Reading[] column = Filled(bars.Count);
            for (int k = 0; k < longer.Count; k++)
            {
                int until = k + 1 < longer.Count ? longer[k + 1].KnownAt : bars.Count;
                for (int t = longer[k].KnownAt; t < until; t++)
                {
                    column[t] = values[k];
                }
            }

            aligned[output] = column;
        }

        return aligned;
    }

    private static Dictionary<string, Reading[]> Compute(OracleIndicator indicator, List<OracleCandle> bars)
    {
        List<double> p = indicator.Parameters;
        int period = (int)p[0];
        return indicator.Type switch
        {
            "sma" => Single("sma", Sma(bars, period)),
            "ema" => Single("ema", Ema(Closes(bars), period, Loose * Scale(bars))),
            "rsi" => Single("rsi", Rsi(bars, period)),
            "atr" => Single("atr", Atr(bars, period)),
            "donchian" => Donchian(bars, period),
            "bollinger" => Bollinger(bars, period, p[1]),
            "macd" => Macd(bars, period, (int)p[1], (int)p[2]),
            _ => throw new InvalidOperationException(indicator.Type),
        };
    }

    private static Dictionary<string, Reading[]> Single(string name, Reading[] column) =>
        new(StringComparer.Ordinal) { [name] = column };

    private static Reading[] Filled(int count)
    {
        Reading[] column = new Reading[count];
        Array.Fill(column, Reading.Missing);
        return column;
    }

    private static double Scale(List<OracleCandle> bars) => bars.Count == 0 ? 0 : bars.Max(b => b.High);

    private static double[] Closes(List<OracleCandle> bars) => [.. bars.Select(b => b.Close)];

    private static BigInteger SumOfCloses(List<OracleCandle> bars, int last, int period)
    {
        BigInteger sum = 0;
        for (int i = last - period + 1; i <= last; i++)
        {
            sum += Exact.Units(bars[i].Close);
        }

        return sum;
    }

    // contracts 4.20: the exact mean, correctly rounded.
    private static Reading[] Sma(List<OracleCandle> bars, int period)
    {
        Reading[] column = Filled(bars.Count);
        for (int t = period - 1; t < bars.Count; t++)
        {
            column[t] = Reading.Of(Exact.Mean(SumOfCloses(bars, t, period), period));
        }

        return column;
    }

    // Seeded with the simple average of its first values; x[t] weighs 2 / (n + 1).
    private static Reading[] Ema(double[] values, int period, double error)
    {
        Reading[] column = Filled(values.Length);
        int first = Array.FindIndex(values, v => !double.IsNaN(v));
        int seed = first + period - 1;
        if (first < 0 || seed >= values.Length)
        {
            return column;
        }

        double average = values.Skip(first).Take(period).Sum() / period;
        column[seed] = new Reading(average, error);
        for (int t = seed + 1; t < values.Length; t++)
        {
            average += 2.0 / (period + 1) * (values[t] - average);
            column[t] = new Reading(average, error);
        }

        return column;
    }

    // Wilder: averages of gains and losses; 100 where the average loss is 0.
    private static Reading[] Rsi(List<OracleCandle> bars, int period)
    {
        Reading[] column = Filled(bars.Count);
        double gain = 0;
        double loss = 0;
        for (int t = 1; t < bars.Count; t++)
        {
            double change = bars[t].Close - bars[t - 1].Close;
            double up = Math.Max(change, 0);
            double down = Math.Max(-change, 0);
            if (t <= period)
            {
                gain += up / period;
                loss += down / period;
            }
            else
            {
                gain = ((gain * (period - 1)) + up) / period;
                loss = ((loss * (period - 1)) + down) / period;
            }

            if (t >= period)
            {
                column[t] = new Reading(loss == 0 ? 100 : 100 - (100 / (1 + (gain / loss))), 1e-8);
            }
        }

        return column;
    }

    // Wilder's average of true ranges; a true range needs the close before it.
    private static Reading[] Atr(List<OracleCandle> bars, int period)
    {
        Reading[] column = Filled(bars.Count);
        double average = 0;
        double error = Loose * Scale(bars);
        for (int t = 1; t < bars.Count; t++)
        {
            double before = bars[t - 1].Close;
            double range = Math.Max(bars[t].High, before) - Math.Min(bars[t].Low, before);
            average = t <= period ? average + (range / period) : ((average * (period - 1)) + range) / period;
            if (t >= period)
            {
                column[t] = new Reading(average, average == 0 ? 0 : error);
            }
        }

        return column;
    }

    private static Dictionary<string, Reading[]> Donchian(List<OracleCandle> bars, int period)
    {
        Reading[] middle = Filled(bars.Count);
        Reading[] upper = Filled(bars.Count);
        Reading[] lower = Filled(bars.Count);
        for (int t = period - 1; t < bars.Count; t++)
        {
            List<OracleCandle> window = bars.GetRange(t - period + 1, period);
            double high = window.Max(b => b.High);
            double low = window.Min(b => b.Low);
            upper[t] = Reading.Of(high);
            lower[t] = Reading.Of(low);
            middle[t] = Reading.Of(Exact.Mean(Exact.Units(high) + Exact.Units(low), 2));
        }

        return new(StringComparer.Ordinal) { ["middle"] = middle, ["upper"] = upper, ["lower"] = lower };
    }

    private static Dictionary<string, Reading[]> Bollinger(List<OracleCandle> bars, int period, double width)
    {
        string[] names = ["middle", "upper", "lower", "percent_b", "width"];
        Dictionary<string, Reading[]> columns = names.ToDictionary(n => n, _ => Filled(bars.Count), StringComparer.Ordinal);
        for (int t = period - 1; t < bars.Count; t++)
        {
            double mean = Exact.Mean(SumOfCloses(bars, t, period), period);
            double squares = 0;
            for (int i = t - period + 1; i <= t; i++)
            {
                double distance = bars[i].Close - mean;
                squares += distance * distance;
            }

            // Equal closes have no deviation at all, whatever the mean's rounding.
            bool isFlat = bars.GetRange(t - period + 1, period).TrueForAll(b => b.Close == bars[t].Close);
            double deviation = isFlat ? 0 : Math.Sqrt(squares / period);
            double error = isFlat ? 0 : Loose * mean;
            double upper = mean + (width * deviation);
            double lower = mean - (width * deviation);
            columns["middle"][t] = Reading.Of(mean);
            columns["upper"][t] = new Reading(upper, error);
            columns["lower"][t] = new Reading(lower, error);
            columns["width"][t] = new Reading((upper - lower) / mean, isFlat ? 0 : Loose);
            if (!isFlat)
            {
                columns["percent_b"][t] = new Reading((bars[t].Close - lower) / (upper - lower), error / (upper - lower));
            }
        }

        return columns;
    }

    private static Dictionary<string, Reading[]> Macd(List<OracleCandle> bars, int fast, int slow, int signal)
    {
        double error = Loose * Scale(bars);
        Reading[] quick = Ema(Closes(bars), fast, error);
        Reading[] calm = Ema(Closes(bars), slow, error);
        double[] line = [.. quick.Select((q, t) => q.Value - calm[t].Value)];
        Reading[] smooth = Ema(line, signal, error);
        return new(StringComparer.Ordinal)
        {
            ["line"] = [.. line.Select(v => new Reading(v, error))],
            ["signal"] = smooth,
            ["histogram"] = [.. line.Select((v, t) => new Reading(v - smooth[t].Value, error))],
        };
    }
}
