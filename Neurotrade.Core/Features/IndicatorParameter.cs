namespace Neurotrade.Core.Features;

/// <summary>One parameter of an indicator, with its default and the range in which it makes sense.</summary>
/// <param name="Name">As strategy files write it.</param>
/// <param name="Default">The value where a file leaves it out.</param>
/// <param name="Min">Smallest accepted value.</param>
/// <param name="Max">Largest accepted value.</param>
/// <param name="IsInteger">Whether only whole numbers make sense (a number of bars).</param>
/// <param name="Summary">What it is, in a few words.</param>
public sealed record IndicatorParameter(
    string Name, double Default, double Min, double Max, bool IsInteger, string Summary)
{
    /// <summary>The longest look-back that a file may ask for (contracts 3).</summary>
    public const int MaxBars = 100_000;

    /// <summary>A number of bars.</summary>
    public static IndicatorParameter Bars(string name, int @default, string summary, int min = 1) =>
        new(name, @default, min, MaxBars, true, summary);

    /// <summary>The number of bars an indicator looks back over.</summary>
    public static IndicatorParameter Period(int @default, int min = 1) =>
        Bars("period", @default, "Bars it looks back over, this one included.", min);

    /// <summary>A number that need not be whole.</summary>
    public static IndicatorParameter Number(string name, double @default, double min, double max, string summary) =>
        new(name, @default, min, max, false, summary);
}
