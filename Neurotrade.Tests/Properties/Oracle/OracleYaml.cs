using System.Globalization;
using System.Text;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Prints a strategy as a schema-1 file (contracts 3): the only way in which the product gets it.</summary>
internal static class OracleYaml
{
    private static readonly Dictionary<string, string[]> ParameterNames = new(StringComparer.Ordinal)
    {
        ["sma"] = ["period"],
        ["ema"] = ["period"],
        ["rsi"] = ["period"],
        ["atr"] = ["period"],
        ["donchian"] = ["period"],
        ["bollinger"] = ["period", "stddev"],
        ["macd"] = ["fast", "slow", "signal"],
    };

    public static string Print(OracleStrategy strategy)
    {
        StringBuilder text = new();
        Line(text, "schema: 1");
        Line(text, "name: oracle-case");
        Line(text, "market:");
        Line(text, "  exchange: sim");
        Line(text, $"  symbols: [{string.Join(", ", strategy.Symbols)}]");
        Line(text, $"  timeframe: {OracleMarket.TimeframeName(strategy.BarMillis)}");
        if (strategy.DetailMillis is long detail)
        {
            Line(text, $"  detail: {OracleMarket.TimeframeName(detail)}");
        }

        if (strategy.CapitalWritten is double capital)
        {
            Line(text, $"capital: {Number(capital)}");
        }

        if (strategy.Parameters.Count > 0)
        {
            Line(text, "parameters:");
            strategy.Parameters.ForEach(p => Line(text, $"  {p.Name}: {{ value: {(p.IsSet ? "50" : p.Literal)} }}"));
        }

        if (strategy.Indicators.Count > 0)
        {
            Line(text, "indicators:");
            strategy.Indicators.ForEach(i => Line(text, Indicator(i)));
        }

        Line(text, "rules:");
        PrintRule(text, strategy.Entry, "  entry:", 4);
        if (strategy.Exit is Rule exit)
        {
            PrintRule(text, exit, "  exit:", 4);
        }

        PrintOrders(text, strategy);
        PrintCosts(text, strategy);
        PrintRisk(text, strategy);
        return text.ToString();
    }

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Indicator(OracleIndicator indicator)
    {
        string[] names = ParameterNames[indicator.Type];
        IEnumerable<string> parts = indicator.Parameters.Select((v, i) => $"{names[i]}: {Number(v)}");
        string timeframe = indicator.TimeframeMillis is long millis
            ? ", timeframe: " + OracleMarket.TimeframeName(millis)
            : string.Empty;
        return $"  {indicator.Name}: {{ type: {indicator.Type}, {string.Join(", ", parts)}{timeframe} }}";
    }

    private static void PrintRule(StringBuilder text, Rule rule, string head, int indent)
    {
        string pad = new(' ', indent);
        if (rule.Kind == "leaf" && rule.Tag is null)
        {
            Line(text, $"{head} {Quoted(rule.Condition!)}");
            return;
        }

        Line(text, head);
        if (rule.Tag is string tag)
        {
            Line(text, $"{pad}tag: {tag}");
        }

        switch (rule.Kind)
        {
            case "leaf":
                Line(text, $"{pad}when: {Quoted(rule.Condition!)}");
                break;
            case "not":
                PrintRule(text, rule.Parts[0], $"{pad}not:", indent + 2);
                break;
            default:
                Line(text, $"{pad}{rule.Kind}:");
                rule.Parts.ForEach(p => PrintItem(text, p, indent + 2));
                break;
        }
    }

    private static void PrintItem(StringBuilder text, Rule rule, int indent)
    {
        string pad = new(' ', indent);
        if (rule.Kind == "leaf")
        {
            string condition = rule.Tag is null
                ? rule.Condition!.Text
                : $"{{ tag: {rule.Tag}, when: \"{rule.Condition!.Text}\" }}";
            Line(text, $"{pad}- {condition}");
            return;
        }

        // The first key of a node in a list stands beside the dash, the others below it.
        StringBuilder inner = new();
        PrintRule(inner, rule, string.Empty, indent + 2);
        string body = inner.ToString().TrimStart('\n')[(indent + 2)..];
        text.Append(pad).Append("- ").Append(body);
    }

    private static string Quoted(Node condition) => $"\"{condition.Text}\"";

    private static void PrintOrders(StringBuilder text, OracleStrategy s)
    {
        List<string> lines = [];
        if (s.PercentOfEquity is Ratio percent)
        {
            lines.Add($"  size: {{ percent_of_equity: {percent.Text} }}");
        }
        else if (s.QuoteAmount is double amount)
        {
            lines.Add($"  size: {{ quote_amount: {Number(amount)} }}");
        }
        else if (s.RiskFraction is Ratio risk)
        {
            lines.Add($"  size: {{ risk: {risk.Text}, stop: {s.RiskStop!.Text} }}");
        }

        if (s.LimitOffset is Ratio offset)
        {
            string expires = s.LimitExpiresBars is int bars ? $", expires: {Number(bars)} bars" : string.Empty;
            lines.Add($"  entry: {{ type: limit, offset: {offset.Text}{expires} }}");
        }

        if (s.StopLoss is Distance stop)
        {
            lines.Add($"  stop_loss: {stop.Text}");
        }

        if (s.Targets.Count == 1 && s.Targets[0].Share.Fraction == 1)
        {
            lines.Add($"  take_profit: {s.Targets[0].At.Text}");
        }
        else if (s.Targets.Count > 0)
        {
            lines.Add("  take_profit:");
            s.Targets.ForEach(t => lines.Add($"    - {{ at: {t.At.Text}, close: {t.Share.Text} }}"));
        }

        if (s.Trailing is Distance trail)
        {
            lines.Add(s.TrailingAfter is Ratio after
                ? $"  trailing_stop: {{ distance: {trail.Text}, after: {after.Text} }}"
                : $"  trailing_stop: {trail.Text}");
        }

        if (s.MaxHolding is Length holding)
        {
            lines.Add($"  max_holding: {holding.Text}");
        }

        if (s.CooldownBars > 0)
        {
            lines.Add($"  cooldown: {Number(s.CooldownBars)} bars");
        }

        Block(text, "orders:", lines);
    }

    private static void PrintCosts(StringBuilder text, OracleStrategy s)
    {
        List<string> lines = [];
        if (s.Maker is Ratio maker)
        {
            lines.Add(s.Taker == maker
                ? $"  fee: {maker.Text}"
                : $"  fee: {{ maker: {maker.Text}, taker: {s.Taker!.Text} }}");
        }

        if (s.Slippage is Ratio slippage)
        {
            lines.Add($"  slippage: {slippage.Text}");
        }
        else if (s.VolumeImpact is Ratio impact)
        {
            lines.Add($"  slippage: {{ model: volume_share, impact: {impact.Text}, limit: {s.VolumeLimit!.Text} }}");
        }

        Block(text, "costs:", lines);
    }

    private static void PrintRisk(StringBuilder text, OracleStrategy s)
    {
        List<string> lines = [];
        if (s.MaxPositions is int positions)
        {
            lines.Add($"  max_positions: {Number(positions)}");
        }

        if (s.MaxExposure is Ratio exposure)
        {
            lines.Add($"  max_exposure: {exposure.Text}");
        }

        if (s.MaxOrdersPerMinute is int orders)
        {
            lines.Add($"  max_orders_per_minute: {Number(orders)}");
        }

        Loss(lines, "max_drawdown", s.MaxDrawdown);
        Loss(lines, "max_daily_loss", s.MaxDailyLoss);
        if (s.Guards.Count > 0)
        {
            lines.Add("  protections:");
            s.Guards.ForEach(g => lines.Add(
                $"    - {{ type: stoploss_guard, count: {Number(g.Count)}, within: {g.Within.Text}, lock: {g.Lock.Text} }}"));
        }

        Block(text, "risk:", lines);
    }

    private static void Loss(List<string> lines, string name, LossRule? rule)
    {
        if (rule is not null)
        {
            string action = rule.Flattens ? "flatten_and_halt" : "halt";
            lines.Add($"  {name}: {{ limit: {rule.Limit.Text}, action: {action} }}");
        }
    }

    private static void Block(StringBuilder text, string head, List<string> lines)
    {
        if (lines.Count > 0)
        {
            Line(text, head);
            lines.ForEach(line => Line(text, line));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
