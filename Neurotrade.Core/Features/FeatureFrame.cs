using System.Collections.Immutable;
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

    /// <summary>Computes every instance over the candles; equal instances share one block.</summary>
    public static FeatureFrame Compute(CandleSeries candles, ImmutableArray<IndicatorInstance> instances)
    {
        double[][] blocks = new double[instances.Length][];
        for (int i = 0; i < instances.Length; i++)
        {
            IndicatorInstance instance = instances[i];
            blocks[i] = new double[candles.Count * instance.Definition.Outputs.Length];
            instance.Definition.Create(instance.Parameters)
                .Compute(candles.Columns, new ColumnBlock(blocks[i], candles.Count));
        }

        return new FeatureFrame(candles, instances, blocks);
    }
}
