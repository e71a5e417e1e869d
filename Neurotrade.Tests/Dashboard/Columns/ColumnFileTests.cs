using System.Text;
using Neurotrade.Web.Dashboard.Columns;

namespace Neurotrade.Tests.Dashboard.Columns;

public sealed class ColumnFileTests
{
    [Fact]
    public void ToBytes_TwoColumns_GivesTheBytesThatTheBrowserReads()
    {
        byte[] bytes = new ColumnFile(9, 4, 2).Add("time", [1000L, -1L]).Add("v", [1.5, double.NaN]).ToBytes();

        // The same text stands in wwwroot-assets/test/columns.test.ts.
        const string expected = "NTC1h\0\0\0"
            + "{\"total\":9,\"from\":4,\"stride\":2,\"columns\":[{\"name\":\"time\",\"type\":\"i64\",\"count\":2},"
            + "{\"name\":\"v\",\"type\":\"f64\",\"count\":2}]}";
        int header = 8 + BitConverter.ToInt32(bytes, 4);
        Assert.StartsWith(expected[8..], Encoding.ASCII.GetString(bytes, 8, header - 8), StringComparison.Ordinal);
        Assert.Equal("NTC1", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal(0, header % 8);
        Assert.Equal(header + 32, bytes.Length);
        Assert.Equal(1000L, BitConverter.ToInt64(bytes, header));
        Assert.Equal(-1L, BitConverter.ToInt64(bytes, header + 8));
        Assert.Equal(1.5, BitConverter.ToDouble(bytes, header + 16));
        Assert.True(double.IsNaN(BitConverter.ToDouble(bytes, header + 24)));
    }

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(101, 100, 2)]
    [InlineData(400, 100, 4)]
    [InlineData(401, 100, 8)]
    [InlineData(1_000_000, 3000, 512)]
    public void StrideOf_RowsAndPoints_IsWhatTheBrowserExpects(int rows, int points, int stride) =>
        Assert.Equal(stride, RowWindow.StrideOf(rows, points));

    [Theory]
    [InlineData(null, null, null, 0, 1000, 1)]
    [InlineData(-5, 5000, 100, 0, 1000, 16)]
    [InlineData(103, 300, 100, 102, 300, 2)]
    [InlineData(900, 100, 10, 900, 900, 1)]
    [InlineData(0, 1000, int.MaxValue, 0, 1000, 1)]
    [InlineData(0, 1000, -3, 0, 1000, 1024)]
    public void Window_WhateverIsAskedFor_LiesInTheSeries(int? from, int? to, int? points, int first, int last, int stride) =>
        Assert.Equal(new RowWindow(first, last, stride), RowWindow.Of(1000, from, to, points));
}
