using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>Equity, cash and position value at each time's close: <c>equity = cash + Σ quantity × close</c>.</summary>
internal sealed class EquityColumns<T>(TimeAxis axis, CandleSeries[] series)
    where T : struct, INumber<T>
{
    public double[] Equity { get; } = new double[axis.Count];

    public double[] Cash { get; } = new double[axis.Count];

    public double[] PositionValue { get; } = new double[axis.Count];

    public BitColumn InPosition { get; } = new(axis.Count);

    /// <summary>Fills the times [from, to), between which no fill changed anything.</summary>
    public void Fill(Portfolio<T> portfolio, int from, int to)
    {
        T cash = portfolio.Wallet.Cash;
        Cash.AsSpan(from, to - from).Fill(double.CreateChecked(cash));
        ReadOnlySpan<Position<T>> positions = portfolio.Positions;
        int held = -1;
        int count = 0;
        for (int i = 0; i < positions.Length; i++)
        {
            (held, count) = positions[i].IsOpen ? (i, count + 1) : (held, count);
        }

        if (count == 0)
        {
            Equity.AsSpan(from, to - from).Fill(double.CreateChecked(cash));
            return;
        }

        SetRange(InPosition, from, to);
        if (count == 1 && axis.IsEveryTime(held))
        {
            int bar = axis.FirstBar(held) + from;
            FillOne(cash, positions[held].Quantity, series[held].Closes.Slice(bar, to - from), from);
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

            PositionValue[time] = double.CreateChecked(value);
            Equity[time] = double.CreateChecked(cash + value);
        }
    }

    private void FillOne(T cash, T quantity, ReadOnlySpan<double> closes, int from)
    {
        Span<double> equity = Equity.AsSpan(from, closes.Length);
        Span<double> values = PositionValue.AsSpan(from, closes.Length);
        for (int i = 0; i < closes.Length; i++)
        {
            T value = quantity * T.CreateChecked(closes[i]);
            values[i] = double.CreateChecked(value);
            equity[i] = double.CreateChecked(cash + value);
        }
    }

    private static void SetRange(BitColumn bits, int from, int to)
    {
        Span<ulong> words = bits.Words;
        while (from < to)
        {
            int length = Math.Min(64 - (from & 63), to - from);
            ulong mask = length == 64 ? ulong.MaxValue : ((1UL << length) - 1) << (from & 63);
            words[from >> 6] |= mask;
            from += length;
        }
    }
}
