using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The parameters as sliders, and a quick backtest that follows them and the text.</summary>
public sealed partial class TuningPanels : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, string> moved = None;
    private IReadOnlyList<string> exchanges = [GeneratedMarket.Exchange];
    private QuickBacktests quick = default!;
    private IDisposable? subscription;
    private Strategy? read;
    private Strategy? tuned;
    private (string? Name, string Why) refused;
    private string? writeProblem;
    private string exchange = GeneratedMarket.Exchange;
    private bool isShown;

    [Inject]
    internal QuickCandles Candles { get; set; } = default!;

    [Inject]
    internal CandleShelf Shelf { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    /// <summary>With a text that was valid once.</summary>
    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }

    /// <summary>Told the text with the sliders' values in it.</summary>
    [Parameter]
    public EventCallback<string> Written { get; set; }

    /// <summary>Told the sliders' values, by name, to run with.</summary>
    [Parameter]
    public EventCallback<IReadOnlyDictionary<string, string>> RunAsked { get; set; }

    private Strategy Shown => tuned ?? Draft.Valid!;

    private QuickAnswer? Other => moved.IsEmpty ? null : quick.Stored;

    private string Hint => quick.Problem is not null || quick.Answer is not { } answer ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, answer.Took.TotalMilliseconds):0} ms");

    public void Dispose()
    {
        subscription?.Dispose();
        quick.Dispose();
    }

    protected override void OnInitialized()
    {
        quick = new QuickBacktests(Candles, Clock);
        subscription = quick.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        exchanges = [GeneratedMarket.Exchange, .. Shelf.Addresses().Select(one => one.Exchange).Distinct()];
    }

    protected override void OnParametersSet()
    {
        if (read == Draft.Valid)
        {
            return;
        }

        // The sliders stay where they are as far as the new text has them.
        read = Draft.Valid;
        (refused, writeProblem) = (default, null);
        Tune(moved.RemoveRange(moved.Keys.Where(name => !Draft.Valid!.Parameters.Any(one => one.Name == name))));
        Ask();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not before the page lives: it is made once more for its first look.
        if (firstRender)
        {
            isShown = true;
            Ask();
        }
    }

    private void Move(string name, string value)
    {
        writeProblem = null;
        refused = default;
        ImmutableSortedDictionary<string, string> wanted = moved.SetItem(name, value.Trim());
        StrategyCheck check = StrategyCheck.Of(Draft.ValidText!, Draft.Name, wanted);
        if (check.Strategy is null)
        {
            refused = (name, check.Problems[0].Message);
            return;
        }

        Tune(wanted);
        Ask();
    }

    // What is as the text has it is not moved.
    private void Tune(ImmutableSortedDictionary<string, string> values)
    {
        Strategy? strategy = values.IsEmpty ? null : StrategyCheck.Of(Draft.ValidText!, Draft.Name, values).Strategy;
        ILookup<string, double> own = Draft.Valid!.Parameters.ToLookup(one => one.Name, one => one.Value, StringComparer.Ordinal);
        moved = strategy is null ? None : None.AddRange(strategy.Parameters
            .Where(one => !own[one.Name].Contains(one.Value))
            .Select(one => KeyValuePair.Create(one.Name, one.TextOf(one.Value))));
        tuned = moved.IsEmpty ? null : strategy;
    }

    private void Reset()
    {
        (refused, writeProblem) = (default, null);
        Tune(None);
        Ask();
    }

    private void Choose(ChangeEventArgs change)
    {
        exchange = change.Value as string ?? exchange;
        Ask();
    }

    private void Ask()
    {
        if (isShown)
        {
            quick.Ask(new QuickQuestion(Draft.ValidText!, Draft.Name, exchange, moved));
        }
    }

    private Task WriteAsync()
    {
        string text = Draft.Text;
        foreach ((string name, string value) in moved)
        {
            string path = StrategyText.Read(text).Has($"parameters.{name}.value") ? $"parameters.{name}.value" : $"parameters.{name}";
            TextEdit edit = StrategyText.Read(text).SetValue(path, value);
            if (edit.Refusal is not null)
            {
                writeProblem = edit.Refusal;
                return Task.CompletedTask;
            }

            text = edit.Text;
        }

        return Written.InvokeAsync(text);
    }

    private Task RunAsync() => RunAsked.InvokeAsync(moved);

    private static string NameOf(string exchange) => exchange == GeneratedMarket.Exchange
        ? "the generated market"
        : $"{exchange}, stored";

    private string SaidOf(QuickAnswer answer) => $"Equity from {Figures.Number(answer.Capital)} to {Figures.Number(answer.FinalEquity)}"
        + (Other is { } was ? $"; with the values in the text to {Figures.Number(was.FinalEquity)}" : string.Empty);

    private IEnumerable<QuickFigure> FiguresOf(QuickAnswer answer) =>
    [
        new("Return", Figures.Gain(answer.TotalReturn), Other is { } a ? Figures.Gain(a.TotalReturn) : null, Figures.Tone(answer.TotalReturn)),
        new("Drawdown", Figures.Percent(answer.MaxDrawdown), Other is { } b ? Figures.Percent(b.MaxDrawdown) : null),
        new("Sharpe", Figures.Number(answer.Sharpe), Other is { } c ? Figures.Number(c.Sharpe) : null),
        new("Trades", Figures.Number(answer.Trades, 0), Other is { } d ? Figures.Number(d.Trades, 0) : null),
    ];

    private sealed record QuickFigure(string Name, string Now, string? Was, string? Tone = null);
}
