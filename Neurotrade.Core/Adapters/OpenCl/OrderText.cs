using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// Writes a strategy's orders and costs as the names that the walk's text asks for. Which there are is text, how large
/// they are are the combination's numbers; what is a difference from 1 is taken here, as the walk of the host does.
/// </summary>
internal static class OrderText
{
    // Bars are counted in whole numbers to which this can be added.
    private const int MostBars = 1 << 30;

    /// <summary>Writes the orders; the candles' length is in milliseconds.</summary>
    public static void Write(Strategy strategy, long barMillis, KernelDraft draft)
    {
        OrderPlan orders = strategy.Orders;
        CostModel costs = strategy.Costs;
        double slippage = ((SlippageModel.Ratio)costs.Slippage).Fraction;
        Define(draft, "BUY_FACTOR", draft.Real(1 + slippage));
        Define(draft, "SELL_FACTOR", draft.Real(1 - slippage));
        Define(draft, "TAKER", draft.Real(costs.TakerFee));
        Define(draft, "MAKER", draft.Real(costs.MakerFee));
        Define(draft, "PLUS_TAKER", draft.Real(1 + costs.TakerFee));
        Define(draft, "PLUS_MAKER", draft.Real(1 + costs.MakerFee));
        Define(draft, "LEAST", draft.Real(new Sizer<double>(strategy, []).LeastOf(0)));
        Define(draft, "COOLDOWN", draft.Integer(Math.Min(orders.CooldownBars, MostBars)));
        Define(draft, "BAR_MILLIS", draft.Long(barMillis));
        Define(draft, "NEEDS_ATR", strategy.AtrInstance is null ? "0" : "1");
        Define(draft, "ATR", strategy.AtrInstance is { } atr
            ? draft.Column(new KernelColumn(RuleOperation.Indicator, atr, 0), 0)
            : "MISSING");
        WriteEntry(orders.Entry, draft);
        WriteSize(strategy, draft);
        WriteHolding(orders.MaxHolding, draft);
        WriteLevels(orders, draft);
    }

    private static void WriteEntry(EntryPlan entry, KernelDraft draft)
    {
        if (entry is not EntryPlan.AtLimit limit)
        {
            Define(draft, "LIMIT_PRICE(close)", "(close)");
            return;
        }

        Define(draft, "LIMIT", "1");
        Define(draft, "LIMIT_PRICE(close)", $"((close) * {draft.Real(1 - limit.Offset)})");
        string bars = draft.Integer(limit.ExpiresBars is { } count ? Math.Clamp(count, 1, MostBars) : int.MaxValue);
        Define(draft, "EXPIRES(bar)", limit.ExpiresBars is null ? bars : $"((bar) + {bars})");
    }

    private static void WriteSize(Strategy strategy, KernelDraft draft)
    {
        const string byRisk = "SIZE_BY_RISK";
        (string whole, string away, string budget) = ("0", "0", "(whole)");
        switch (strategy.Orders.Size)
        {
            case SizePlan.PercentOfEquity percent:
                whole = $"({draft.Real(percent.Fraction)} * (cash))";
                break;
            case SizePlan.QuoteAmount quote:
                whole = draft.Real(quote.Amount);
                break;
            case SizePlan.Risk { Stop: Distance.Atr range } risk:
                Define(draft, byRisk, "1");
                Define(draft, "SIZE_BY_ATR", "1");
                whole = $"({draft.Real(risk.Fraction)} * (cash))";
                away = $"({draft.Real(range.Multiple)} * (atr))";
                budget = "((whole) / (away) * (price))";
                break;
            case SizePlan.Risk { Stop: Distance.Ratio ratio } risk:
                Define(draft, byRisk, "1");
                whole = $"({draft.Real(risk.Fraction)} * (cash))";
                away = draft.Real(ratio.Fraction);
                budget = "((whole) / ((away) * (price)) * (price))";
                break;
            default:
                throw new BrokenPromiseException(nameof(SizePlan));
        }

        Define(draft, "WHOLE(cash)", whole);
        Define(draft, "AWAY(atr)", away);
        Define(draft, "BUDGET(whole, away, price)", budget);
        if (strategy.Risk.MaxExposure is { } exposure)
        {
            Define(draft, "EXPOSURE", draft.Real(exposure));
            Define(draft, "ALMOST", draft.Real(FusedSize.Equal));
        }
    }

    private static void WriteHolding(TimeSpanOrBars? holding, KernelDraft draft)
    {
        switch (holding)
        {
            case TimeSpanOrBars.Bars bars:
                Define(draft, "HOLDS_BARS", draft.Integer(Math.Min(bars.Count, MostBars)));
                break;
            case TimeSpanOrBars.Time time:
                Define(draft, "HOLDS_MILLIS", draft.Long(Math.Min(time.Millis, long.MaxValue / 4)));
                break;
        }
    }

    private static void WriteLevels(OrderPlan orders, KernelDraft draft)
    {
        if (ProtectionPlan.OrderCount(orders) == 0)
        {
            return;
        }

        Define(draft, "LEVELS", "1");
        if (orders.StopLoss is { } stop)
        {
            Define(draft, "STOP(price)", Below(stop, draft));
        }

        if (orders.Trailing is { } trailing)
        {
            Define(draft, "TRAIL(price)", Below(trailing.Distance, draft));
            Define(draft, "TRAIL_WAITS", trailing.After is null ? "0" : "1");
            Define(draft, "TRAIL_STARTS(price)",
                trailing.After is { } after ? $"((price) * {draft.Real(1 + after)})" : "MISSING");
        }

        int targets = orders.TakeProfits.Length;
        if (targets > 0)
        {
            Define(draft, "TARGETS", targets.ToString(CultureInfo.InvariantCulture));
            Array(draft, "int targetIsRange", orders.TakeProfits.Select(one => one.At is Distance.Atr ? "1" : "0"));
            Array(draft, "real targetAway", orders.TakeProfits.Select(one => draft.Real(
                one.At is Distance.Atr range ? range.Multiple : 1 + ((Distance.Ratio)one.At).Fraction)));
            Array(draft, "real targetShare", orders.TakeProfits.Select(one => draft.Real(one.Share)));
        }
    }

    private static string Below(Distance distance, KernelDraft draft) => distance is Distance.Atr range
        ? $"((price) - {draft.Real(range.Multiple)} * w.atr)"
        : $"((price) * {draft.Real(1 - ((Distance.Ratio)distance).Fraction)})";

    private static void Define(KernelDraft draft, string name, string text) =>
        draft.Defines.Append("#define ").Append(name).Append(' ').Append(text).Append('\n');

    // The numbers are declared first: each is made while the list is walked.
    private static void Array(KernelDraft draft, string name, IEnumerable<string> values)
    {
        string list = string.Join(", ", values);
        draft.Parameters.Append("    const ").Append(name).Append("[TARGETS] = { ").Append(list).Append(" };\n");
    }
}
