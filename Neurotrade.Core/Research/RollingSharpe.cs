namespace Neurotrade.Core.Research;

/// <summary>
/// The annual Sharpe ratio of the last so many daily returns, at each day: 90 of them, or 30 where there are fewer than
/// 180.
/// </summary>
/// <param name="WindowDays">How many daily returns a value looks at.</param>
/// <param name="Values">One for each daily return; null before the window is full and where there is no
/// deviation.</param>
public sealed record RollingSharpe(int WindowDays, double?[] Values)
{
    private const int LongWindow = 90;
    private const int ShortWindow = 30;

    public static RollingSharpe Of(DailyEquity daily)
    {
        ReadOnlySpan<double> returns = daily.Returns;
        int window = returns.Length < 2 * LongWindow ? ShortWindow : LongWindow;
        double?[] values = new double?[returns.Length];
        for (int i = window - 1; i < returns.Length; i++)
        {
            ReadOnlySpan<double> last = returns.Slice(i - window + 1, window);
            double? day = Moments.Ratio(Moments.Mean(last), Moments.SampleDeviation(last));
            values[i] = Moments.Finite(day * Math.Sqrt(Metrics.DaysPerYear));
        }

        return new RollingSharpe(window, values);
    }
}
