using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>Getting at candles: klines as text in memory, and a longer timeframe from minutes.</summary>
internal static class CandleFigures
{
    private const int Rows = 200_000;

    public static IEnumerable<Figure> All()
    {
        yield return Figure.Rate("candles.klines", "rows/s", Klines);
        yield return Figure.Rate("candles.resample", "rows/s", Resample);
    }

    private static (Action Work, int Amount) Klines()
    {
        CandleSeries bars = Bars.Make(Rows);
        byte[] text = CandleLoading.Klines(bars);
        CandleLoading.Check(bars, CandleLoading.Parsed(text, bars));
        return (() => CandleLoading.Parsed(text, bars), Rows);
    }

    private static (Action Work, int Amount) Resample()
    {
        CandleSeries bars = Bars.Make(Rows);
        Guard.That(Timeframe.TryParse("15m", out Timeframe quarter));
        return (() => Resampler.Resample(bars, quarter), Rows);
    }
}
