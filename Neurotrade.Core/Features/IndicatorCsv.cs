using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Indicator columns as CSV: <c>time</c> and a column per output, empty while missing (contracts 1).</summary>
public static class IndicatorCsv
{
    /// <summary>The header's names: <c>time</c>, then those of every instance's outputs.</summary>
    public static IEnumerable<string> Header(FeatureFrame frame) =>
        frame.Instances.SelectMany(instance => IndicatorSpec.Columns(instance)).Prepend("time");

    /// <summary>Writes the header and the rows from an index on, with line feeds; gives how many rows.</summary>
    public static int Write(TextWriter writer, FeatureFrame frame, int firstRow, CancellationToken cancellation)
    {
        writer.Write(string.Join(',', Header(frame)));
        writer.Write('\n');
        (int Instance, int Output)[] columns =
        [
            .. frame.Instances.SelectMany((one, i) => Enumerable.Range(0, one.Definition.Outputs.Length).Select(o => (i, o))),
        ];
        for (int row = firstRow; row < frame.Candles.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Write(new Instant(frame.Candles.Times[row]).ToString());
            foreach ((int instance, int output) in columns)
            {
                writer.Write(',');
                writer.Write(Numbers.Text(frame.Column(instance, output)[row]));
            }

            writer.Write('\n');
        }

        return frame.Candles.Count - firstRow;
    }
}
