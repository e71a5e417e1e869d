using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Evaluation;

/// <summary>
/// A random expression with its text and, worked out in the plainest way from contracts 3, its value at every bar. Shares
/// no code with the language: null is missing or unknown, windows are looked through bar by bar.
/// </summary>
internal sealed class PlainExpression
{
    private const int Or = 1, And = 2, Not = 3, Comparison = 4, Sum = 5, Product = 6, Sign = 7, Value = 8;

    public required string Text { get; init; }

    /// <summary>How tightly the outermost operator binds.</summary>
    public required int Level { get; init; }

    public double?[] Numbers { get; init; } = [];

    public bool?[] Truths { get; init; } = [];

    public bool UsesPosition { get; init; }

    /// <summary>A random condition over the bars; <paramref name="facts"/> is what position.* means.</summary>
    public static PlainExpression Condition(Random random, RuleBars bars, PositionFacts facts, int depth, bool mayUsePosition)
    {
        PlainExpression Inner(bool position = false) =>
            Condition(random, bars, facts, depth - 1, position && mayUsePosition);
        PlainExpression Of(bool position = false) => Number(random, bars, facts, depth - 1, position && mayUsePosition);
        switch (depth <= 0 ? 0 : random.Next(9))
        {
            case 1:
                return Join(
                    "or", Or, Inner(true), Inner(true), random,
                    (a, b) => a == true || b == true ? true : a is null || b is null ? null : false);
            case 2:
                return Join(
                    "and", And, Inner(true), Inner(true), random,
                    (a, b) => a == false || b == false ? false : a is null || b is null ? null : true);
            case 3:
                PlainExpression part = Inner(true);
                return Make($"{Case("not", random)} {Wrap(part, Not, random)}", Not, part.UsesPosition, Each(bars, t => !part.Truths[t]));
            case 4:
                return Cross(random, bars, Of(), Of());
            case 5:
                return Steps(random, bars, Of());
            case 6:
                PlainExpression condition = Inner();
                int n = random.Next(1, 7);
                return Make(
                    $"within({condition.Text}, {n})", Value, false,
                    Each(bars, t => Any(Enumerable.Range(t - n + 1, n).Select(i => i < 0 ? null : condition.Truths[i]))));
            default:
                return Compare(random, bars, Of(true), Of(true));
        }
    }

    private static PlainExpression Number(Random random, RuleBars bars, PositionFacts facts, int depth, bool mayUsePosition)
    {
        PlainExpression Inner(bool position = false) => Number(random, bars, facts, depth - 1, position && mayUsePosition);
        switch (depth <= 0 ? 0 : random.Next(12))
        {
            case 1 or 2:
                return Arithmetic(random, bars, Inner(true), Inner(true));
            case 3:
                PlainExpression operand = Inner(true);
                return Make($"-{Wrap(operand, Sign, random)}", Sign, operand.UsesPosition, Finite(bars, t => -operand.Numbers[t]));
            case 4:
                PlainExpression x = Inner();
                int lag = random.Next(0, 6);
                return Make($"{Wrap(x, Value, random)}[{lag}]", Value, false, Finite(bars, t => t < lag ? null : x.Numbers[t - lag]));
            case 5:
                PlainExpression y = Inner();
                int n = random.Next(1, 7);
                bool isHighest = random.Next(2) == 0;
                return Make(
                    $"{(isHighest ? "highest" : "lowest")}({y.Text}, {n})", Value, false,
                    Finite(bars, t => Extreme(y.Numbers, t, n, isHighest)));
            case 6:
                PlainExpression z = Inner();
                int over = random.Next(1, 7);
                return Make($"change({z.Text}, {over})", Value, false, Finite(bars, t => t < over ? null : z.Numbers[t] - z.Numbers[t - over]));
            case 7:
                PlainExpression size = Inner(true);
                return Make($"abs({size.Text})", Value, size.UsesPosition, Finite(bars, t => size.Numbers[t] is { } v ? Math.Abs(v) : null));
            case 8:
                (PlainExpression left, PlainExpression right) = (Inner(true), Inner(true));
                bool isMin = random.Next(2) == 0;
                return Make(
                    $"{(isMin ? "min" : "max")}({left.Text}, {right.Text})", Value, left.UsesPosition || right.UsesPosition,
                    Finite(bars, t => left.Numbers[t] is { } a && right.Numbers[t] is { } b ? (a < b) == isMin ? a : b : null));
            case 9:
                PlainExpression since = Condition(random, bars, facts, depth - 1, false);
                return Make($"bars_since({since.Text})", Value, false, Finite(bars, t => Since(since.Truths, t)));
            default:
                return mayUsePosition && random.Next(4) == 0 ? Position(random, bars, facts) : Leaf(random, bars);
        }
    }

    private static PlainExpression Leaf(Random random, RuleBars bars)
    {
        CandleSeries c = bars.Series;
        DateTime At(int t) => DateTimeOffset.FromUnixTimeMilliseconds(c[t].OpenMillis).UtcDateTime;
        (string text, Func<int, double?> value) = random.Next(14) switch
        {
            0 => ("open", t => c[t].Open),
            1 => ("HIGH", t => c[t].High),
            2 => ("low", t => c[t].Low),
            3 => ("Close", t => c[t].Close),
            4 => ("volume", t => c[t].Volume),
            5 => ("hl2", t => (double)(((decimal)c[t].High + (decimal)c[t].Low) / 2)),
            6 => ("a", t => bars.A[t]),
            7 => ("b", t => bars.B[t]),
            8 => ("m", t => bars.Line[t]),
            9 => ("m.signal", t => bars.Signal[t]),
            10 => ("hour()", t => At(t).Hour),
            11 => ("minute()", t => At(t).Minute),
            12 => ("weekday()", t => At(t).DayOfWeek == DayOfWeek.Sunday ? 7 : (int)At(t).DayOfWeek),
            _ => Constant(random),
        };
        return Make(text, Value, false, Finite(bars, value));
    }

    private static (string, Func<int, double?>) Constant(Random random)
    {
        int number = random.Next(0, 200);
        return random.Next(4) switch
        {
            0 => ($"{number}%", _ => number / 100m is var exact ? (double)exact : null),
            1 => ($"{number} bps", _ => (double)(number / 10_000m)),
            2 => (string.Create(CultureInfo.InvariantCulture, $"{number / 8m}"), _ => number / 8.0),
            _ => ($"{number}", _ => number),
        };
    }

    private static PlainExpression Position(Random random, RuleBars bars, PositionFacts facts)
    {
        (string text, Func<int, double?> value) = random.Next(3) switch
        {
            0 => ("position.pnl", t => (bars.Series[t].Close - facts.EntryPrice) / facts.EntryPrice),
            1 => ("position.bars", t => t - facts.EntryBar),
            _ => ((string, Func<int, double?>))("position.entry_price", _ => facts.EntryPrice),
        };
        return Make(text, Value, true, Finite(bars, t => facts.IsOpen ? value(t) : null));
    }

    private static PlainExpression Arithmetic(Random random, RuleBars bars, PlainExpression a, PlainExpression b)
    {
        (string sign, int level, Func<double, double, double> of) = random.Next(4) switch
        {
            0 => ("+", Sum, (Func<double, double, double>)((x, y) => x + y)),
            1 => ("-", Sum, (x, y) => x - y),
            2 => ("*", Product, (x, y) => x * y),
            _ => ("/", Product, (x, y) => x / y),
        };
        return Make(
            $"{Wrap(a, level, random)}{Space(random)}{sign} {Wrap(b, level + 1, random)}", level, a.UsesPosition || b.UsesPosition,
            Finite(bars, t => a.Numbers[t] is { } x && b.Numbers[t] is { } y ? of(x, y) : null));
    }

    private static PlainExpression Compare(Random random, RuleBars bars, PlainExpression a, PlainExpression b)
    {
        (string sign, Func<double, double, bool> of) = random.Next(6) switch
        {
            0 => ("<", (Func<double, double, bool>)((x, y) => x < y)),
            1 => ("<=", (x, y) => x <= y),
            2 => (">", (x, y) => x > y),
            3 => (">=", (x, y) => x >= y),
            4 => ("==", (x, y) => x == y),
            _ => ("!=", (x, y) => x != y),
        };
        return Make(
            $"{Wrap(a, Sum, random)} {sign}{Space(random)}{Wrap(b, Sum, random)}", Comparison, a.UsesPosition || b.UsesPosition,
            Each(bars, t => a.Numbers[t] is { } x && b.Numbers[t] is { } y ? of(x, y) : null));
    }

    private static PlainExpression Cross(Random random, RuleBars bars, PlainExpression a, PlainExpression b)
    {
        bool isAbove = random.Next(2) == 0;
        bool? Was(int t) => t < 0 || a.Numbers[t] is not { } x || b.Numbers[t] is not { } y ? null : isAbove ? x <= y : x >= y;
        bool? Is(int t) => a.Numbers[t] is not { } x || b.Numbers[t] is not { } y ? null : isAbove ? x > y : x < y;
        return Make(
            $"{Case(isAbove ? "crosses_above" : "crosses_below", random)}({a.Text}, {b.Text})", Value, false,
            Each(bars, t => Every([Was(t - 1), Is(t)])));
    }

    private static PlainExpression Steps(Random random, RuleBars bars, PlainExpression x)
    {
        bool isRising = random.Next(2) == 0;
        int n = random.Next(1, 6);
        bool? Step(int t) => t < 1 || x.Numbers[t] is not { } now || x.Numbers[t - 1] is not { } before ? null
            : isRising ? now > before : now < before;
        return Make(
            $"{(isRising ? "rising" : "falling")}({x.Text}, {n})", Value, false,
            Each(bars, t => Every(Enumerable.Range(t - n + 1, n).Select(i => i < 0 ? null : Step(i)))));
    }

    private static PlainExpression Join(
        string word, int level, PlainExpression a, PlainExpression b, Random random, Func<bool?, bool?, bool?> of) => new()
        {
            Text = $"{Wrap(a, level, random)} {Case(word, random)} {Wrap(b, level + 1, random)}",
            Level = level,
            Truths = [.. a.Truths.Zip(b.Truths, of)],
            UsesPosition = a.UsesPosition || b.UsesPosition,
        };

    private static PlainExpression Make(string text, int level, bool usesPosition, double?[] numbers) =>
        new() { Text = text, Level = level, Numbers = numbers, UsesPosition = usesPosition };

    private static PlainExpression Make(string text, int level, bool usesPosition, bool?[] truths) =>
        new() { Text = text, Level = level, Truths = truths, UsesPosition = usesPosition };

    private static double?[] Finite(RuleBars bars, Func<int, double?> value) =>
        [.. Enumerable.Range(0, bars.Series.Count).Select(t => value(t) is { } v && double.IsFinite(v) ? v : (double?)null)];

    private static bool?[] Each(RuleBars bars, Func<int, bool?> truth) =>
        [.. Enumerable.Range(0, bars.Series.Count).Select(truth)];

    private static bool? Any(IEnumerable<bool?> truths)
    {
        bool?[] all = [.. truths];
        return all.Contains(true) ? true : all.Contains(null) ? null : false;
    }

    private static bool? Every(IEnumerable<bool?> truths)
    {
        bool?[] all = [.. truths];
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    private static double? Extreme(double?[] x, int t, int n, bool isHighest)
    {
        double?[] window = [.. Enumerable.Range(t - n + 1, n).Select(i => i < 0 ? null : x[i])];
        return window.Contains(null) ? null : isHighest ? window.Max() : window.Min();
    }

    private static double? Since(bool?[] truths, int t)
    {
        for (int i = t; i >= 0; i--)
        {
            if (truths[i] == true)
            {
                return t - i;
            }
        }

        return null;
    }

    private static string Wrap(PlainExpression inner, int least, Random random) =>
        inner.Level < least || random.Next(8) == 0 ? $"({inner.Text})" : inner.Text;

    private static string Case(string word, Random random) => random.Next(4) == 0 ? word.ToUpperInvariant() : word;

    private static string Space(Random random) => random.Next(3) == 0 ? string.Empty : " ";
}
