using System.Diagnostics;

namespace Neurotrade.Core.Market;

/// <summary>The names of sides, liquidity and reasons in result files (contracts 5.2).</summary>
public static class FillReasonNames
{
    public static string Text(this FillReason reason) => reason switch
    {
        FillReason.Entry => "entry",
        FillReason.Signal => "signal",
        FillReason.StopLoss => "stop_loss",
        FillReason.TakeProfit => "take_profit",
        FillReason.TrailingStop => "trailing_stop",
        FillReason.MaxHolding => "max_holding",
        FillReason.Risk => "risk",
        FillReason.Manual => "manual",
        _ => throw new UnreachableException(),
    };

    public static string Text(this TradeSide side) => side == TradeSide.Buy ? "buy" : "sell";

    public static string Text(this Liquidity liquidity) => liquidity == Liquidity.Maker ? "maker" : "taker";
}
