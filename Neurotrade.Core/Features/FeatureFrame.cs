using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>The indicator columns of one symbol: a value per candle and output, NaN where it is missing.</summary>
public sealed class FeatureFrame
{
    private readonly double[][] blocks;

    private FeatureFrame(CandleSeries candles, ImmutableArray<IndicatorInstance> instances, double[][] blocks) =>
        (Candles, Instances, this.blocks) = (candles, instances, blocks);

    /// <summary>The candles over which the columns were computed.</summary>
    public CandleSeries Candles { get; }

    /// <summary>The instances, in the order by which <see cref="Column"/> counts.</summary>
    public ImmutableArray<IndicatorInstance> Instances { get; }

    /// <summary>One output's column, as long as the candles.</summary>
    public ReadOnlySpan<double> Column(int instance, int output) =>
        new ColumnBlock(blocks[instance], Candles.Count)[output];

    /// <summary>
    /// Computes every instance over the candles; equal instances share one block. A value of a higher timeframe is
    /// visible from the close of the bar at which its candle closes (contracts 4.10).
    /// </summary>
    public static FeatureFrame Compute(CandleSeries candles, ImmutableArray<IndicatorInstance> instances)
    {
        FeatureBlocks plan = FeatureBlocks.Of(candles.Timeframe, instances);
        ResampledCandles[] longer = [.. plan.Longer.Select(timeframe => Resampler.Resample(candles, timeframe))];
        double[][] distinct = new double[plan.Distinct.Length][];
        for (int i = 0; i < distinct.Length; i++)
        {
            FeatureBlocks.Block block = plan.Distinct[i];
            distinct[i] = block.LongerIndex < 0
                ? OverOwnBars(candles, block)
                : Aligned(longer[block.LongerIndex], block, candles.Count);
        }

        double[][] blocks = new double[instances.Length][];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = distinct[plan.OfInstance[i]];
        }

        return new FeatureFrame(candles, instances, blocks);
    }

    private static double[] OverOwnBars(CandleSeries candles, FeatureBlocks.Block block)
    {
        double[] columns = new double[candles.Count * block.Definition.Outputs.Length];
        block.Definition.Create(block.Parameters).Compute(candles.Columns, new ColumnBlock(columns, candles.Count));
        return columns;
    }

    private static double[] Aligned(ResampledCandles longer, FeatureBlocks.Block block, int bars)
    {
        double[] values = OverOwnBars(longer.Candles, block);
        int outputs = block.Definition.Outputs.Length;
        double[] columns = new double[bars * outputs];
        columns.AsSpan().Fill(double.NaN);
        ReadOnlySpan<int> closedAt = longer.ClosedAt.Span;
        for (int output = 0; output < outputs; output++)
        {
            ReadOnlySpan<double> from = values.AsSpan(output * closedAt.Length, closedAt.Length);
            Span<double> to = columns.AsSpan(output * bars, bars);
            for (int i = 0; i < closedAt.Length; i++)
            {
                // Of two that became known with one bar, the later stands.
                int end = i + 1 < closedAt.Length ? closedAt[i + 1] : bars;
                to[closedAt[i]..end].Fill(from[i]);
            }
        }

        return columns;
    }
}
