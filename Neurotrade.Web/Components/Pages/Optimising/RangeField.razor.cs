using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>What is tried of a parameter: a range, a list or one value.</summary>
public sealed partial class RangeField
{
    private static readonly IReadOnlyList<(RangeKind, string)> Kinds =
        [(RangeKind.Range, "Range"), (RangeKind.List, "List"), (RangeKind.Fixed, "Fixed")];

    [Parameter, EditorRequired]
    public required StrategyParameter Parameter { get; set; }

    /// <summary>As typed; null: the file's own range.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>What it comes to; null where it cannot be told.</summary>
    [Parameter]
    public SweepAxis? Axis { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    /// <summary>Told the text; null where it is the file's own again.</summary>
    [Parameter]
    public EventCallback<string?> Changed { get; set; }

    private string Text => Value ?? RangeText.Own(Parameter);

    private RangeKind Kind => RangeText.KindOf(Text);

    private string? Invalid => Problem is null ? null : "true";

    private string? ToldId => Problem is null ? null : $"range-{Parameter.Name}-told";

    private string CountText => Axis?.Values.Length switch
    {
        null => string.Empty,
        1 => "1 value",
        int count => string.Create(CultureInfo.InvariantCulture, $"{count:N0} values"),
    };

    private Task ChooseAsync(RangeKind kind) =>
        kind == Kind ? Task.CompletedTask : Changed.InvokeAsync(Own(RangeText.As(kind, Parameter, Axis)));

    // Of what is there by now: the field may be older than the change that was made just before.
    private Task PutAsync(ChangeEventArgs change, int place)
    {
        string typed = (change.Value as string ?? string.Empty).Trim();
        (string lo, string hi, string step) = RangeText.Parts(Text);
        return Changed.InvokeAsync(Own(place switch
        {
            0 => $"{typed}:{hi}:{step}",
            1 => $"{lo}:{typed}:{step}",
            _ => $"{lo}:{hi}:{typed}",
        }));
    }

    private Task PutListAsync(string? typed)
    {
        string plain = (typed ?? string.Empty).Trim();
        return Changed.InvokeAsync(plain.Contains(',', StringComparison.Ordinal) ? plain : $"{plain},");
    }

    // What the file says anyway need not stand in the address.
    private string? Own(string? text) => string.IsNullOrWhiteSpace(text) || text == RangeText.Own(Parameter) ? null : text;
}
