using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A condition with its values, and its parts below it.</summary>
public sealed partial class ConditionTree
{
    private const int MostValues = 4;

    [Parameter, EditorRequired]
    public required ConditionReason Reason { get; set; }

    // A node of the tree says how many of its parts hold, a condition what its names stood for.
    private string ValuesText => Reason.Parts.IsEmpty
        ? string.Join("  ", Reason.Values.Take(MostValues).Select(value => $"{value.Name} {TextOf(value.Value)}"))
        : $"{Reason.Parts.Count(part => part.Truth == Truth.True)} of {Reason.Parts.Length}";

    private static string TextOf(double value) => double.IsNaN(value) ? "missing" : Figures.Value(value);
}
