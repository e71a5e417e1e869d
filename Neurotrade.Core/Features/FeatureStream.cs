using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// The rolling form of <see cref="FeatureFrame"/>: one candle in, one row of values out, the same bits at every bar
/// (contracts 4.9). Nothing is allocated a candle.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of features, beside the frame; no System.IO.Stream.")]
public sealed class FeatureStream
{
    private readonly FeatureBlocks plan;
    private readonly IIndicator[] indicators;
    private readonly RollingResampler[] resamplers;
    private readonly int[] blockOffsets;
    private readonly double[] blockValues;
    private readonly int[] offsets;
    private readonly double[] row;

    /// <summary>A stream over bars of a timeframe; a higher timeframe of an instance must be a multiple of it.</summary>
    public FeatureStream(Timeframe timeframe, ImmutableArray<IndicatorInstance> instances)
    {
        plan = FeatureBlocks.Of(timeframe, instances);
        Instances = instances;
        indicators = [.. plan.Distinct.Select(block => block.Definition.Create(block.Parameters))];
        resamplers = [.. plan.Longer.Select(longer => new RollingResampler(timeframe, longer))];
        blockOffsets = Offsets(plan.Distinct.Select(block => block.Definition));
        offsets = Offsets(instances.Select(instance => instance.Definition));
        blockValues = new double[blockOffsets[^1]];
        blockValues.AsSpan().Fill(double.NaN);
        row = new double[offsets[^1]];
    }

    /// <summary>The instances, in the order of the row.</summary>
    public ImmutableArray<IndicatorInstance> Instances { get; }

    /// <summary>Where an output's value stands in the row.</summary>
    public int Position(int instance, int output)
    {
        Guard.That(output >= 0 && output < Instances[instance].Definition.Outputs.Length);
        return offsets[instance] + output;
    }

    /// <summary>Takes the next closed candle; the row holds every instance's outputs and is valid until the next.</summary>
    public ReadOnlySpan<double> Update(in Candle candle)
    {
        for (int i = 0; i < indicators.Length; i++)
        {
            if (plan.Distinct[i].LongerIndex < 0)
            {
                UpdateBlock(i, in candle);
            }
        }

        for (int longer = 0; longer < resamplers.Length; longer++)
        {
            foreach (ref readonly Candle closed in resamplers[longer].Update(in candle))
            {
                UpdateLonger(longer, in closed);
            }
        }

        for (int i = 0; i < Instances.Length; i++)
        {
            BlockSpan(plan.OfInstance[i]).CopyTo(row.AsSpan(offsets[i]));
        }

        return row;
    }

    private void UpdateLonger(int longer, in Candle closed)
    {
        for (int i = 0; i < indicators.Length; i++)
        {
            if (plan.Distinct[i].LongerIndex == longer)
            {
                UpdateBlock(i, in closed);
            }
        }
    }

    private void UpdateBlock(int block, in Candle candle) => indicators[block].Update(in candle, BlockSpan(block));

    private Span<double> BlockSpan(int block) =>
        blockValues.AsSpan(blockOffsets[block], blockOffsets[block + 1] - blockOffsets[block]);

    // Where each one's outputs begin, and at the end where all of them end.
    private static int[] Offsets(IEnumerable<IndicatorDefinition> definitions)
    {
        List<int> starts = [0];
        foreach (IndicatorDefinition definition in definitions)
        {
            starts.Add(starts[^1] + definition.Outputs.Length);
        }

        return [.. starts];
    }
}
