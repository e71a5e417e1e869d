using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>Chooses among a symbol's series: the timeframe itself, else the longest that builds it up.</summary>
internal sealed class SeriesChoice(Symbol symbol, IReadOnlyList<CandleSeries> series, List<Problem> problems)
{
    /// <summary>Bars of a timeframe; null, with a problem, where no series gives them.</summary>
    public CandleSeries? Bars(Timeframe timeframe)
    {
        if (series.Count == 0)
        {
            return Fail($"no candles of {symbol}, expected data for every symbol that the strategy lists");
        }

        CandleSeries? found = Find(timeframe);
        if (found is not null)
        {
            return found.Count > 0 ? found : Fail($"candles of {symbol} do not fill one bar of {timeframe}, expected more");
        }

        string there = string.Join(", ", series.Select(one => one.Timeframe).Order());
        bool isFiner = series.Any(one => one.Timeframe < timeframe);
        return Fail(isFiner
            ? $"candles of {symbol} are {there}, which does not divide {timeframe}, expected a timeframe that does"
            : $"candles of {symbol} are {there}, coarser than the strategy's {timeframe}, expected {timeframe} or finer");
    }

    /// <summary>Finer candles for the walk inside bars; null, with a problem, where no series gives them.</summary>
    public CandleSeries? Detail(Timeframe timeframe) => Find(timeframe) ?? Fail(
        $"no candles of {symbol} as fine as the strategy's detail {timeframe}, expected another --data with them");

    private CandleSeries? Find(Timeframe timeframe)
    {
        CandleSeries? best = null;
        foreach (CandleSeries one in series)
        {
            if (one.Timeframe.Divides(timeframe) && (best is null || one.Timeframe > best.Timeframe))
            {
                best = one;
            }
        }

        return best is null || best.Timeframe == timeframe ? best : Resampler.Resample(best, timeframe).Candles;
    }

    private CandleSeries? Fail(string message)
    {
        problems.Add(new Problem("--data", 0, 0, message));
        return null;
    }
}
