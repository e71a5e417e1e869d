using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>How a parameter is tried.</summary>
public enum RangeKind
{
    /// <summary>From one value to another by a step.</summary>
    Range,

    /// <summary>These values.</summary>
    List,

    /// <summary>One value.</summary>
    Fixed,
}

/// <summary>What is tried of a parameter as text: <c>lo:hi:step</c>, <c>a,b,c</c> or a value, as <c>--set</c> takes it.</summary>
public static class RangeText
{
    // Longer lists are not made of a range by a press.
    private const int MostListed = 12;

    /// <summary>The kind of a text; a list that has one value yet ends with a comma.</summary>
    public static RangeKind KindOf(string text) => text.Contains(':', StringComparison.Ordinal) ? RangeKind.Range
        : text.Contains(',', StringComparison.Ordinal) ? RangeKind.List
        : RangeKind.Fixed;

    /// <summary>What is tried where nothing was said: the file's whole range, else its value.</summary>
    public static string Own(StrategyParameter parameter) => parameter is { Min: { } lo, Max: { } hi, Step: { } step }
        ? $"{parameter.TextOf(lo)}:{parameter.TextOf(hi)}:{parameter.TextOf(step)}"
        : parameter.TextOf(parameter.Value);

    /// <summary>The same as the sweep takes it.</summary>
    public static string Plain(string text) => text.TrimEnd().TrimEnd(',');

    /// <summary>The three parts of a range, empty where there are fewer.</summary>
    public static (string Lo, string Hi, string Step) Parts(string text)
    {
        string[] parts = [.. text.Split(':'), string.Empty, string.Empty];
        return (parts[0].Trim(), parts[1].Trim(), parts[2].Trim());
    }

    /// <summary>Another kind of what is tried now, as near to it as it gets.</summary>
    public static string As(RangeKind kind, StrategyParameter parameter, SweepAxis? axis)
    {
        string value = parameter.TextOf(parameter.Value);
        string step = parameter.TextOf(parameter.Step ?? Math.Max(Math.Abs(parameter.Value) / 10, 1e-6));
        string[] values = axis is null ? [value] : [.. Enumerable.Range(0, axis.Values.Length).Select(axis.Text)];
        return kind switch
        {
            RangeKind.Range when values.Length > 1 && Own(parameter) is var own && KindOf(own) == RangeKind.Range => own,
            RangeKind.Range => $"{parameter.TextOf(parameter.Min ?? parameter.Value)}:{parameter.TextOf(parameter.Max ?? parameter.Value)}:{step}",
            RangeKind.List when values.Length is > 1 and <= MostListed => string.Join(',', values),
            RangeKind.List => $"{value},",
            _ => value,
        };
    }
}
