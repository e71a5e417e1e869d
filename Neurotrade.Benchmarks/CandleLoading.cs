using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks;

/// <summary>
/// What it takes to get at candles: text in memory, a gzip file, the store. The text has Binance's 12 columns; results are
/// held against the candles that went in before anything is timed.
/// </summary>
internal static class CandleLoading
{
    private const int Rows = 1_000_000;
    private const int Repetitions = 15;

    /// <summary>Prints rows a second and milliseconds of each way; a filter chooses by name.</summary>
    public static void Run(string? filter)
    {
        CandleSeries bars = Bars.Make(Rows);
        byte[] text = Klines(bars);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("neurotrade-bench-");
        try
        {
            ColumnStore store = new(new RealDisk(), folder.FullName);
            StoreAddress address = new("binance", bars.Symbol, bars.Timeframe);
            store.Merge(address, bars);
            string gzip = Path.Combine(folder.FullName, "BTCUSDT-1m-bench.csv.gz");
            CandleCsvWriter.Write(gzip, bars);
            Check(bars, Parsed(text, bars));
            Check(bars, Assembled(CandleFiles.Read(gzip), bars));
            Check(bars, store.Open(address)!);

            Console.WriteLine(Text($"{text.Length / 1e6:F1} MB of klines, {Rows:N0} rows"));
            Measure(filter, "parse klines in memory", () => Parsed(text, bars));
            Measure(filter, "read generic csv.gz", () => Assembled(CandleFiles.Read(gzip), bars));
            Measure(filter, "store to first use", () => _ = store.Open(address, isVerified: false)!.Closes[^1]);
            Measure(filter, "store, checksums verified", () => store.Open(address));
            Measure(filter, "resample to 15m", () => Resampler.Resample(bars, Quarter));
            Measure(filter, "fingerprint", () => CandleFingerprint.Of([bars]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Timeframe Quarter => Timeframe.TryParse("15m", out Timeframe timeframe) ? timeframe : default;

    internal static CandleSeries Parsed(byte[] text, CandleSeries like) =>
        Assembled([CandleTextReader.Read(new MemoryStream(text), "klines", text.Length)], like);

    private static CandleSeries Assembled(IReadOnlyList<CandleRows> rows, CandleSeries like) =>
        CandleAssembler.Assemble(rows, like.Symbol, CandleFileFacts.TimeframeOf(rows[0], null)).Series;

    internal static void Check(CandleSeries expected, CandleSeries actual) =>
        Guard.That(CandleFingerprint.Of([expected]) == CandleFingerprint.Of([actual]));

    private static void Measure(string? filter, string name, Action work)
    {
        if (filter is not null && !name.Contains(filter, StringComparison.Ordinal))
        {
            return;
        }

        Timing timing = Timing.Of(Repetitions, work)[0];
        Console.WriteLine(Text($"{name,-28} {timing.Median / 1e6,9:F2} ms  {timing.Min / 1e6,9:F2} min  ")
            + Text($"{timing.Max / 1e6,9:F2} max  {Rows / timing.Median * 1e3,9:F1} M rows/s"));
    }

    internal static byte[] Klines(CandleSeries bars)
    {
        StringBuilder text = new();
        for (int i = 0; i < bars.Count; i++)
        {
            Candle bar = bars[i];
            double quote = bar.Volume * bar.Open;
            text.Append(Text($"{bar.OpenMillis},{bar.Open:F8},{bar.High:F8},{bar.Low:F8},{bar.Close:F8},{bar.Volume:F8},"));
            text.Append(Text($"{bar.OpenMillis + 59_999},{quote:F8},{100 + (i % 900)},{bar.Volume / 2:F8},{quote / 2:F8},0\n"));
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
