using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Reference;

/// <summary>A CSV of reference values by column name; an empty cell is NaN.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] header;
    private readonly string[][] rows;

    private ReferenceTable(string[] header, string[][] rows) => (this.header, this.rows) = (header, rows);

    public int Count => rows.Length;

    public static ReferenceTable Read(string relativePath)
    {
        string[] lines = File.ReadAllLines(SharedData.Require(Path.Combine("reference/indicators", relativePath)));
        return new ReferenceTable(lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }

    public string Text(int row, string column) => rows[row][Array.IndexOf(header, column)];

    public double[] Column(string column)
    {
        int index = Array.IndexOf(header, column);
        Assert.True(index >= 0, $"no column {column}");
        return [.. rows.Select(row => Number(row[index]))];
    }

    /// <summary>The candles of an input file, a day apart.</summary>
    public CandleSeries Candles()
    {
        double[][] fields = [Column("open"), Column("high"), Column("low"), Column("close"), Column("volume")];
        long start = Instant.FromDate(2020, 1, 1).UnixMillis;
        Candle[] candles = [.. Enumerable.Range(0, Count).Select(i => new Candle(
            start + (i * Instant.MillisPerDay), fields[0][i], fields[1][i], fields[2][i], fields[3][i], fields[4][i]))];
        Assert.True(Symbol.TryParse("SPY/USD", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Day, candles);
    }

    private static double Number(string text) => text switch
    {
        "" => double.NaN,
        "true" => 1,
        "false" => 0,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
