using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>One line of any candle file: a valid candle, or the reason why not, with its column.</summary>
internal readonly struct CandleLine
{
    private CandleLine(in Candle candle, long duration) => (Candle, Duration) = (candle, duration);

    private CandleLine(int column, string refusal) => (Column, Refusal) = (column, refusal);

    public Candle Candle { get; }

    /// <summary>Close time less open time, milliseconds; <see cref="CandleRows.NoDuration"/> where there is no close time.</summary>
    public long Duration { get; }

    /// <summary>Why the line is no valid candle; null where it is one.</summary>
    public string? Refusal { get; }

    /// <summary>Column, from 1, of the text that is refused; 0 for the whole line.</summary>
    public int Column { get; }

    /// <summary>Reads a line without its line feed.</summary>
    public static CandleLine Read(ReadOnlySpan<byte> line, CandleLayout layout)
    {
        Span<FieldRange> fields = stackalloc FieldRange[CandleLayout.MostColumns];
        int count = FieldRange.Split(line, fields);
        if (count != layout.Columns)
        {
            return new CandleLine(0, string.Create(CultureInfo.InvariantCulture,
                $"{count} columns ('{CandleLayout.Sample(line)}'), expected {layout.Columns}"));
        }

        FieldRange time = fields[layout.Time];
        if (!TimeText.TryParse(time.Of(line), out long open, out bool isWhole))
        {
            return new CandleLine(time.Start + 1,
                $"'{CandleLayout.Sample(time.Of(line))}' is not a time, {TimeText.Expected}");
        }

        if (!isWhole)
        {
            return new CandleLine(time.Start + 1,
                $"'{CandleLayout.Sample(time.Of(line))}' is not a whole millisecond, expected an aligned open time");
        }

        Span<double> values = stackalloc double[5];
        ReadOnlySpan<int> columns = [layout.Open, layout.High, layout.Low, layout.Close, layout.Volume];
        for (int i = 0; i < columns.Length; i++)
        {
            FieldRange field = fields[columns[i]];
            if (!DecimalText.TryParse(field.Of(line), out values[i]))
            {
                return new CandleLine(field.Start + 1,
                    $"{Names[i]} '{CandleLayout.Sample(field.Of(line))}' is not a number, expected decimal digits");
            }
        }

        Candle candle = new(open, values[0], values[1], values[2], values[3], values[4]);
        return candle.IsValid ? WithCloseTime(candle, line, layout, fields) : Invalid(candle, layout, fields);
    }

    private static ReadOnlySpan<string> Names => new[] { "open", "high", "low", "close", "volume" };

    private static CandleLine WithCloseTime(
        in Candle candle, ReadOnlySpan<byte> line, CandleLayout layout, ReadOnlySpan<FieldRange> fields)
    {
        if (layout.CloseTime < 0 || fields[layout.CloseTime].Length == 0)
        {
            return new CandleLine(candle, CandleRows.NoDuration);
        }

        FieldRange field = fields[layout.CloseTime];
        return TimeText.TryParse(field.Of(line), out long close, out _)
            ? new CandleLine(candle, close - candle.OpenMillis)
            : new CandleLine(field.Start + 1,
                $"close time '{CandleLayout.Sample(field.Of(line))}' is not a time, {TimeText.Expected}");
    }

    // Names the first rule of contracts 2 that the row breaks.
    private static CandleLine Invalid(in Candle candle, CandleLayout layout, ReadOnlySpan<FieldRange> fields)
    {
        (int role, string what) = candle switch
        {
            { Open: <= 0 } => (layout.Open, $"open {Numbers.Text(candle.Open)}, expected a price above 0"),
            { High: <= 0 } => (layout.High, $"high {Numbers.Text(candle.High)}, expected a price above 0"),
            { Low: <= 0 } => (layout.Low, $"low {Numbers.Text(candle.Low)}, expected a price above 0"),
            { Close: <= 0 } => (layout.Close, $"close {Numbers.Text(candle.Close)}, expected a price above 0"),
            { Volume: < 0 } => (layout.Volume, $"volume {Numbers.Text(candle.Volume)}, expected 0 or more"),
            _ when candle.Low > candle.Open => Outside(layout.Low, "low", candle.Low, "above open", candle.Open),
            _ when candle.Low > candle.Close => Outside(layout.Low, "low", candle.Low, "above close", candle.Close),
            _ when candle.High < candle.Open => Outside(layout.High, "high", candle.High, "below open", candle.Open),
            _ => Outside(layout.High, "high", candle.High, "below close", candle.Close),
        };
        return new CandleLine(fields[role].Start + 1, what);
    }

    private static (int Role, string What) Outside(int role, string name, double value, string how, double other) =>
        (role, $"{name} {Numbers.Text(value)} is {how} {Numbers.Text(other)}, "
            + "expected low <= open and close <= high");
}
