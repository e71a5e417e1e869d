using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// Writes a strategy in one form only: schema 1 YAML with every default spelled out, values resolved and keys in a
/// fixed order. Files that differ in layout, comments, order of keys, units or parameters give the same text.
/// </summary>
internal sealed class CanonicalForm
{
    private readonly StringBuilder text = new();
    private readonly Strategy strategy;

    private CanonicalForm(Strategy strategy) => this.strategy = strategy;

    /// <summary>The strategy with its canonical text and that text's SHA-256.</summary>
    public static Strategy Seal(Strategy strategy)
    {
        string text = new CanonicalForm(strategy).Write();
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return strategy with { CanonicalText = text, Hash = hash };
    }

    private string Write()
    {
        Line(0, "schema: 1");
        Line(0, $"name: {YamlText.Of(strategy.Name)}");
        if (strategy.Description.Length > 0)
        {
            Line(0, $"description: {YamlText.Of(strategy.Description)}");
        }

        List("tags", [.. strategy.Tags.Select(YamlText.Of)], 0);
        Line(0, "market:");
        Line(1, $"exchange: {strategy.Market.Exchange}");
        List("symbols", [.. strategy.Market.Symbols.Select(s => s.ToString())], 1);
        Line(1, $"timeframe: {strategy.Market.Timeframe}");
        if (strategy.Market.Detail is { } detail)
        {
            Line(1, $"detail: {detail}");
        }

        Line(1, $"benchmark: {strategy.Market.Benchmark}");
        Line(0, $"capital: {Number(strategy.Capital)}");
        Indicators();
        Line(0, "rules:");
        Rule("entry", strategy.Entry);
        if (strategy.Exit is { } exit)
        {
            Rule("exit", exit);
        }

        Orders();
        Costs();
        Risk();
        return text.ToString();
    }

    private void Indicators()
    {
        if (strategy.Indicators.IsEmpty)
        {
            return;
        }

        Line(0, "indicators:");
        foreach (IndicatorInstance instance in strategy.Indicators.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            Line(1, $"{YamlText.Of(instance.Name)}:");
            Line(2, $"type: {instance.Definition.Name}");
            for (int i = 0; i < instance.Parameters.Length; i++)
            {
                Line(2, $"{instance.Definition.Parameters[i].Name}: {Number(instance.Parameters[i])}");
            }

            if (instance.Timeframe is { } timeframe)
            {
                Line(2, $"timeframe: {timeframe}");
            }
        }
    }

    private void Rule(string key, RuleNode rule)
    {
        if (rule is RuleNode.Leaf { Tag: null } leaf)
        {
            Line(1, $"{key}: {Condition(leaf)}");
            return;
        }

        Line(1, $"{key}:");
        Body(rule, 2);
    }

    private void Body(RuleNode rule, int depth)
    {
        if (rule.Tag is { } tag)
        {
            Line(depth, $"tag: {YamlText.Of(tag)}");
        }

        switch (rule)
        {
            case RuleNode.All all:
                Parts("all", all.Parts, depth);
                break;
            case RuleNode.Any any:
                Parts("any", any.Parts, depth);
                break;
            case RuleNode.Leaf leaf:
                Line(depth, $"when: {Condition(leaf)}");
                break;
            case RuleNode.Not { Part: RuleNode.Leaf { Tag: null } leaf }:
                Line(depth, $"not: {Condition(leaf)}");
                break;
            case RuleNode.Not not:
                Line(depth, "not:");
                Body(not.Part, depth + 1);
                break;
        }
    }

    private void Parts(string key, ImmutableArray<RuleNode> parts, int depth)
    {
        Line(depth, $"{key}:");
        foreach (RuleNode part in parts)
        {
            int start = text.Length;
            if (part is RuleNode.Leaf { Tag: null } leaf)
            {
                Line(depth + 2, Condition(leaf));
            }
            else
            {
                Body(part, depth + 2);
            }

            // The first line of an item begins with its dash.
            text[start + (2 * depth) + 2] = '-';
        }
    }

    private string Condition(RuleNode.Leaf leaf) => ExpressionText.Of(leaf.Condition, strategy.Indicators);

    private void Orders()
    {
        OrderPlan orders = strategy.Orders;
        Line(0, "orders:");
        Line(1, orders.Size switch
        {
            SizePlan.PercentOfEquity share => $"size: {{ percent_of_equity: {Ratio(share.Fraction)} }}",
            SizePlan.QuoteAmount quote => $"size: {{ quote_amount: {Number(quote.Amount)} }}",
            SizePlan.Risk risk => $"size: {{ risk: {Ratio(risk.Fraction)}, stop: {Distance(risk.Stop)} }}",
            _ => throw new InvalidOperationException(),
        });
        Line(1, orders.Entry switch
        {
            EntryPlan.AtLimit { ExpiresBars: { } bars } limit =>
                $"entry: {{ type: limit, offset: {Ratio(limit.Offset)}, expires: {Bars(bars)} }}",
            EntryPlan.AtLimit limit => $"entry: {{ type: limit, offset: {Ratio(limit.Offset)} }}",
            _ => "entry: { type: market }",
        });
        if (orders.StopLoss is { } stop)
        {
            Line(1, $"stop_loss: {Distance(stop)}");
        }

        if (!orders.TakeProfits.IsEmpty)
        {
            Line(1, "take_profit:");
            foreach (TakeProfit target in orders.TakeProfits)
            {
                Line(2, $"- {{ at: {Distance(target.At)}, close: {Ratio(target.Share)} }}");
            }
        }

        if (orders.Trailing is { } trailing)
        {
            string after = trailing.After is { } gain ? $", after: {Ratio(gain)}" : string.Empty;
            Line(1, $"trailing_stop: {{ distance: {Distance(trailing.Distance)}{after} }}");
        }

        if (orders.MaxHolding is { } holding)
        {
            Line(1, $"max_holding: {Length(holding)}");
        }

        if (orders.CooldownBars > 0)
        {
            Line(1, $"cooldown: {Bars(orders.CooldownBars)}");
        }
    }

    private void Costs()
    {
        CostModel costs = strategy.Costs;
        Line(0, "costs:");
        Line(1, $"fee: {{ maker: {Ratio(costs.MakerFee)}, taker: {Ratio(costs.TakerFee)} }}");
        Line(1, costs.Slippage switch
        {
            SlippageModel.VolumeShare share =>
                $"slippage: {{ model: volume_share, impact: {Ratio(share.Impact)}, limit: {Ratio(share.Limit)} }}",
            SlippageModel.Ratio ratio => $"slippage: {Ratio(ratio.Fraction)}",
            _ => throw new InvalidOperationException(),
        });
    }

    private void Risk()
    {
        RiskLimits risk = strategy.Risk;
        int start = text.Length;
        Line(0, "risk:");
        int body = text.Length;
        Optional("max_positions", risk.MaxPositions is { } most ? Number(most) : null);
        Optional("max_exposure", risk.MaxExposure is { } exposure ? Ratio(exposure) : null);
        Optional("max_drawdown", Loss(risk.MaxDrawdown));
        Optional("max_daily_loss", Loss(risk.MaxDailyLoss));
        Optional("max_orders_per_minute", risk.MaxOrdersPerMinute is { } orders ? Number(orders) : null);
        if (!risk.Protections.IsEmpty)
        {
            Line(1, "protections:");
            foreach (StoplossGuard guard in risk.Protections)
            {
                Line(2, $"- {{ type: stoploss_guard, count: {Number(guard.Count)}, within: {Length(guard.Within)}, "
                    + $"lock: {Length(guard.Lock)} }}");
            }
        }

        text.Length = text.Length == body ? start : text.Length;
    }

    private void Optional(string key, string? value)
    {
        if (value is not null)
        {
            Line(1, $"{key}: {value}");
        }
    }

    private void List(string key, IReadOnlyList<string> items, int depth)
    {
        if (items.Count > 0)
        {
            Line(depth, $"{key}:");
            foreach (string item in items)
            {
                Line(depth + 1, $"- {item}");
            }
        }
    }

    private void Line(int depth, string content) => text.Append(' ', 2 * depth).Append(content).Append('\n');

    private static string? Loss(LossLimit? loss) => loss is null
        ? null
        : $"{{ limit: {Ratio(loss.Limit)}, action: {(loss.Action == LossAction.Halt ? "halt" : "flatten_and_halt")} }}";

    private static string Number(double value) => DecimalNumber.Of(value).ToText();

    private static string Ratio(double value) => new Literal(value, ValueUnit.Ratio).ToText();

    private static string Bars(int count) => new Literal(count, ValueUnit.Bars).ToText();

    private static string Length(TimeSpanOrBars length) => length is TimeSpanOrBars.Bars bars
        ? Bars(bars.Count)
        : new Literal(((TimeSpanOrBars.Time)length).Millis, ValueUnit.Time).ToText();

    private static string Distance(Distance distance) => distance is Distance.Atr atr
        ? new Literal(atr.Multiple, ValueUnit.Atr).ToText()
        : Ratio(((Distance.Ratio)distance).Fraction);
}
