using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>One run of a sweep: its values and figures, its full backtest at a press, and its values for the strategy.</summary>
public sealed partial class PointPanel : IDisposable
{
    private IDisposable? subscription;
    private Use? used;
    private string? refusal;
    private long? awaited;
    private int shownRow = -1;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    [Parameter, EditorRequired]
    public required KeptSweep Kept { get; set; }

    /// <summary>The run's place from 0.</summary>
    [Parameter, EditorRequired]
    public required int Row { get; set; }

    /// <summary>The backtest that was asked for.</summary>
    [Parameter]
    public long? Job { get; set; }

    /// <summary>Told its number.</summary>
    [Parameter]
    public EventCallback<long?> JobAsked { get; set; }

    private Job? Asked => Job is { } id ? Jobs.Find(id) : null;

    private IEnumerable<PointFigure> PointFigures
    {
        get
        {
            double? gain = Sweep.Figure(Row, "total_return");
            double? held = Sweep.Figure(Row, "buy_and_hold_return");
            double? trades = Sweep.Figure(Row, "trades");
            string objective = Kept.Asked.Objective;
            if (objective != "sharpe")
            {
                yield return new(ObjectiveText.Name(objective), ObjectiveText.Of(objective, Sweep.Scores[Row]), "what it is ranked by");
            }

            yield return new("Sharpe", Figures.Number(Sweep.Figure(Row, "sharpe")), "of daily returns, a year");
            yield return new("Return", Figures.Gain(gain), $"buy and hold {Figures.Gain(held)}", Figures.Tone(gain));
            yield return new("Drawdown", Figures.Percent(Sweep.Figure(Row, "max_drawdown")), "the deepest fall");
            yield return new("Trades", Figures.Number(trades, 0), $"{Figures.Percent(Sweep.Figure(Row, "win_rate"))} won");
            yield return new("Profit factor", Figures.Number(Sweep.Figure(Row, "profit_factor")), "won by lost");
            yield return new("Exposure", Figures.Percent(Sweep.Figure(Row, "exposure")), "of bars in a position");
        }
    }

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = Jobs.Subscribe(() => _ = InvokeAsync(Look));

    protected override void OnParametersSet()
    {
        if (shownRow != Row)
        {
            (shownRow, used, refusal, awaited) = (Row, null, null, null);
        }
    }

    // Who asked here and still looks is taken to the result.
    private void Look()
    {
        if (awaited is { } id && Jobs.Find(id) is { State: JobState.Done, RunId: { } run })
        {
            awaited = null;
            Navigation.NavigateTo($"runs/{run}");
            return;
        }

        StateHasChanged();
    }

    private async Task AskAsync()
    {
        try
        {
            refusal = null;
            AskedSweep asked = Kept.Asked;
            Job job = Jobs.Ask(asked.StrategyName, asked.StrategyText, asked.Origin with { Set = Sweep.SetOf(Row) });
            awaited = job.Id;
            await JobAsked.InvokeAsync(job.Id);
            Look();
        }
        catch (InputException refused)
        {
            refusal = Said(refused);
        }
    }

    private async Task UseAsync()
    {
        string name = Kept.Asked.StrategyName;
        (refusal, used) = (null, null);
        try
        {
            if (await Task.Run(() => Shelf.Read(name)) is not { } before)
            {
                refusal = $"There is no strategy {name} any more.";
                return;
            }

            TextEdit edit = ParameterValues.Write(before, Sweep.SetOf(Row));
            if (edit.Refusal is not null)
            {
                refusal = edit.Refusal;
            }
            else if (edit.Text == before)
            {
                used = new Use($"{name} has these values already.", null, false);
            }
            else
            {
                bool isSample = Shelf.List().Any(one => one.Name == name && one.IsSample);
                StrategyVersion version = await Task.Run(() => Shelf.Save(name, edit.Text));
                string own = isSample ? ", in a copy of your own" : string.Empty;
                used = new Use($"{name} has these values now, as version {version.Number}{own}.", before, isSample);
            }
        }
        catch (InputException refused)
        {
            refusal = Said(refused);
        }
    }

    // The version stays among the others.
    private async Task UndoAsync()
    {
        string name = Kept.Asked.StrategyName;
        Use undone = used!;
        used = null;
        try
        {
            await Task.Run(() =>
            {
                if (undone.WasSample)
                {
                    Shelf.Delete(name);
                }
                else
                {
                    Shelf.Save(name, undone.Before!);
                }
            });
            used = new Use($"{name} is as it was before.", null, false);
        }
        catch (InputException refused)
        {
            refusal = Said(refused);
        }
    }

    private QueueOutlook.Turn? TurnOf(Job job) =>
        QueueOutlook.Of(Jobs.List(), Clock.GetUtcNow().ToUnixTimeMilliseconds()).TryGetValue(job.Id, out QueueOutlook.Turn turn) ? turn : null;

    private static string Said(InputException refused) => string.Join(' ', refused.Problems.Select(problem => problem.Message));

    private sealed record Use(string Said, string? Before, bool WasSample);

    private sealed record PointFigure(string Name, string Value, string Note, string? Tone = null);
}
