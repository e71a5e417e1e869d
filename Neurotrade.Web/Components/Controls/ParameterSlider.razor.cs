using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A parameter's value: a slider over its range, and a box that takes any value as the file does.</summary>
public sealed partial class ParameterSlider
{
    // A slider has no more places than a hand can tell apart.
    private const int MostPlaces = 10_000;
    private const int PlacesWithoutStep = 100;

    private (double Lo, double Step, long Count)? steps;
    private (int Revision, long At) placed;
    private double? slid;
    private double shown = double.NaN;

    /// <summary>With the value as it is now.</summary>
    [Parameter, EditorRequired]
    public required StrategyParameter Parameter { get; set; }

    /// <summary>Why what was typed cannot be.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Told another value, written as in a file.</summary>
    [Parameter]
    public EventCallback<string> Moved { get; set; }

    /// <summary>The hand has let go of the slider, or another value was typed.</summary>
    [Parameter]
    public EventCallback Settled { get; set; }

    private string Text => Parameter.TextOf(Parameter.Value);

    private string Range => Parameter.Min is { } min && Parameter.Max is { } max
        ? $"{Parameter.TextOf(min)} to {Parameter.TextOf(max)}"
        : "no range";

    // How much of the track is filled.
    private string Share => steps is { Count: > 1 } range
        ? string.Create(CultureInfo.InvariantCulture, $"{100.0 * IndexOf(Parameter.Value) / (range.Count - 1):0.##}%")
        : "0%";

    protected override void OnParametersSet()
    {
        steps = StepsOf(Parameter);
        if (Parameter.Value != shown && Parameter.Value != slid)
        {
            placed = (placed.Revision + 1, IndexOf(Parameter.Value));
        }

        shown = Parameter.Value;
    }

    private async Task TypeAsync(ChangeEventArgs change)
    {
        await Moved.InvokeAsync(change.Value as string ?? string.Empty);
        await Settled.InvokeAsync();
    }

    private Task Slide(ChangeEventArgs change)
    {
        if (steps is not { } range || !long.TryParse(change.Value as string, CultureInfo.InvariantCulture, out long at))
        {
            return Task.CompletedTask;
        }

        slid = ParameterRange.Value(range.Lo, range.Step, Math.Clamp(at, 0, range.Count - 1));
        return Moved.InvokeAsync(Parameter.TextOf(slid.Value));
    }

    private long IndexOf(double value) => steps is { } range
        ? Math.Clamp((long)Math.Round((value - range.Lo) / range.Step), 0, range.Count - 1)
        : 0;

    // Null where there is no range to slide over. A range without a step has whole steps between whole ends.
    private static (double Lo, double Step, long Count)? StepsOf(StrategyParameter parameter)
    {
        if (parameter.Min is not { } min || parameter.Max is not { } max || !(min < max))
        {
            return null;
        }

        bool isWhole = double.IsInteger(min) && double.IsInteger(max) && double.IsInteger(parameter.Value);
        double step = parameter.Step ?? (isWhole ? Math.Max(1, Math.Ceiling((max - min) / MostPlaces)) : (max - min) / PlacesWithoutStep);
        long count = ParameterRange.Count(min, max, step);
        return count < 2 ? null : (min, step, count);
    }
}
