using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The generated market, exchange <c>sim</c>: any symbol, any timeframe, any range from 2000 to 2100, the same bytes on
/// every machine. Prices lie on the symbol's tick. A range gives the candles of the same part of a longer one.
/// docs/sim-market.md.
/// </summary>
public sealed class GeneratedMarket : ICandleSource
{
    /// <summary>The exchange's name in addresses and files.</summary>
    public const string Exchange = "sim";

    /// <summary>No request makes more candles than this.</summary>
    public const int MostCandles = 30_000_000;

    private const int YearOfDefault = 2024;

    /// <summary>
    /// Candles of <c>store:sim/…</c>; null for any other exchange. Throws <see cref="InputException"/>.
    /// </summary>
    public LoadedCandles? Load(CandleRequest request, CancellationToken cancellation)
    {
        if (request.Exchange != Exchange)
        {
            return null;
        }

        Instant from = request.From ?? Instant.FromDate(YearOfDefault, 1, 1);
        Instant year = Instant.FromDate(YearOfDefault + 1, 1, 1);
        Instant to = request.To ?? (from < year ? year : new Instant(from.UnixMillis + (365 * Instant.MillisPerDay)));
        CandleSeries series = Make(request.Symbol, request.Timeframe, from, to, request.Seed, cancellation);
        return new LoadedCandles(series, Quality.Of(series));
    }

    /// <summary>
    /// The candles that open in [from, to). Throws <see cref="InputException"/> where that is more than
    /// <see cref="MostCandles"/> or not all between 2000 and 2100.
    /// </summary>
    public static CandleSeries Make(
        Symbol symbol, Timeframe timeframe, Instant from, Instant to, int seed = 1,
        CancellationToken cancellation = default)
    {
        long first = timeframe.Floor(from.UnixMillis + timeframe.Millis - 1);
        long end = Math.Max(first, timeframe.Floor(to.UnixMillis + timeframe.Millis - 1));
        long count = (end - first) / timeframe.Millis;
        Check(symbol, timeframe, first, end, count);
        CandleBuilder builder = new(symbol, timeframe, first, (int)count);
        GeneratedMarketSymbol character = GeneratedMarketSymbol.Of(symbol);
        bool isOfMinutes = timeframe.Millis % Timeframe.Minute.Millis == 0;
        long firstDay = new Instant(first).Day;
        int dayCount = count == 0 ? 0 : (int)(new Instant(end - 1).Day - firstDay + 1);
        GeneratedMarketMinutes draw = new(seed, character);
        GeneratedMarketSeconds split = new(seed, character);
        GeneratedMarketMinute[] minutes = new GeneratedMarketMinute[GeneratedMarketMinutes.OfDay];
        GeneratedMarketMinute[] seconds = new GeneratedMarketMinute[GeneratedMarketSeconds.OfMinute];
        foreach (GeneratedMarketDay day in GeneratedMarketDays.Of(seed, character, firstDay, dayCount))
        {
            cancellation.ThrowIfCancellationRequested();
            draw.Draw(day, minutes);
            for (int m = 0; m < minutes.Length; m++)
            {
                long minute = (day.Day * GeneratedMarketMinutes.OfDay) + m;
                long opens = minute * Timeframe.Minute.Millis;
                if (isOfMinutes)
                {
                    builder.Add(opens, minutes[m]);
                    continue;
                }

                split.Draw(minute, minutes[m], seconds);
                for (int s = 0; s < seconds.Length; s++)
                {
                    builder.Add(opens + (s * 1000L), seconds[s]);
                }
            }
        }

        return builder.ToSeries(character);
    }

    private static void Check(Symbol symbol, Timeframe timeframe, long first, long end, long count)
    {
        string name = $"store:{Exchange}/{symbol}/{timeframe}";
        if (count > 0 && (first < GeneratedMarketDays.Origin.UnixMillis || end > GeneratedMarketDays.End.UnixMillis))
        {
            string whole = $"{GeneratedMarketDays.Origin} to {GeneratedMarketDays.End}";
            throw new InputException(new Problem(
                name, 0, 0, $"Expected a range inside that of the generated market, {whole}."));
        }

        if (count > MostCandles)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture,
                $"That is {count} candles; expected at most {MostCandles}: a shorter range or longer candles.");
            throw new InputException(new Problem(name, 0, 0, message));
        }
    }

    // Gathers finer candles into those of the timeframe, in whole ticks and lots.
    private sealed class CandleBuilder
    {
        private readonly Symbol symbol;
        private readonly Timeframe timeframe;
        private readonly long first;
        private readonly GeneratedMarketMinute[] candles;
        private long bucketEnds;
        private int at = -1;

        public CandleBuilder(Symbol symbol, Timeframe timeframe, long first, int count)
        {
            (this.symbol, this.timeframe, this.first, bucketEnds) = (symbol, timeframe, first, first);
            candles = new GeneratedMarketMinute[count];
        }

        public void Add(long opens, in GeneratedMarketMinute part)
        {
            if (opens < first)
            {
                return;
            }

            if (opens >= bucketEnds)
            {
                at++;
                bucketEnds += timeframe.Millis;
                if (at < candles.Length)
                {
                    candles[at] = part;
                }
            }
            else if (at < candles.Length)
            {
                GeneratedMarketMinute whole = candles[at];
                candles[at] = new GeneratedMarketMinute(
                    whole.Open, Math.Max(whole.High, part.High), Math.Min(whole.Low, part.Low), part.Close,
                    whole.Lots + part.Lots);
            }
        }

        public CandleSeries ToSeries(GeneratedMarketSymbol character)
        {
            int count = candles.Length;
            long[] times = new long[count];
            (double[] opens, double[] highs, double[] lows) = (new double[count], new double[count], new double[count]);
            (double[] closes, double[] volumes) = (new double[count], new double[count]);
            (double ticks, double lots) = (character.TicksOfUnit, GeneratedMarketSymbol.LotsOfUnit);
            for (int i = 0; i < count; i++)
            {
                GeneratedMarketMinute candle = candles[i];
                times[i] = first + (i * timeframe.Millis);
                (opens[i], highs[i], lows[i]) = (candle.Open / ticks, candle.High / ticks, candle.Low / ticks);
                (closes[i], volumes[i]) = (candle.Close / ticks, candle.Lots / lots);
            }

            return new CandleSeries(symbol, timeframe, times, opens, highs, lows, closes, volumes);
        }
    }
}
