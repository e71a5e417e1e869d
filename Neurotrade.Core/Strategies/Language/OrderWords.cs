using System.Globalization;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>Says in English how a strategy sizes, protects and pays.</summary>
internal static class OrderWords
{
    /// <summary>Appends a line for each thing that the strategy does with its orders.</summary>
    public static void Append(StringBuilder text, Strategy strategy)
    {
        OrderPlan orders = strategy.Orders;
        Line(text, orders.Size switch
        {
            SizePlan.PercentOfEquity share => $"Each entry uses {Ratio(share.Fraction)} of equity",
            SizePlan.QuoteAmount quote => $"Each entry uses {Numbers.Text(quote.Amount)} of the quote currency",
            SizePlan.Risk risk => $"Each entry risks {Ratio(risk.Fraction)} of equity over a distance of {Distance(risk.Stop)}",
            _ => string.Empty,
        });
        Line(text, orders.Entry switch
        {
            EntryPlan.AtLimit { ExpiresBars: { } bars } limit =>
                $"It is a limit order {Ratio(limit.Offset)} below the close and expires after {Bars(bars)}",
            EntryPlan.AtLimit limit => $"It is a limit order {Ratio(limit.Offset)} below the close and rests until it fills or is cancelled",
            _ => "It fills at the open of the next candle",
        });
        if (orders.StopLoss is { } stop)
        {
            Line(text, $"A stop-loss lies {Distance(stop)} below the entry price");
        }

        for (int i = 0; i < orders.TakeProfits.Length; i++)
        {
            TakeProfit target = orders.TakeProfits[i];
            bool isLast = i == orders.TakeProfits.Length - 1;
            Line(text, $"A target {Distance(target.At)} above the entry price closes {(isLast ? "all that remains" : Ratio(target.Share))}");
        }

        if (orders.Trailing is { } trailing)
        {
            string after = trailing.After is { } gain ? $", once the price has gained {Ratio(gain)}" : string.Empty;
            Line(text, $"A trailing stop follows {Distance(trailing.Distance)} below the highest price{after}");
        }

        if (orders.MaxHolding is { } holding)
        {
            Line(text, $"A position is left after {Length(holding)}");
        }

        if (orders.CooldownBars > 0)
        {
            Line(text, $"After an exit no entry is made for {Bars(orders.CooldownBars)}");
        }

        AppendCosts(text, strategy.Costs);
        AppendRisk(text, strategy.Risk);
    }

    private static void AppendCosts(StringBuilder text, CostModel costs)
    {
        string fee = costs.MakerFee == costs.TakerFee
            ? $"{Ratio(costs.TakerFee)} a side"
            : $"{Ratio(costs.MakerFee)} as maker and {Ratio(costs.TakerFee)} as taker";
        string slippage = costs.Slippage switch
        {
            SlippageModel.VolumeShare share =>
                $"{Ratio(share.Impact)} times the share of volume taken, at most {Ratio(share.Limit)} of a bar's volume",
            SlippageModel.Ratio ratio => Ratio(ratio.Fraction),
            _ => string.Empty,
        };
        Line(text, $"Fees are {fee}; slippage is {slippage}");
    }

    private static void AppendRisk(StringBuilder text, RiskLimits risk)
    {
        if (risk.MaxPositions is { } positions)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"At most {positions} positions are open at once"));
        }

        if (risk.MaxExposure is { } exposure)
        {
            Line(text, $"All positions together use at most {Ratio(exposure)} of equity");
        }

        Loss(text, "the peak", risk.MaxDrawdown);
        Loss(text, "the day's start", risk.MaxDailyLoss);
        if (risk.MaxOrdersPerMinute is { } orders)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"At most {orders} orders are sent in a minute"));
        }

        foreach (StoplossGuard guard in risk.Protections)
        {
            Line(text, string.Create(
                CultureInfo.InvariantCulture,
                $"After {guard.Count} stops within {Length(guard.Within)} entries are locked for {Length(guard.Lock)}"));
        }
    }

    private static void Loss(StringBuilder text, string from, LossLimit? loss)
    {
        if (loss is not null)
        {
            string action = loss.Action == LossAction.Halt ? "entries are blocked" : "everything is sold and entries are blocked";
            Line(text, $"When equity is {Ratio(loss.Limit)} below {from}, {action}");
        }
    }

    private static void Line(StringBuilder text, string sentence) => text.Append(sentence).Append(".\n");

    private static string Distance(Distance distance) => distance is Distance.Atr atr
        ? new Literal(atr.Multiple, ValueUnit.Atr).ToText()
        : Ratio(((Distance.Ratio)distance).Fraction);

    private static string Length(TimeSpanOrBars length) => length is TimeSpanOrBars.Bars bars
        ? Bars(bars.Count)
        : new Literal(((TimeSpanOrBars.Time)length).Millis, ValueUnit.Time).ToText();

    private static string Bars(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "bar" : "bars")}");

    private static string Ratio(double value) => new Literal(value, ValueUnit.Ratio).ToText();
}
