using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Accounts;

/// <summary>One wallet and a position a symbol: the fold of all fills (contracts 4.16).</summary>
public sealed class Portfolio<T>
    where T : struct, INumber<T>
{
    private readonly Position<T>[] positions;
    private readonly T[] marks;

    /// <summary>Flat, with the capital as cash.</summary>
    public Portfolio(T capital, int symbolCount)
    {
        Wallet = new Wallet<T>(capital);
        marks = new T[symbolCount];
        positions = new Position<T>[symbolCount];
        for (int i = 0; i < symbolCount; i++)
        {
            positions[i] = new Position<T>();
        }
    }

    public Wallet<T> Wallet { get; }

    /// <summary>The positions, by the symbol's index in the strategy's list.</summary>
    public ReadOnlySpan<Position<T>> Positions => positions;

    /// <summary>Positions at their marks, added in list order.</summary>
    public T PositionValue
    {
        get
        {
            T value = T.Zero;
            for (int i = 0; i < positions.Length; i++)
            {
                if (positions[i].IsOpen)
                {
                    value += positions[i].Quantity * marks[i];
                }
            }

            return value;
        }
    }

    /// <summary>Cash plus positions at their marks (contracts 4.11).</summary>
    public T Equity => Wallet.Cash + PositionValue;

    /// <summary>The price at which a symbol was last marked: its last close.</summary>
    public T MarkOf(int symbol) => marks[symbol];

    /// <summary>Marks a symbol; one without a candle keeps its last mark.</summary>
    public void Mark(int symbol, double close) => marks[symbol] = T.CreateChecked(close);

    /// <summary>Applies a fill to its position and to cash.</summary>
    public void Apply(in Fill<T> fill)
    {
        Position<T> position = positions[fill.Symbol];
        if (fill.Side == TradeSide.Buy)
        {
            Wallet.Pay(position.Buy(fill));
        }
        else
        {
            Wallet.Receive(position.Sell(fill));
        }
    }
}
