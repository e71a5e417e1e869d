using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>Two series of one symbol and timeframe as one, the fresh one winning; gaps stay gaps.</summary>
/// <param name="UnchangedPrefix">How many candles at the front are the old series', unchanged and in their places.</param>
/// <param name="Rest">The candles behind these.</param>
/// <param name="Changes">What the fresh series brought.</param>
internal sealed record CandleMerge(int UnchangedPrefix, CandleSeries Rest, StoreMerge Changes)
{
    public static CandleMerge Of(CandleSeries old, CandleSeries fresh)
    {
        // Candles before the first fresh one are not looked at: most merges append.
        int start = fresh.Count == 0 ? old.Count : old.IndexAtOrAfter(fresh.Times[0]);
        List<Candle> merged = new(old.Count - start + fresh.Count);
        List<Instant> revised = [];
        (long already, long revisedCount) = (0, 0);
        int unchanged = old.Count;
        int oldIndex = start;
        for (int i = 0; i < fresh.Count; i++)
        {
            Candle candle = fresh[i];
            while (oldIndex < old.Count && old.Times[oldIndex] < candle.OpenMillis)
            {
                merged.Add(old[oldIndex++]);
            }

            bool isThere = oldIndex < old.Count && old.Times[oldIndex] == candle.OpenMillis;
            if (isThere && old[oldIndex] == candle)
            {
                already++;
            }
            else
            {
                unchanged = Math.Min(unchanged, oldIndex);
                if (isThere)
                {
                    revisedCount++;
                    AddNamed(revised, candle);
                }
            }

            oldIndex += isThere ? 1 : 0;
            merged.Add(candle);
        }

        for (; oldIndex < old.Count; oldIndex++)
        {
            merged.Add(old[oldIndex]);
        }

        CandleSeries rest = CandleSeries.From(fresh.Symbol, fresh.Timeframe, merged);
        int kept = unchanged - start;
        StoreMerge changes = new(fresh.Count - already - revisedCount, already, revisedCount, [.. revised]);
        return new CandleMerge(unchanged, rest.Slice(kept, rest.Count - kept), changes);
    }

    private static void AddNamed(List<Instant> revised, in Candle candle)
    {
        if (revised.Count < QualityReport.MostNamed)
        {
            revised.Add(new Instant(candle.OpenMillis));
        }
    }
}
