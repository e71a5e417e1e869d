using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Market;

public sealed class TimeframeTests
{
    [Theory]
    [InlineData("1m", 60_000)]
    [InlineData("15m", 900_000)]
    [InlineData("4h", 14_400_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("1w", 604_800_000)]
    public void TryParse_UsualName_ReadsBackAsItself(string text, long millis)
    {
        Assert.True(Timeframe.TryParse(text, out Timeframe timeframe));
        Assert.Equal(millis, timeframe.Millis);
        Assert.Equal(text, timeframe.ToString());
    }

    [Theory]
    [InlineData("7m")]
    [InlineData("0m")]
    [InlineData("m")]
    [InlineData("1x")]
    [InlineData("-1m")]
    [InlineData("2w")]
    public void TryParse_NoAlignedLength_IsRefused(string text) => Assert.False(Timeframe.TryParse(text, out _));

    // contracts 2: weeks to Monday.
    [Fact]
    public void Floor_OfAWeek_IsMonday()
    {
        long sunday = Instant.FromDate(2024, 3, 3).UnixMillis + 5;
        Assert.Equal(Instant.FromDate(2024, 2, 26).UnixMillis, Timeframe.Week.Floor(sunday));
    }

    [Fact]
    public void Floor_BeforeTheEpoch_RoundsDown() => Assert.Equal(-60_000, Timeframe.Minute.Floor(-1));
}
