using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>The indicator columns of one symbol: a value per candle and output, NaN where it is missing.</summary>
public sealed class FeatureFrame
{
    private readonly double[][] blocks;

    private FeatureFrame(
        CandleSeries candles, ImmutableArray<IndicatorInstance> instances, double[][] blocks, bool isKnown) =>
        (Candles, Instances, this.blocks, IsKnown) = (candles, instances, blocks, isKnown);

    /// <summary>The candles over which the columns were computed.</summary>
    public CandleSeries Candles { get; }

    /// <summary>The instances, in the order by which <see cref="Column"/> counts.</summary>
    public ImmutableArray<IndicatorInstance> Instances { get; }

    /// <summary>Whether every value is finite or NaN, so that rules read the columns where they lie.</summary>
    internal bool IsKnown { get; }

    /// <summary>One output's column, as long as the candles.</summary>
    public ReadOnlySpan<double> Column(int instance, int output) =>
        new ColumnBlock(blocks[instance], Candles.Count)[output];

    /// <summary>The first output's column of an instance, not copied; empty for none.</summary>
    internal ReadOnlyMemory<double> FirstOutput(int? instance) =>
        instance is { } known ? Values(known, 0) : default;

    /// <summary>One output's column, to be kept beyond the call; not copied.</summary>
    internal ReadOnlyMemory<double> Values(int instance, int output) =>
        blocks[instance].AsMemory(output * Candles.Count, Candles.Count);

    /// <summary>
    /// Computes every instance over the candles; equal instances share one block. A value of a higher timeframe is
    /// visible from the close of the bar at which its candle closes (contracts 4.10).
    /// </summary>
    public static FeatureFrame Compute(CandleSeries candles, ImmutableArray<IndicatorInstance> instances) =>
        new FeatureCache(candles).Compute(instances);

    /// <summary>A frame over columns that were computed before, a block an instance.</summary>
    /// <param name="candles">The candles under them.</param>
    /// <param name="instances">In the order by which columns are counted.</param>
    /// <param name="blocks">The columns of each.</param>
    /// <param name="isKnown">Whether what is not finite stands in them as NaN.</param>
    internal static FeatureFrame Over(
        CandleSeries candles, ImmutableArray<IndicatorInstance> instances, double[][] blocks, bool isKnown = false)
    {
        Guard.That(blocks.Length == instances.Length);
        return new FeatureFrame(candles, instances, blocks, isKnown);
    }

    /// <summary>Computes one indicator into a block with a row per candle and a column per output.</summary>
    /// <param name="candles">The strategy's bars.</param>
    /// <param name="definition">Which indicator.</param>
    /// <param name="parameters">Its parameters' values.</param>
    /// <param name="longer">The candles of a higher timeframe; null: the strategy's own.</param>
    /// <param name="block">Where the columns go.</param>
    internal static void Fill(
        CandleSeries candles,
        IndicatorDefinition definition,
        ImmutableArray<double> parameters,
        ResampledCandles? longer,
        Span<double> block)
    {
        if (longer is null)
        {
            definition.Create(parameters).Compute(candles.Columns, new ColumnBlock(block, candles.Count));
            return;
        }

        int outputs = definition.Outputs.Length;
        double[] values = new double[longer.Candles.Count * outputs];
        definition.Create(parameters).Compute(longer.Candles.Columns, new ColumnBlock(values, longer.Candles.Count));
        Align(longer.ClosedAt.Span, values, block, candles.Count, outputs);
    }

    private static void Align(
        ReadOnlySpan<int> closedAt, ReadOnlySpan<double> values, Span<double> block, int bars, int outputs)
    {
        block.Fill(double.NaN);
        for (int output = 0; output < outputs; output++)
        {
            ReadOnlySpan<double> from = values.Slice(output * closedAt.Length, closedAt.Length);
            Span<double> to = block.Slice(output * bars, bars);
            for (int i = 0; i < closedAt.Length; i++)
            {
                // Of two that became known with one bar, the later stands.
                int end = i + 1 < closedAt.Length ? closedAt[i + 1] : bars;
                to[closedAt[i]..end].Fill(from[i]);
            }
        }
    }
}
