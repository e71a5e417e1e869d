using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>How many runs a form asks for, and how long they may take.</summary>
public sealed partial class SweepCost : IDisposable
{
    // Who types is not yet done.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private CancellationTokenSource? timing;
    private AskedSweep? timed;
    private SweepEstimate? estimate;
    private string? problem;
    private bool isLive;

    [Inject]
    internal SweepTrials Trials { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    /// <summary>What is tried of each parameter.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, SweepAxis> Axes { get; set; }

    /// <summary>How many combinations are tried of how many; null where that cannot be told.</summary>
    [Parameter]
    public (long Tried, long All)? Count { get; set; }

    /// <summary>What would be asked for; null where a field has a problem.</summary>
    [Parameter]
    public AskedSweep? Asked { get; set; }

    private string CountText
    {
        get
        {
            if (Count is not { } count)
            {
                return Figures.Undefined;
            }

            string[] lengths = [.. Axes.Values.Select(axis => axis.Values.Length).Where(length => length > 1)
                .Select(length => Figures.Number(length, 0))];
            string all = Figures.Number(count.All, 0);
            all = lengths.Length > 1 ? $"{string.Join(" × ", lengths)} = {all}" : all;
            return count.Tried == count.All ? all : $"{Figures.Number(count.Tried, 0)} of {all}";
        }
    }

    private string EstimateText => Asked is null ? Figures.Undefined
        : problem ?? (estimate is { } known
            ? $"{(known.Millis < 1000 ? "under a second" : Figures.Span(known.Millis))}, {known.Source}"
            : "being timed …");

    public void Dispose() => End();

    protected override void OnParametersSet() => Time();

    protected override void OnAfterRender(bool firstRender)
    {
        // Not before the page lives: it is made once more for its first look.
        if (firstRender)
        {
            isLive = true;
            Time();
        }
    }

    // The last wish counts.
    private void Time()
    {
        AskedSweep? wanted = Asked;
        if (!isLive || (wanted is null ? timed is null : timed?.IsSame(wanted) == true))
        {
            return;
        }

        End();
        (timed, estimate, problem) = (wanted, null, null);
        if (wanted is not null && Count is { } count)
        {
            timing = new CancellationTokenSource();
            _ = TimeAsync(wanted, count.Tried, timing.Token);
        }
    }

    private async Task TimeAsync(AskedSweep wish, long count, CancellationToken cancel)
    {
        (SweepEstimate? found, string? why) = (null, null);
        try
        {
            await Task.Delay(Pause, Clock, cancel);
            found = await Trials.EstimateAsync(wish, count, cancel);
        }
        catch (OperationCanceledException)
        {
            // Another wish came, or the page was left.
            return;
        }
        catch (InputException wrong)
        {
            why = string.Join(' ', wrong.Problems.Select(one => one.Message));
        }

        await InvokeAsync(() =>
        {
            if (!cancel.IsCancellationRequested)
            {
                (estimate, problem) = (found, why);
                StateHasChanged();
            }
        });
    }

    private void End()
    {
        timing?.Cancel();
        timing?.Dispose();
        timing = null;
    }
}
