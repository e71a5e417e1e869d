using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Where a run over bars reads candles and indicator values from.</summary>
internal abstract class BarSource
{
    /// <summary>Whether every indicator value is finite or NaN and any bar can be read at any time.</summary>
    public virtual bool IsKnown => false;

    /// <summary>So many candles from a bar on.</summary>
    public abstract CandleColumns Candles(int bar, int count);

    /// <summary>So many values of one output from a bar on.</summary>
    public abstract ReadOnlySpan<double> Indicator(int instance, int output, int bar, int count);
}

/// <summary>Whole columns.</summary>
internal sealed class FrameSource(FeatureFrame frame) : BarSource
{
    public override bool IsKnown => frame.IsKnown;

    public override CandleColumns Candles(int bar, int count) => frame.Candles.Columns.Slice(bar, count);

    public override ReadOnlySpan<double> Indicator(int instance, int output, int bar, int count) =>
        frame.Column(instance, output).Slice(bar, count);
}

/// <summary>The last candle with its row of indicator values, outputs of the first instance first.</summary>
internal sealed class RowSource : BarSource
{
    private readonly long[] time = new long[1];
    private readonly double[] fields = new double[5];
    private readonly double[] row;
    private readonly int[] starts;

    /// <summary>A source of rows for the instances given.</summary>
    public RowSource(IReadOnlyList<IndicatorInstance> instances)
    {
        starts = new int[instances.Count];
        int width = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            starts[i] = width;
            width += instances[i].Definition.Outputs.Length;
        }

        row = new double[width];
    }

    public double Close => fields[3];

    /// <summary>Takes the next candle and its row.</summary>
    public void Take(in Candle candle, ReadOnlySpan<double> values)
    {
        Guard.That(values.Length == row.Length);
        values.CopyTo(row);
        time[0] = candle.OpenMillis;
        (fields[0], fields[1], fields[2]) = (candle.Open, candle.High, candle.Low);
        (fields[3], fields[4]) = (candle.Close, candle.Volume);
    }

    public override CandleColumns Candles(int bar, int count) => new(
        time, fields.AsSpan(0, 1), fields.AsSpan(1, 1), fields.AsSpan(2, 1), fields.AsSpan(3, 1), fields.AsSpan(4, 1));

    public override ReadOnlySpan<double> Indicator(int instance, int output, int bar, int count) =>
        row.AsSpan(starts[instance] + output, 1);
}
