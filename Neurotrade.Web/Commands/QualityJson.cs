using System.Collections.Immutable;
using System.Text.Json;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>A quality report as fields of a JSON object.</summary>
internal static class QualityJson
{
    public static void WriteAddress(Utf8JsonWriter writer, StoreAddress address)
    {
        writer.WriteString("address", address.ToString());
        writer.WriteString("exchange", address.Exchange);
        writer.WriteString("symbol", address.Symbol.ToString());
        writer.WriteString("timeframe", address.Timeframe.ToString());
    }

    public static void Write(Utf8JsonWriter writer, QualityReport quality)
    {
        writer.WriteNumber("rows", quality.Rows);
        writer.WriteNumber("refused_rows", quality.RefusedRows);
        writer.WriteNumber("duplicate_rows", quality.DuplicateRows);
        writer.WriteNumber("revised_rows", quality.RevisedRows);
        WriteTimes(writer, "revised_times", quality.Revised);
        writer.WriteNumber("unsorted_rows", quality.UnsortedRows);
        WriteTimes(writer, "truncated_bars", quality.TruncatedBars);
        WriteSeries(writer, quality);
    }

    /// <summary>What can be told of stored candles too.</summary>
    public static void WriteSeries(Utf8JsonWriter writer, QualityReport quality)
    {
        writer.WriteNumber("candles", quality.Candles);
        writer.WriteString("first", quality.First.ToString());
        writer.WriteString("last", quality.Last.ToString());
        writer.WriteNumber("coverage", quality.Coverage);
        writer.WriteNumber("missing_candles", quality.MissingCandles);
        writer.WriteNumber("zero_volume_bars", quality.ZeroVolumeBars);
        writer.WriteStartArray("gaps");
        foreach (CandleGap gap in quality.Gaps)
        {
            writer.WriteStartObject();
            writer.WriteString("after", new Instant(gap.AfterMillis).ToString());
            writer.WriteString("next", new Instant(gap.NextMillis).ToString());
            writer.WriteNumber("missing", gap.Missing);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteTimes(Utf8JsonWriter writer, string name, ImmutableArray<Instant> times)
    {
        writer.WriteStartArray(name);
        foreach (Instant time in times)
        {
            writer.WriteStringValue(time.ToString());
        }

        writer.WriteEndArray();
    }
}
