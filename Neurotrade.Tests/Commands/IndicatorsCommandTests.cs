using System.Globalization;
using System.Text.Json;

namespace Neurotrade.Tests.Commands;

/// <summary>The <c>indicators</c> verb (contracts 1).</summary>
public sealed class IndicatorsCommandTests
{
    [Fact]
    public async Task Indicators_OverAFile_WritesTimeAndAColumnPerOutput()
    {
        using TemporaryFolder folder = new();
        string data = Candles(folder, "BTCUSDT-1h.csv", 40);
        string file = Path.Combine(folder.Path, "new", "out.csv");

        VerbRun run = await VerbRun.Of("indicators", "--spec", "sma:2,macd,sma:3", "--data", data, "--out", file);

        Assert.Equal(0, run.ExitCode);
        string[] lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("time,sma:2,macd.line,macd.signal,macd.histogram,sma:3", lines[0]);
        Assert.Equal(41, lines.Length);
        Assert.Equal("2024-01-01T00:00:00Z,,,,,", lines[1]);
        Assert.Equal("2024-01-01T02:00:00Z,102.5,,,,102", lines[3]);
        Assert.DoesNotContain(lines[40].Split(','), cell => cell.Length == 0);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Indicators_FromATime_WarmUpOnEarlierCandles()
    {
        using TemporaryFolder folder = new();
        string data = Candles(folder, "prices.csv", 40);
        string file = Path.Combine(folder.Path, "out.csv");

        VerbRun run = await VerbRun.Of(
            "indicators", "--spec", "sma:3", "--data", data, "--out", file, "--from", "2024-01-01T10:00:00Z", "--to",
            "2024-01-01T12:00:00Z", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "time,sma\n2024-01-01T10:00:00Z,110\n2024-01-01T11:00:00Z,111\n",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        using JsonDocument document = JsonDocument.Parse(run.Out);
        Assert.Equal(2, document.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal("sma", document.RootElement.GetProperty("columns")[0].GetString());
    }

    [Fact]
    public async Task Indicators_WithMistakes_NamesAllOfThemAndWritesNothing()
    {
        using TemporaryFolder folder = new();
        string data = Candles(folder, "prices.csv", 5);
        string file = Path.Combine(folder.Path, "out.csv");

        VerbRun run = await VerbRun.Of(
            "indicators", "--spec", "rsj,macd:26:12", "--data", data, "--out", file, "--from", "soon");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.Problems.Length);
        Assert.StartsWith("--spec:1:1: unknown indicator 'rsj'. Did you mean `rsi`?", run.Problems[0], StringComparison.Ordinal);
        Assert.StartsWith("--spec:1:5: macd: fast (26)", run.Problems[1], StringComparison.Ordinal);
        Assert.StartsWith("--from:0:0: 'soon'", run.Problems[2], StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    // Closes 101, 102 …: one candle an hour.
    private static string Candles(TemporaryFolder folder, string name, int count)
    {
        string path = Path.Combine(folder.Path, name);
        DateTime start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> rows = Enumerable.Range(1, count).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{start.AddHours(i - 1):yyyy-MM-ddTHH:mm:ssZ},{100 + i},{100 + i},{100 + i},{100 + i},1"));
        File.WriteAllLines(path, rows.Prepend("time,open,high,low,close,volume"));
        return path;
    }
}
