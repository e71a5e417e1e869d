namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>What <c>position.*</c> reads; null fields when flat.</summary>
internal sealed record OracleFacts(double? EntryPrice, int EntryBar)
{
    public static OracleFacts Flat { get; } = new(null, -1);
}

/// <summary>
/// Evaluates rules bar by bar in Kleene's logic (contracts 3): true, false, or null for unknown. Values without a
/// position are remembered per node and bar, nothing else is clever.
/// </summary>
internal sealed class OracleRules
{
    private readonly OracleStrategy strategy;
    private readonly List<OracleCandle> bars;
    private readonly Dictionary<string, Dictionary<string, Reading[]>> indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, Reading?[]> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, (bool Known, bool? Value)[]> truths = new(ReferenceEqualityComparer.Instance);

    public OracleRules(OracleStrategy strategy, List<OracleCandle> bars)
    {
        (this.strategy, this.bars) = (strategy, bars);
        foreach (OracleIndicator indicator in strategy.Indicators)
        {
            indicators[indicator.Name] = OracleIndicators.Compute(indicator, bars, strategy.BarMillis);
        }

        if (strategy.NeedsAtr)
        {
            OracleIndicator atr = strategy.Indicators.Find(i => i.Name == "atr")
                ?? new OracleIndicator("atr", "atr", [14], null);
            Atr = OracleIndicators.Compute(atr, bars, strategy.BarMillis)["atr"];
        }
    }

    /// <summary>What <c>n atr</c> means (contracts 4.15), per bar; null when nothing is given in atr.</summary>
    public Reading[]? Atr { get; }

    /// <summary>Comparisons whose sides lay closer than two correct computations may differ.</summary>
    public int NearTies { get; private set; }

    public bool? Evaluate(Rule rule, int bar, OracleFacts facts)
    {
        switch (rule.Kind)
        {
            case "leaf":
                return Truth(rule.Condition!, bar, facts);
            case "not":
                return !Evaluate(rule.Parts[0], bar, facts);
            case "all":
                return rule.Parts.Select(p => Evaluate(p, bar, facts)).Aggregate((bool?)true, (a, b) => a & b);
            default:
                return rule.Parts.Select(p => Evaluate(p, bar, facts)).Aggregate((bool?)false, (a, b) => a | b);
        }
    }

    /// <summary>The first tag on true parts, outer before inner, in file order (contracts 5.2).</summary>
    public string Tag(Rule rule, int bar)
    {
        bool? value = Evaluate(rule, bar, OracleFacts.Flat);
        if (value == true && rule.Tag is string tag)
        {
            return tag;
        }

        // Below a false part no tag counts; below an unknown one it may.
        if (value == false)
        {
            return string.Empty;
        }

        return rule.Kind == "not"
            ? string.Empty
            : rule.Parts.Select(p => Tag(p, bar)).FirstOrDefault(t => t.Length > 0) ?? string.Empty;
    }

    private bool? Truth(Node node, int bar, OracleFacts facts)
    {
        if (bar < 0)
        {
            return null;
        }

        if (node.UsesPosition)
        {
            return ComputeTruth(node, bar, facts);
        }

        if (!truths.TryGetValue(node, out (bool Known, bool? Value)[]? known))
        {
            truths[node] = known = new (bool, bool?)[bars.Count];
        }

        if (!known[bar].Known)
        {
            known[bar] = (true, ComputeTruth(node, bar, facts));
        }

        return known[bar].Value;
    }

    // `&`, `|` and `!` of bool? are Kleene's and, or and not.
    private bool? ComputeTruth(Node node, int t, OracleFacts facts) => node switch
    {
        Node.Not not => !Truth(not.Value, t, facts),
        Node.Binary { Operator: "and" } and => Truth(and.Left, t, facts) & Truth(and.Right, t, facts),
        Node.Binary { Operator: "or" } or => Truth(or.Left, t, facts) | Truth(or.Right, t, facts),
        Node.Binary compare => Compare(compare.Operator, compare.Left, t, compare.Right, t, facts),
        Node.Call { Name: "crosses_above" } call => Cross(call, "<=", ">", t, facts),
        Node.Call { Name: "crosses_below" } call => Cross(call, ">=", "<", t, facts),
        Node.Call { Name: "rising" } call => Steps(call, ">", t, facts),
        Node.Call { Name: "falling" } call => Steps(call, "<", t, facts),
        Node.Call { Name: "within" } call => Enumerable.Range(0, call.Bars)
            .Select(k => Truth(call.Arguments[0], t - k, facts)).Aggregate((bool?)false, (a, b) => a | b),
        _ => throw new InvalidOperationException(node.Text),
    };

    private bool? Cross(Node.Call call, string before, string now, int t, OracleFacts facts) =>
        Compare(before, call.Arguments[0], t - 1, call.Arguments[1], t - 1, facts)
        & Compare(now, call.Arguments[0], t, call.Arguments[1], t, facts);

    private bool? Steps(Node.Call call, string direction, int t, OracleFacts facts)
    {
        bool? all = true;
        for (int k = 0; k < call.Bars; k++)
        {
            all &= Compare(direction, call.Arguments[0], t - k, call.Arguments[0], t - k - 1, facts);
        }

        return all;
    }

    private bool? Compare(string comparison, Node left, int leftBar, Node right, int rightBar, OracleFacts facts)
    {
        Reading a = Number(left, leftBar, facts);
        Reading b = Number(right, rightBar, facts);
        if (a.IsMissing || b.IsMissing)
        {
            return null;
        }

        NearTies += Reading.IsNearTie(a, b) ? 1 : 0;

        return comparison switch
        {
            "<" => a.Value < b.Value,
            "<=" => a.Value <= b.Value,
            ">" => a.Value > b.Value,
            ">=" => a.Value >= b.Value,
            "==" => a.Value == b.Value,
            _ => a.Value != b.Value,
        };
    }

    private Reading Number(Node node, int bar, OracleFacts facts)
    {
        if (bar < 0)
        {
            return node is Node.Number ? ComputeNumber(node, bar, facts) : Reading.Missing;
        }

        if (node.UsesPosition)
        {
            return ComputeNumber(node, bar, facts);
        }

        if (!numbers.TryGetValue(node, out Reading?[]? known))
        {
            numbers[node] = known = new Reading?[bars.Count];
        }

        known[bar] ??= ComputeNumber(node, bar, facts);
        return known[bar]!.Value;
    }

    private Reading ComputeNumber(Node node, int t, OracleFacts facts)
    {
        Reading reading = node switch
        {
            Node.Number number => Reading.Of(number.Value),
            Node.Field field => Reading.Of(Field(field.Name, bars[t])),
            Node.Indicator indicator => At(indicator, t),
            Node.Position position => Reading.Of(PositionValue(position.Name, t, facts)),
            Node.Clock clock => Reading.Of(Clock(clock.Name, bars[t].Time)),
            Node.Lag lag => Number(lag.Value, t - lag.Bars, facts),
            Node.Negate negate => Number(negate.Value, t, facts) is var inner
                ? new Reading(-inner.Value, inner.Error, ~inner.Origin) : default,
            Node.Binary binary => Reading.Arithmetic(
                binary.Operator, Number(binary.Left, t, facts), Number(binary.Right, t, facts)),
            Node.Call call => Function(call, t, facts),
            _ => throw new InvalidOperationException(node.Text),
        };
        return reading.IsMissing ? Reading.Missing : reading;
    }

    // The same longer candle's value at several bars is one value: its origin is where it first appeared.
    private Reading At(Node.Indicator indicator, int t)
    {
        Reading[] column = indicators[indicator.Name][indicator.Output];
        Reading reading = column[t];
        int first = t;
        bool isLonger = strategy.Indicators.Find(i => i.Name == indicator.Name)!.TimeframeMillis is not null;
        while (isLonger && reading.Error > 0 && first > 0 && column[first - 1] == reading)
        {
            first--;
        }

        int ordinal = strategy.Indicators.FindIndex(i => i.Name == indicator.Name) + 1;
        Reading place = Reading.Of(first);
        return reading with { Origin = Reading.Mix(ordinal + (100 * indicator.Output.Length), place, place) };
    }

    private Reading Function(Node.Call call, int t, OracleFacts facts)
    {
        Node first = call.Arguments[0];
        switch (call.Name)
        {
            case "abs":
                Reading inner = Number(first, t, facts);
                return new Reading(Math.Abs(inner.Value), inner.Error, Reading.Mix('a', inner, inner));
            case "min" or "max":
                return Reading.Extreme(call.Name == "max", [Number(first, t, facts), Number(call.Arguments[1], t, facts)]);
            case "highest" or "lowest":
                List<Reading> window = [];
                for (int k = 0; k < call.Bars; k++)
                {
                    window.Add(Number(first, t - k, facts));
                }

                return Reading.Extreme(call.Name == "highest", window);
            case "change":
                return Reading.Arithmetic("-", Number(first, t, facts), Number(first, t - call.Bars, facts));
            case "bars_since":
                for (int k = 0; k <= t; k++)
                {
                    if (Truth(first, t - k, facts) == true)
                    {
                        return Reading.Of(k);
                    }
                }

                return Reading.Missing;
            default:
                throw new InvalidOperationException(call.Name);
        }
    }

    // contracts 4.20: the means of fields are exact decimals, correctly rounded.
    private static double Field(string name, OracleCandle c) => name switch
    {
        "open" => c.Open,
        "high" => c.High,
        "low" => c.Low,
        "close" => c.Close,
        "volume" => c.Volume,
        "hl2" => Exact.Mean(Exact.Units(c.High) + Exact.Units(c.Low), 2),
        "hlc3" => Exact.Mean(Exact.Units(c.High) + Exact.Units(c.Low) + Exact.Units(c.Close), 3),
        _ => Exact.Mean(Exact.Units(c.Open) + Exact.Units(c.High) + Exact.Units(c.Low) + Exact.Units(c.Close), 4),
    };

    private double PositionValue(string name, int t, OracleFacts facts) => name switch
    {
        _ when facts.EntryPrice is null => double.NaN,
        "pnl" => (bars[t].Close - facts.EntryPrice.Value) / facts.EntryPrice.Value,
        "bars" => t - facts.EntryBar,
        _ => facts.EntryPrice.Value,
    };

    private static double Clock(string name, long millis)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(millis);
        return name switch
        {
            "hour" => time.Hour,
            "minute" => time.Minute,
            _ => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek,
        };
    }
}
