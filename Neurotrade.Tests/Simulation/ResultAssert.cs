using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Simulation;

/// <summary>What it means that two runs are the same.</summary>
internal static class ResultAssert
{
    /// <summary>To the last bit.</summary>
    public static void Same(BacktestResult expected, BacktestResult actual)
    {
        Assert.Equal(expected.Times, actual.Times);
        Assert.Equal(expected.Fills.AsEnumerable(), actual.Fills);
        Assert.Equal(expected.Trades.AsEnumerable(), actual.Trades);
        Assert.Equal(expected.OpenPositions.AsEnumerable(), actual.OpenPositions);
        Assert.Equal(expected.Equity, actual.Equity);
        Assert.Equal(expected.Cash, actual.Cash);
        Assert.Equal(expected.PositionValue, actual.PositionValue);
        Assert.Equal(expected.InPosition.Words.ToArray(), actual.InPosition.Words.ToArray());
        Assert.Equal(expected.Counts.BarsWithoutDetail, actual.Counts.BarsWithoutDetail);
        Assert.Equal(expected.Counts.EntriesNotFilled, actual.Counts.EntriesNotFilled);
        Assert.Equal(expected.Counts.OrdersBelowMinimum, actual.Counts.OrdersBelowMinimum);
        Assert.Equal(expected.Counts.OrdersWithoutAtr, actual.Counts.OrdersWithoutAtr);
        Assert.Equal(expected.Counts.EntriesRefusedByRisk.AsEnumerable(), actual.Counts.EntriesRefusedByRisk);
    }

    /// <summary>The same fills at the same times for the same reasons; amounts but for a double's rounding.</summary>
    public static void SameDecisions(BacktestResult expected, BacktestResult actual)
    {
        Assert.Equal(expected.Fills.Length, actual.Fills.Length);
        for (int i = 0; i < expected.Fills.Length; i++)
        {
            BacktestFill a = expected.Fills[i];
            BacktestFill b = actual.Fills[i];
            Assert.Equal(a with { Price = 0, Quantity = 0, Fee = 0 }, b with { Price = 0, Quantity = 0, Fee = 0 });
            Near(a.Price, b.Price);
            Near(a.Quantity, b.Quantity);
        }

        for (int i = 0; i < expected.Equity.Length; i++)
        {
            Near(expected.Equity[i], actual.Equity[i]);
        }
    }

    private static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{expected} ≠ {actual}");
}
