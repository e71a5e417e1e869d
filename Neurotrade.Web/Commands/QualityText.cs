using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>A quality report as a person reads it: what is there, then only what is worth a look.</summary>
internal static class QualityText
{
    private const int MostListed = 20;

    public static void Write(Terminal terminal, StoreAddress address, QualityReport quality)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        to.WriteLine($"{style.Strong(address.ToString())}  {Count(quality.Candles)} candles, {quality.First} to {quality.Last}, "
            + $"{Share(quality.Coverage)} covered");
        Line(to, style, quality.RefusedRows, "rows refused: not valid candles, named on standard error");
        Line(to, style, quality.DuplicateRows, "rows repeat an open time: the last of each stands");
        Line(to, style, quality.RevisedRows, $"of these differ from the row before them: {Times(quality.Revised, quality.RevisedRows)}");
        Line(to, style, quality.UnsortedRows, "rows were out of order, and were sorted");
        Line(to, style, quality.TruncatedBars.Length,
            $"bars cut short: {Times(quality.TruncatedBars, quality.TruncatedBars.Length)}");
        Line(to, style, quality.ZeroVolumeBars, "bars without a trade");
        Line(to, style, quality.Gaps.Length, $"gaps, {Count(quality.MissingCandles)} candles missing");
        foreach (CandleGap gap in quality.Gaps.Take(MostListed))
        {
            to.WriteLine($"    after {new Instant(gap.AfterMillis)}  {Count(gap.Missing)} missing, "
                + $"{Length(gap, address.Timeframe)}");
        }

        if (quality.Gaps.Length > MostListed)
        {
            to.WriteLine($"    and {Count(quality.Gaps.Length - MostListed)} more (--json lists all)");
        }
    }

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // Rounded down: only what is whole is 100%.
    public static string Share(double share) =>
        (Math.Floor(share * 10_000) / 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static void Line(TextWriter to, Style style, long count, string what)
    {
        if (count > 0)
        {
            to.WriteLine($"  {style.Warn(Count(count))} {what}");
        }
    }

    private static string Times(ImmutableArray<Instant> times, long all)
    {
        string listed = string.Join(", ", times.Take(MostListed));
        return all > Math.Min(times.Length, MostListed) ? listed + " …" : listed;
    }

    private static string Length(CandleGap gap, Timeframe timeframe)
    {
        var length = TimeSpan.FromMilliseconds(gap.Missing * timeframe.Millis);
        return length.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalDays} d {length.Hours} h {length.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{length.Hours} h {length.Minutes} min");
    }
}
