using System.Numerics;
using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Accounts;

/// <summary>
/// The arithmetic of a fill in exactly the order of contracts 4.19, with no reassociation, for both number types.
/// </summary>
public static class FillArithmetic
{
    /// <summary>What a market buy pays: <c>open × (1 + slippage)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double BuyPrice(double open, double slippage) => open * (1 + slippage);

    /// <summary>What a market or stop sale gets: <c>price × (1 − slippage)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SellPrice(double price, double slippage) => price * (1 - slippage);

    /// <summary>What an amount of quote currency buys, its fee included: <c>amount / (price × (1 + fee))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Quantity<T>(T amount, T price, T feeRate)
        where T : struct, INumber<T> => amount / (price * (T.One + feeRate));

    /// <summary>The fee of a fill, in quote currency: <c>quantity × price × fee</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fee<T>(T quantity, T price, T feeRate)
        where T : struct, INumber<T> => quantity * price * feeRate;

    /// <summary>What a buy takes from cash: <c>quantity × price + fee</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cost<T>(T quantity, T price, T fee)
        where T : struct, INumber<T> => quantity * price + fee;

    /// <summary>What a sale brings to cash: <c>quantity × price − fee</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Proceeds<T>(T quantity, T price, T fee)
        where T : struct, INumber<T> => quantity * price - fee;
}
