using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>Contracts 4.10, 4.16, 4.17 and 4.20, worked by hand.</summary>
public sealed class SharedWalletScenarios
{
    // contracts 4.16: both enter at one open, in list order: the first takes 75%, 768; the second the 256 that are left.
    [Fact]
    public void Entries_AtOneOpen_ShareCashInListOrder() => new Scenario()
        .Bars("64 64 64 64 1\n64 64 64 64 2\n64 64 64 64 0")
        .Bars("32 32 32 32 1\n32 32 32 32 2\n64 64 64 64 0")
        .With(s => s with { PercentOfEquity = Scenario.Percent(75) })
        .Gives(
            "1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,64,12,0,0,0,1,signal,",
            "2,ETH/USDT,2024-01-01T01:00:00Z,32,2024-01-01T02:00:00Z,64,8,256,1,0,1,signal,");

    // contracts 4.16: at 02:00 the second symbol's exit comes before the first's entry, which has its cash: 1024 / 64. What
    // the bar opens beyond is filled at the open (4.5), so it is such an exit as well: 512 / 64.
    [Theory]
    [InlineData("32 32 32 32 2\n64 64 64 64 0", "64,32,1024,1,0,1,signal", 16)]
    [InlineData("32 32 32 32 0\n16 32 16 32 0", "16,32,-512,-0.5,0,1,stop_loss", 8)]
    public void Exits_AtOneOpen_ComeBeforeEntries(string bars, string second, int units)
    {
        OracleResult result = new Scenario()
            .Bars("64 64 64 64 0\n64 64 64 64 1\n64 64 64 64 0")
            .Bars("32 32 32 32 1\n" + bars)
            .With(s => s with { StopLoss = Scenario.Of(25) })
            .Gives($"1,ETH/USDT,2024-01-01T01:00:00Z,32,2024-01-01T02:00:00Z,{second},");
        Assert.Equal(units, Assert.Single(result.Open).Quantity);
    }

    // contracts 4.16: the axis is the union; without a candle at 02:00 the second symbol keeps its mark of 64.
    [Fact]
    public void Equity_SymbolWithoutACandle_KeepsItsLastMark()
    {
        OracleResult result = new Scenario()
            .Bars("64 64 64 64 0\n64 64 64 64 0\n64 64 64 64 0\n64 64 64 64 0")
            .Bars("32 32 32 32 1\n32 64 32 64 0\n@3 16 16 16 16 0")
            .Gives();
        Assert.Equal([1024, 2048, 2048, 512], result.Equity.Select(e => e.Equity));
    }

    // contracts 4.17: the finer candles show 80 before 48, so the target comes first; without one of them the bar decides.
    [Theory]
    [InlineData("64 80 64 72 0\n72 72 40 64 0\n64 64 64 64 0\n64 64 64 64 0", "80,16,256,0.25,0,1,take_profit", 0)]
    [InlineData("64 80 64 72 0\n72 72 40 64 0\n64 64 64 64 0", "48,16,-256,-0.25,0,1,stop_loss", 1)]
    [InlineData("64 64 64 64 0\n40 80 40 64 0\n64 64 64 64 0\n64 64 64 64 0", "40,16,-384,-0.375,0,1,stop_loss", 0)]
    public void Detail_SaysWhatCameFirst(string detail, string rest, int without)
    {
        const string calm = "64 64 64 64 0\n64 64 64 64 0\n64 64 64 64 0\n64 64 64 64 0\n";
        OracleResult result = new Scenario()
            .Bars("64 64 64 64 1\n64 64 64 64 0\n64 80 40 64 0", calm + calm + detail)
            .With(s => s with
            {
                DetailMillis = 900_000,
                StopLoss = Scenario.Of(25),
                Targets = [new Target(Scenario.Of(25), Scenario.Percent(100))],
            })
            .Gives($"1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T02:00:00Z,{rest},");
        Assert.Equal(without, result.BarsWithoutDetail);
    }

    // contracts 4.17: the trail advances with each finer candle: 96 × 0.75 = 72 within the same bar.
    [Fact]
    public void Detail_TrailAdvancesWithEachFinerCandle() => new Scenario()
        .Bars("64 64 64 64 1\n64 96 70 70 0", """
            64 64 64 64 0
            64 64 64 64 0
            64 64 64 64 0
            64 64 64 64 0
            64 64 64 64 0
            64 96 64 90 0
            90 90 70 70 0
            70 70 70 70 0
            """)
        .With(s => s with { DetailMillis = 900_000, Trailing = Scenario.Of(25) })
        .Gives("1,BTC/USDT,2024-01-01T01:00:00Z,64,2024-01-01T01:00:00Z,72,16,128,0.125,0,0,trailing_stop,");

    // contracts 4.10: the 2h candle 02:00–04:00 (close 70) is visible from the close of the bar at 03:00, so the entry is
    // at 04:00; the candle of 04:00–06:00 has no last bar and is known with the bar at 07:00: out at 08:00.
    [Fact]
    public void HigherTimeframe_IsVisibleFromTheCloseOfItsLastBar()
    {
        Node trend = new Node.Indicator("trend", "sma", "trend");
        Rule Is(string comparison, int value) => Rule.Leaf(new Node.Binary(
            comparison, trend, new Node.Number(value.ToString(System.Globalization.CultureInfo.InvariantCulture), value)));
        new Scenario().Bars("""
            64 64 64 64 0
            64 64 64 64 0
            64 64 64 64 0
            64 70 64 70 0
            64 80 64 80 0
            @7 96 96 96 96 0
            128 128 128 128 0
            """).With(s => s with
        {
            Indicators = [new OracleIndicator("trend", "sma", [1], 2 * 3_600_000)],
            Entry = Is("==", 70),
            Exit = Is(">", 70),
        }).Gives("1,BTC/USDT,2024-01-01T04:00:00Z,64,2024-01-01T08:00:00Z,128,16,1024,1,0,2,signal,");
    }

    // contracts 4.20: (0.1 + 0.2 + 0.3) / 3 is 0.2 exactly, though sums of doubles give 0.20000000000000004.
    [Fact]
    public void Sma_EqualInExactArithmetic_ComparesEqual() => new Scenario()
        .Bars("0.1 0.1 0.1 0.1 0\n0.3 0.3 0.3 0.3 0\n0.2 0.2 0.2 0.2 0\n0.5 0.5 0.5 0.5 2\n1 1 1 1 0")
        .With(s => s with
        {
            Indicators = [new OracleIndicator("mean", "sma", [3], null)],
            Entry = Rule.Leaf(new Node.Binary("==", new Node.Indicator("mean", "sma", "mean"), new Node.Field("close"))),
        })
        .Gives("1,BTC/USDT,2024-01-01T03:00:00Z,0.5,2024-01-01T04:00:00Z,1,2048,1024,1,0,1,signal,");
}
