namespace Neurotrade.Core.Features;

/// <summary>One parameter of an indicator, with its default and the range in which it makes sense.</summary>
/// <param name="Name">As strategy files write it.</param>
/// <param name="Default">The value where a file leaves it out.</param>
/// <param name="Min">Smallest accepted value.</param>
/// <param name="Max">Largest accepted value.</param>
/// <param name="IsInteger">Whether only whole numbers make sense (a number of bars).</param>
/// <param name="Summary">What it is, in a few words.</param>
public sealed record IndicatorParameter(
    string Name, double Default, double Min, double Max, bool IsInteger, string Summary);
