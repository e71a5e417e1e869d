using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// The indicator columns of one series, kept from one frame to the next: what is asked for again is not computed again.
/// Those asked for least lately are forgotten. Not for several threads at once.
/// </summary>
public sealed class FeatureCache(CandleSeries candles, long mostValues = FeatureCache.MostValues)
{
    /// <summary>Values that are kept, 64 MB of them; one frame may take more for its own time.</summary>
    public const long MostValues = 8_000_000;

    private readonly List<Kept> kept = [];
    private readonly Dictionary<Timeframe, ResampledCandles> longer = [];
    private long frames;

    /// <summary>The candles over which the columns are computed.</summary>
    public CandleSeries Candles { get; } = candles;

    /// <summary>How often an indicator was computed so far.</summary>
    public int Computed { get; private set; }

    /// <summary>
    /// Every instance over the candles; equal instances share one block. A value of a higher timeframe is visible from the
    /// close of the bar at which its candle closes (contracts 4.10).
    /// </summary>
    public FeatureFrame Compute(ImmutableArray<IndicatorInstance> instances)
    {
        frames++;
        FeatureBlocks plan = FeatureBlocks.Of(Candles.Timeframe, instances);
        double[][] distinct =
        [
            .. plan.Distinct.Select(block => Columns(block, block.LongerIndex < 0 ? null : plan.Longer[block.LongerIndex])),
        ];
        MakeRoom();
        return FeatureFrame.Over(Candles, instances, [.. plan.OfInstance.Select(at => distinct[at])]);
    }

    private double[] Columns(FeatureBlocks.Block block, Timeframe? timeframe)
    {
        Kept? known = kept.Find(one => one.Timeframe == timeframe && ReferenceEquals(one.Block.Definition, block.Definition)
            && one.Block.Parameters.AsSpan().SequenceEqual(block.Parameters.AsSpan()));
        if (known is null)
        {
            Computed++;
            double[] columns = new double[Candles.Count * block.Definition.Outputs.Length];
            FeatureFrame.Fill(
                Candles, block.Definition, block.Parameters, timeframe is { } higher ? Longer(higher) : null, columns);
            kept.Add(known = new Kept(block, timeframe, columns));
        }

        known.Frame = frames;
        return known.Columns;
    }

    private ResampledCandles Longer(Timeframe timeframe)
    {
        if (!longer.TryGetValue(timeframe, out ResampledCandles? known))
        {
            longer[timeframe] = known = Resampler.Resample(Candles, timeframe);
        }

        return known;
    }

    // What the newest frame shows stays, however much it is.
    private void MakeRoom()
    {
        long values = kept.Sum(one => (long)one.Columns.Length);
        foreach (Kept old in kept.Where(one => one.Frame < frames).OrderBy(one => one.Frame).ToArray())
        {
            if (values <= mostValues)
            {
                return;
            }

            values -= old.Columns.Length;
            kept.Remove(old);
        }
    }

    private sealed class Kept(FeatureBlocks.Block block, Timeframe? timeframe, double[] columns)
    {
        public FeatureBlocks.Block Block { get; } = block;

        public Timeframe? Timeframe { get; } = timeframe;

        public double[] Columns { get; } = columns;

        /// <summary>The last frame that showed it.</summary>
        public long Frame { get; set; }
    }
}
