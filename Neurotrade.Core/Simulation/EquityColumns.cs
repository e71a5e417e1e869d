using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>Equity, cash and position value at each time's close: <c>equity = cash + Σ quantity × close</c>.</summary>
internal sealed class EquityColumns<T>(TimeAxis axis, CandleSeries[] series)
    where T : struct, INumber<T>
{
    private double[]? previewed;

    public double[] Equity { get; } = new double[axis.Count];

    public double[] Cash { get; } = new double[axis.Count];

    public double[] PositionValue { get; } = new double[axis.Count];

    public BitColumn InPosition { get; } = new(axis.Count);

    /// <summary>Fills the times [from, to), between which no fill changed anything.</summary>
    public void Fill(Portfolio<T> portfolio, int from, int to)
    {
        double cash = double.CreateChecked(portfolio.Wallet.Cash);
        Cash.AsSpan(from, to - from).Fill(cash);
        (int held, int count) = HeldOf(portfolio);
        if (count == 0)
        {
            Equity.AsSpan(from, to - from).Fill(cash);
            return;
        }

        InPosition.SetRange(from, to);
        FillHeld(portfolio, count == 1 ? held : -1, from, to, PositionValue);
    }

    /// <summary>Only <see cref="Equity"/>, for a look ahead to the times [from, to); a fill comes over it.</summary>
    public void Preview(Portfolio<T> portfolio, int from, int to)
    {
        (int held, int count) = HeldOf(portfolio);
        previewed ??= new double[axis.Count];
        FillHeld(portfolio, count == 1 ? held : -1, from, to, previewed);
    }

    private static (int Held, int Count) HeldOf(Portfolio<T> portfolio)
    {
        ReadOnlySpan<Position<T>> positions = portfolio.Positions;
        int held = -1;
        int count = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            (held, count) = positions[i].IsOpen ? (i, count + 1) : (held, count);
        }

        return (held, count);
    }

    private void FillHeld(Portfolio<T> portfolio, int only, int from, int to, double[] values)
    {
        T cash = portfolio.Wallet.Cash;
        ReadOnlySpan<Position<T>> positions = portfolio.Positions;
        if (only >= 0 && axis.IsEveryTime(only))
        {
            int length = to - from;
            ReadOnlySpan<double> closes = series[only].Closes.Slice(axis.FirstBar(only) + from, length);
            FillOne(cash, positions[only].Quantity, closes, values.AsSpan(from, length), Equity.AsSpan(from, length));
            return;
        }

        for (int time = from; time < to; time++)
        {
            T value = T.Zero;
            for (int i = 0; i < positions.Length; i++)
            {
                if (positions[i].IsOpen)
                {
                    value += positions[i].Quantity * T.CreateChecked(series[i].Closes[axis.LastBar(i, time)]);
                }
            }

            values[time] = double.CreateChecked(value);
            Equity[time] = double.CreateChecked(cash + value);
        }
    }

    private static void FillOne(
        T cash, T quantity, ReadOnlySpan<double> closes, Span<double> values, Span<double> equity)
    {
        for (int i = 0; i < closes.Length; i++)
        {
            T value = quantity * T.CreateChecked(closes[i]);
            values[i] = double.CreateChecked(value);
            equity[i] = double.CreateChecked(cash + value);
        }
    }
}
