using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The parameters as sliders, and a quick backtest that follows them and the text.</summary>
public sealed partial class TuningPanels : IDisposable
{
    /// <summary>Of the address: where the sliders stand other than the text.</summary>
    public const string SetKey = "set";

    /// <summary>Of the address: whose candles the quick backtest runs on.</summary>
    public const string DataKey = "on";

    private static readonly ImmutableSortedDictionary<string, string> None =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, string> moved = None;
    private IReadOnlyList<string> exchanges = [GeneratedMarket.Exchange];
    private QuickBacktests quick = default!;
    private IDisposable? subscription;
    private ChangeSignal settled = default!;
    private IReadOnlyList<string> known = [];
    private string? on;
    private bool isGone;
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

    /// <summary>Where the sliders stand other than the text, <c>name=value</c> each, as the address has it.</summary>
    [Parameter]
    public IReadOnlyList<string> Set { get; set; } = [];

    /// <summary>Told where the sliders have come to stand, for the address.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<string>> SetChanged { get; set; }

    /// <summary>Whose candles the quick backtest runs on, as the address has it; null: the generated market's.</summary>
    [Parameter]
    public string? On { get; set; }

    [Parameter]
    public EventCallback<string?> OnChanged { get; set; }

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
        isGone = true;
        subscription?.Dispose();
        settled.Dispose();
        quick.Dispose();
    }

    protected override void OnInitialized()
    {
        quick = new QuickBacktests(Candles, Clock);
        subscription = quick.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        settled = new ChangeSignal(Clock);
        settled.Subscribe(() => _ = InvokeAsync(SettleAsync));
        exchanges = [GeneratedMarket.Exchange, .. Shelf.Addresses().Select(one => one.Exchange).Distinct()];
    }

    protected override void OnParametersSet()
    {
        bool isLed = !known.SequenceEqual(Set);
        if (read == Draft.Valid && !isLed && on == On)
        {
            return;
        }

        // The sliders stay where they are as far as a new text has them, and go where the address says.
        (read, known, on) = (Draft.Valid, [.. Set], On);
        (refused, writeProblem) = (default, null);
        exchange = On is { } named && exchanges.Contains(named) ? named : GeneratedMarket.Exchange;
        Tune(isLed ? Led() : moved.RemoveRange(moved.Keys.Where(name => !Draft.Valid!.Parameters.Any(one => one.Name == name))));
        Ask();
        if (isShown)
        {
            Mend();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Not before the page lives: it is made once more for its first look.
        if (firstRender)
        {
            isShown = true;
            Ask();
            Mend();
        }
    }

    // Of the address what the text can have; an address may be of an older text.
    private ImmutableSortedDictionary<string, string> Led()
    {
        ImmutableSortedDictionary<string, string> values = None;
        foreach (string[] pair in Set.Select(one => one.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            ImmutableSortedDictionary<string, string> wanted = values.SetItem(pair[0], pair[1]);
            StrategyCheck check = StrategyCheck.Of(Draft.ValidText!, Draft.Name, wanted);
            (values, refused) = check.Strategy is not null ? (wanted, refused) : (values, (pair[0], check.Problems[0].Message));
        }

        return values;
    }

    // An address that says what the text cannot have; any other is left alone, so that no drag just begun is put into it.
    private void Mend()
    {
        if (!known.SequenceEqual(Values()))
        {
            settled.Raise();
        }
    }

    private string[] Values() => [.. moved.Select(pair => $"{pair.Key}={pair.Value}")];

    private Task SettleAsync()
    {
        string[] now = Values();
        if (isGone || known.SequenceEqual(now))
        {
            return Task.CompletedTask;
        }

        known = now;
        return SetChanged.InvokeAsync(now);
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
        settled.Raise();
    }

    private Task ChooseAsync(ChangeEventArgs change)
    {
        exchange = change.Value as string ?? exchange;
        on = exchange == GeneratedMarket.Exchange ? null : exchange;
        Ask();
        return OnChanged.InvokeAsync(on);
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
        TextEdit edit = ParameterValues.Write(Draft.Text, moved);
        if (edit.Refusal is not null)
        {
            writeProblem = edit.Refusal;
            return Task.CompletedTask;
        }

        return Written.InvokeAsync(edit.Text);
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
