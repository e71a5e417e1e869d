using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

// contracts 1: ISO 8601 or epoch seconds, milliseconds or microseconds, told apart by size.
public sealed class TimeTextTests
{
    private static bool TryParse(string text, out long millis, out bool isWhole) =>
        TimeText.TryParse(Encoding.UTF8.GetBytes(text), out millis, out isWhole);

    [Theory]
    [InlineData("1577836800", "2020-01-01T00:00:00Z")]
    [InlineData("1577836800000", "2020-01-01T00:00:00Z")]
    [InlineData("1577836800123", "2020-01-01T00:00:00.123Z")]
    [InlineData("1735689600000000", "2025-01-01T00:00:00Z")]
    [InlineData("946684800", "2000-01-01T00:00:00Z")]
    [InlineData("946684800000", "2000-01-01T00:00:00Z")]
    [InlineData("946684800000000", "2000-01-01T00:00:00Z")]
    [InlineData("2020-02-29", "2020-02-29T00:00:00Z")]
    [InlineData("2020-02-29 13:07", "2020-02-29T13:07:00Z")]
    [InlineData("2020-02-29T13:07:09", "2020-02-29T13:07:09Z")]
    [InlineData("2020-02-29T13:07:09Z", "2020-02-29T13:07:09Z")]
    [InlineData("2020-02-29t13:07:09z", "2020-02-29T13:07:09Z")]
    [InlineData("2020-02-29T13:07:09.25Z", "2020-02-29T13:07:09.250Z")]
    [InlineData("2020-02-29T13:07:09.250000000Z", "2020-02-29T13:07:09.250Z")]
    [InlineData("2020-02-29T13:07:09+05:30", "2020-02-29T07:37:09Z")]
    [InlineData("2020-02-29T13:07:09-0530", "2020-02-29T18:37:09Z")]
    [InlineData("2020-02-29 00:30+01", "2020-02-28T23:30:00Z")]
    public void TryParse_Times_AreUtc(string text, string expected)
    {
        Assert.True(TryParse(text, out long millis, out bool isWhole));
        Assert.Equal((expected, true), (new Instant(millis).ToString(), isWhole));
    }

    [Theory]
    [InlineData("1735689600000001")]
    [InlineData("2020-02-29T13:07:09.2500001Z")]
    public void TryParse_PartsOfAMillisecond_AreTold(string text)
    {
        Assert.True(TryParse(text, out _, out bool isWhole));
        Assert.False(isWhole);
    }

    // A date in digits is not an epoch time, nor are nanoseconds.
    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("20200101")]
    [InlineData("202001010000")]
    [InlineData("20200101000000")]
    [InlineData("1577836800000000000")]
    [InlineData("1577836800.5")]
    [InlineData("-1577836800")]
    [InlineData("1.5778368e12")]
    [InlineData("01/03/2017")]
    [InlineData("2020-1-1")]
    [InlineData("2020-13-01")]
    [InlineData("2021-02-29")]
    [InlineData("2020-01-01T24:00")]
    [InlineData("2020-01-01T12")]
    [InlineData("2020-01-01T12:60")]
    [InlineData("2020-01-01T12:00:60")]
    [InlineData("2020-01-01T12:00:00.")]
    [InlineData("2020-01-01T12:00:00+5")]
    [InlineData("2020-01-01T12:00:00+05-30")]
    [InlineData("2020-01-01T12:00:00 UTC")]
    [InlineData("2020-01-01X12:00:00")]
    [InlineData("0000-01-01")]
    [InlineData("9999-01-01")]
    [InlineData("tomorrow")]
    [InlineData("2020-01-01\0")]
    public void TryParse_WhatIsNoTime_IsRefused(string text) => Assert.False(TryParse(text, out _, out _));
}
