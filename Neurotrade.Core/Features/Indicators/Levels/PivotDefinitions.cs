using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>Pivot points of five kinds, of the calendar span before and of the last bars.</summary>
public static class PivotDefinitions
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<IndicatorDefinition> Definitions { get; } =
    [
        .. Of(PivotKind.Standard, string.Empty, "Pivot Points",
            "pp = (h + l + c) / 3; s1 = 2 pp − h, s2 = pp − (h − l), s3 = l − 2 (h − pp); r1 = 2 pp − l, r2 = pp + (h − l), r3 = h + 2 (pp − l)"),
        .. Of(PivotKind.Fibonacci, "_fibonacci", "Fibonacci Pivot Points",
            "pp = (h + l + c) / 3; s1 to s3 and r1 to r3 = pp ∓ 0.382, 0.618 and 1 × (h − l)"),
        .. Of(PivotKind.Camarilla, "_camarilla", "Camarilla Pivot Points",
            "pp = c; s1 to s4 and r1 to r4 = c ∓ 1.1 × (h − l) / 12, 6, 4 and 2"),
        .. Of(PivotKind.Woodie, "_woodie", "Woodie Pivot Points",
            "pp = (h + l + 2 × open of this span, or bar) / 4; the rest as in pivot_points"),
        .. Of(PivotKind.Demark, "_demark", "DeMark Pivot Points",
            "x = h + 2 l + c where c < o, 2 h + l + c where c > o, else h + l + 2 c; pp = x / 4, s1 = x / 2 − h, r1 = x / 2 − l"),
    ];

    private static IEnumerable<IndicatorDefinition> Of(PivotKind kind, string suffix, string title, string formula)
    {
        yield return new IndicatorDefinition
        {
            Name = "pivot_points" + suffix,
            Title = title,
            Group = IndicatorGroups.Levels,
            Outputs = Outputs(kind),
            Parameters = [CalendarSpan.Parameter],
            Summary = "A middle, supports and resistances told from the UTC day, week or month before.",
            Formula = "o, h, l, c of the span before, its bars from the first of the data on; " + formula,
            Source = "Floor traders' arithmetic; Stock.Indicators GetPivotPoints.",
            Create = parameters => new Indicator<CalendarPivots>(parameters.Add((double)kind)),
            WarmUpBars = _ => 1,
            Check = CalendarSpan.Check,
            IsSparse = true,
        };
        yield return new IndicatorDefinition
        {
            Name = "rolling_pivots" + suffix,
            Title = "Rolling " + title,
            Group = IndicatorGroups.Levels,
            Outputs = Outputs(kind),
            Parameters =
            [
                IndicatorParameter.Bars("period", 20, "Bars of the span."),
                IndicatorParameter.Bars("offset", 0, "Bars between the span and this bar.", 0),
            ],
            Summary = "A middle, supports and resistances told from the last bars before this one.",
            Formula = "o, h, l, c of period bars that end offset + 1 bars ago; " + formula,
            Source = "Stock.Indicators GetRollingPivots.",
            Create = parameters => new Indicator<RollingPivots>(parameters.Add((double)kind)),
            WarmUpBars = p => (int)p[0] + (int)p[1],
        };
    }

    private static ImmutableArray<string> Outputs(PivotKind kind)
    {
        IEnumerable<int> levels = Enumerable.Range(1, PivotLevels.Count(kind));
        return ["pp", .. levels.Select(level => $"s{level}"), .. levels.Select(level => $"r{level}")];
    }
}
