using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Random indicators and rule trees, biased to conditions that are sometimes true and sometimes not.</summary>
internal sealed class RandomRules(Random random, long barMillis, int barCount)
{
    private static readonly string[] Fields = ["open", "high", "low", "close", "hl2", "hlc3", "ohlc4"];
    private static readonly string[] Tags = ["dip", "breakout", "t1", "late", "calm", "trend"];

    private readonly List<(Node Node, string Kind)> values = [];

    public List<OracleIndicator> Indicators { get; } = [];

    public List<OracleParameter> Parameters { get; } = [];

    public void MakeIndicators()
    {
        int count = random.Next(1, 5);
        for (int i = 0; i < count; i++)
        {
            string type = Pick("sma", "sma", "ema", "rsi", "atr", "bollinger", "macd", "donchian");
            string name = type == "atr" && !Indicators.Exists(x => x.Name == "atr") ? "atr" : Pick("x", "fast_", "Line") + i;
            List<double> parameters = type switch
            {
                "bollinger" => [random.Next(2, 25), Pick(1, 1.5, 2)],
                "macd" => [random.Next(2, 10), random.Next(11, 25), random.Next(2, 8)],
                "rsi" or "atr" => [random.Next(2, 16)],
                _ => [random.Next(1, 4) == 1 ? random.Next(2, 4) : random.Next(3, 30)],
            };
            Indicators.Add(new OracleIndicator(name, type, parameters, HigherTimeframe()));
            AddOutputs(name, type);
        }
    }

    public Rule Entry() => Tree(random.Next(0, 3), false);

    public Rule Exit(bool mayAskPosition) => mayAskPosition && random.Next(3) == 0
        ? new Rule(Pick("any", "any", "all"), null, null, [Rule.Leaf(AboutPosition()), Tree(0, false)])
        : Tree(random.Next(0, 2), false);

    private Rule Tree(int depth, bool isBelowNot)
    {
        string? tag = !isBelowNot && random.Next(3) == 0 ? Pick(Tags) : null;
        if (depth == 0)
        {
            return Rule.Leaf(Condition(random.Next(0, 3)), tag);
        }

        switch (random.Next(5))
        {
            case 0:
                return new Rule("not", null, null, [Tree(depth - 1, true)]);
            case 1 or 2:
                return new Rule("all", tag, null, [Tree(depth - 1, isBelowNot), Tree(0, isBelowNot)]);
            default:
                List<Rule> parts = [];
                for (int i = random.Next(2, 4); i > 0; i--)
                {
                    parts.Add(Tree(random.Next(0, depth), isBelowNot));
                }

                return new Rule("any", tag, null, parts);
        }
    }

    private Node Condition(int depth)
    {
        if (depth > 0)
        {
            return random.Next(3) switch
            {
                0 => new Node.Binary("and", Condition(depth - 1), Condition(0)),
                1 => new Node.Binary("or", Condition(0), Condition(depth - 1)),
                _ => new Node.Not(Condition(depth - 1)),
            };
        }

        Node price = Value("price");
        return random.Next(14) switch
        {
            0 => new Node.Call("crosses_above", [price, Value("price")], 0),
            1 => new Node.Call("crosses_below", [price, Value("price")], 0),
            2 => new Node.Call("rising", [price], random.Next(1, 3)),
            3 => new Node.Call("falling", [price], random.Next(1, 3)),
            4 => new Node.Call("within", [Compare(price, Value("price"))], random.Next(1, 5)),
            5 => new Node.Binary(
                Pick("<", "<=", ">="), new Node.Call("bars_since", [Compare(price, Value("price"))], 0), Whole(1, 9)),
            6 => new Node.Binary(
                Pick(">", "<"), new Node.Binary("/", new Node.Call("change", [price], random.Next(1, 4)), Field("close")),
                Percent(-10, 11)),
            7 => Time(),
            8 or 9 => Bounded(),
            10 => Compare(
                new Node.Call(Pick("highest", "lowest"), [price], random.Next(1, 6)) is var window && random.Next(2) == 0
                    ? new Node.Lag(window, random.Next(0, 3)) : window,
                Value("price")),
            11 => Compare(
                new Node.Call(Pick("min", "max"), [price, Value("price")], 0), new Node.Binary("*", Value("price"), Literal(1))),
            12 => new Node.Binary(
                Pick("<", ">"), new Node.Call("abs", [new Node.Binary("-", price, Value("price"))], 0),
                new Node.Binary("*", Field("close"), Percent(1, 20))),
            _ => Compare(price, Value("price")),
        };
    }

    private Node.Binary Compare(Node left, Node right) => new(Pick("<", "<=", ">", ">=", "<", ">", "==", "!="), left, right);

    private Node AboutPosition() => random.Next(4) switch
    {
        0 => new Node.Not(PositionCondition()),
        1 => new Node.Binary(Pick("and", "or"), Condition(0), PositionCondition()),
        _ => PositionCondition(),
    };

    private Node.Binary PositionCondition() => random.Next(3) switch
    {
        0 => new Node.Binary(Pick(">", "<"), new Node.Position("pnl"), Percent(-30, 31)),
        1 => new Node.Binary(">=", new Node.Position("bars"), Whole(1, 20)),
        _ => new Node.Binary(Pick(">", "<"), Field("close"), new Node.Binary("*", new Node.Position("entry_price"), Literal(1))),
    };

    private Node.Binary Time() => random.Next(3) switch
    {
        0 => new Node.Binary(Pick(">=", "<"), new Node.Clock("hour"), Whole(0, 24)),
        1 => new Node.Binary(Pick(">=", "<", "=="), new Node.Clock("minute"), Whole(0, 60)),
        _ => new Node.Binary(Pick(">=", "<=", "!="), new Node.Clock("weekday"), Whole(1, 8)),
    };

    private Node.Binary Bounded()
    {
        Node left = Value("index");
        string kind = values.Find(v => ReferenceEquals(v.Node, left)).Kind;
        return kind switch
        {
            "index100" => new Node.Binary(Pick("<", ">"), left, Parameter(random.Next(30, 71))),
            "index1" => new Node.Binary(Pick("<", ">"), left, Literal((decimal)random.Next(0, 11) / 10)),
            "index0" => new Node.Binary(Pick("<", ">"), left, Literal(0)),
            _ => new Node.Binary(Pick("<", ">"), Field("close"), Field("open")),
        };
    }

    private Node Value(string kind)
    {
        List<(Node Node, string Kind)> usable = values.FindAll(v => v.Kind.StartsWith(kind, StringComparison.Ordinal));
        Node value = usable.Count > 0 && random.Next(3) > 0 ? usable[random.Next(usable.Count)].Node
            : kind == "index" ? Field("volume") : Field(Pick(Fields));
        if (kind != "price")
        {
            return value;
        }

        return random.Next(10) switch
        {
            0 or 1 => new Node.Lag(value, random.Next(0, 4)),
            2 => new Node.Lag(new Node.Binary("+", value, new Node.Negate(Literal(0))), random.Next(1, 3)),
            3 => new Node.Binary("/", new Node.Binary("+", value, Field("close")), Literal(2)),
            4 => new Node.Binary("-", value, new Node.Binary("-", Field("high"), Field("low"))),
            _ => value,
        };
    }

    private void AddOutputs(string name, string type)
    {
        switch (type)
        {
            case "bollinger":
                Add(name, "middle", "price", true);
                Add(name, "upper", "price", false);
                Add(name, "lower", "price", false);
                Add(name, "percent_b", "index1", false);
                break;
            case "donchian":
                Add(name, "middle", "price", true);
                values.Add((new Node.Lag(new Node.Indicator(name, "upper", name + ".upper"), 1), "price"));
                values.Add((new Node.Lag(new Node.Indicator(name, "lower", name + ".lower"), 1), "price"));
                break;
            case "macd":
                Add(name, "line", "index0", true);
                Add(name, "histogram", "index0", false);
                Add(name, "signal", "index0", false);
                break;
            case "rsi":
                Add(name, "rsi", "index100", true);
                break;
            case "atr":
                values.Add((new Node.Binary("-", Field("close"), new Node.Indicator(name, type, name)), "price"));
                break;
            default:
                Add(name, type, "price", true);
                break;
        }
    }

    private void Add(string name, string output, string kind, bool isFirst)
    {
        bool isBare = isFirst && (output is "sma" or "ema" or "rsi" || random.Next(2) == 0);
        values.Add((new Node.Indicator(name, output, isBare ? name : name + "." + output), kind));
    }

    private long? HigherTimeframe()
    {
        long[] longer = [.. new long[] { 5, 15, 60, 240, 1440, 10_080 }.Select(m => m * 60_000)
            .Where(m => m > barMillis && m % barMillis == 0 && m / barMillis < barCount / 20)];
        return longer.Length > 0 && random.Next(4) == 0 ? longer[random.Next(longer.Length)] : null;
    }

    private Node.Number Parameter(int value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        if (random.Next(2) == 0 || Parameters.Count > 3)
        {
            return new Node.Number(text, value);
        }

        string name = "p" + Parameters.Count.ToString(CultureInfo.InvariantCulture);
        Parameters.Add(new OracleParameter(name, text, value, random.Next(3) == 0));
        return new Node.Number("$" + name, value);
    }

    private static Node.Field Field(string name) => new(name);

    private Node.Number Whole(int from, int to) => Literal(random.Next(from, to));

    private static Node.Number Literal(decimal value) => new(Ratio.Trim(value), Exact.Double(value));

    // In tenths of a percent.
    private Node Percent(int from, int to)
    {
        decimal tenths = random.Next(from, to);
        Ratio ratio = new(Math.Abs(tenths) / 1000m);
        Node.Number number = new(ratio.Text, ratio.Value);
        return tenths < 0 ? new Node.Negate(number) : number;
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
