using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Controls;

/// <summary>What the look-ahead certificate came to, in a word.</summary>
public sealed partial class ProofBadge
{
    [Parameter, EditorRequired]
    public required PastRun Run { get; set; }

    /// <summary>Says on how many bars, as there is room for it.</summary>
    [Parameter]
    public bool IsFull { get; set; }

    /// <summary>Bars that the certificate compared, over all symbols; without it the run's bars are told.</summary>
    [Parameter]
    public int? Bars { get; set; }

    private string Look => Run.LookAhead switch
    {
        Proof.Proved => "acc",
        Proof.Failed => "dan",
        _ => "line",
    };

    private string Shape => Run.LookAhead switch
    {
        Proof.Proved => "shield-check",
        Proof.Failed => "shield-alert",
        _ => "shield-question-mark",
    };

    private string Words => Run.LookAhead switch
    {
        Proof.Proved => IsFull ? Meaning : "No look-ahead",
        Proof.Failed => "Looks ahead",
        _ => "not checked",
    };

    private string Meaning => Run.LookAhead switch
    {
        Proof.Proved => string.Create(CultureInfo.InvariantCulture, $"No look-ahead, proved on {Bars ?? Run.Bars:N0} bars"),
        Proof.Failed => "This run used what could not be known in time; its report names the first bar",
        _ => "This run was made without the certificate",
    };
}
