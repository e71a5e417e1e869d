using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>How a run was proved, what identifies it, and the command that makes it again.</summary>
public sealed partial class CertificatePanel
{
    private const string Folder = "again";

    private OpenRun? read;

    [Inject]
    internal RunArchive Archive { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    [Parameter]
    public EventCallback Closed { get; set; }

    private ProofFacts? Facts { get; set; }

    private string? Command { get; set; }

    // Open times of the first bar that was not there any more.
    private IReadOnlyList<long> Cuts { get; set; } = [];

    private string Verdict => Run.Record.LookAhead switch
    {
        Proof.Proved => "proved to look at nothing that lies ahead",
        Proof.Failed => "it looks ahead",
        _ => "not checked for look-ahead",
    };

    private IEnumerable<(string Name, string Hash)> Hashes
    {
        get
        {
            yield return ("Strategy", Run.Strategy.Hash);
            if (Run.Record.DataFingerprint is { } data)
            {
                yield return ("Candles", data);
            }

            if (Facts?.Hash is { } evidence)
            {
                yield return ("Every indicator and rule at every bar", evidence);
            }
        }
    }

    protected override void OnParametersSet()
    {
        if (read != Run)
        {
            read = Run;
            Facts = ProofFacts.Of(Archive, Run.Record.Id);
            Command = RepeatCommand.Of(Archive, Run.Record, Folder);
            Cuts = Facts is null ? [] : [.. LookAheadProof.Cuts(Run.Result.Times.Length, Facts.Seed).Select(cut => Run.Result.Times[cut])];
        }
    }
}
