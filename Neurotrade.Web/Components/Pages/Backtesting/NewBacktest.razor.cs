using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Rules;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>
/// Asks for a backtest: strategy, candles, days, capital, parameters, instrument rules. All that is typed stands in the
/// address, so that nothing is lost with the page.
/// </summary>
public sealed partial class NewBacktest : IDisposable
{
    private readonly ToldWords told = new();
    private IReadOnlyList<ShelvedStrategy> files = [];
    private IReadOnlyList<(string Name, bool IsComplete)> exchanges = [];
    private BacktestForm form = new();
    private BacktestCheck? check;
    private StrategyCheck? reading;
    private IDisposable? subscription;
    private string text = string.Empty;
    private string? readName;
    private string? refusal;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal CandleShelf Candles { get; set; } = default!;

    [Inject]
    internal RulesShelf Rules { get; set; } = default!;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    private Job? Asked => form.Job is { } id ? Jobs.Find(id) : null;

    private bool IsActive => Asked?.IsActive == true;

    /// <summary>As chosen; else the first in the store that has all candles, else the generated market.</summary>
    private string Exchange => exchanges.Any(one => one.Name == form.Exchange) ? form.Exchange!
        : exchanges.Where(one => one.IsComplete).Select(one => one.Name).FirstOrDefault() ?? GeneratedMarket.Exchange;

    private string? SourceText => check is not { Sources.Count: > 0 } ? null
        : check.Covered is { } covered
            ? $"{string.Join(", ", check.Sources)}; {Figures.Day(covered.From)} – {Figures.Day(covered.To)}"
            : string.Join(", ", check.Sources);

    public void Dispose()
    {
        subscription?.Dispose();
        Navigation.LocationChanged -= Read;
    }

    protected override void OnInitialized()
    {
        subscription = Jobs.Subscribe(() => _ = InvokeAsync(StateHasChanged));
        Navigation.LocationChanged += Read;
        Read();
    }

    private void Read(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Read()
    {
        // The address may already be another page's, which is about to replace this one.
        if (!Navigation.ToBaseRelativePath(Navigation.Uri).StartsWith("backtests/new", StringComparison.Ordinal))
        {
            return;
        }

        BacktestForm found = BacktestForm.Of(Navigation.Uri);
        if (!told.TakeBack(found.Address()))
        {
            Take(found);
        }
    }

    private void Take(BacktestForm found)
    {
        form = found;
        files = Shelf.List();
        if (readName != form.Strategy)
        {
            readName = form.Strategy;
            string? read = form.Strategy is null ? null : Shelf.Read(form.Strategy);
            reading = read is null ? null : StrategyCheck.Of(read, form.Strategy!);
            text = read ?? string.Empty;
            exchanges = reading?.Strategy is { } strategy ? ExchangesFor(strategy) : [];
        }

        check = reading?.Strategy is { } known ? BacktestCheck.Of(Dated(), known, text, Exchange, Candles, Rules) : null;
    }

    // The generated market has no end of its own: a year is asked for where no day was chosen.
    private BacktestForm Dated()
    {
        if (Exchange == GeneratedMarket.Exchange)
        {
            form = form with { From = form.From ?? "2024-01-01", To = form.To ?? "2025-01-01" };
        }

        return form;
    }

    private (string, bool)[] ExchangesFor(Strategy strategy) =>
    [
        .. Candles.Addresses().Select(one => one.Exchange).Distinct()
            .Select(name => (name, Candles.For(strategy, name).Problems.Count == 0)),
        (GeneratedMarket.Exchange, true),
    ];

    private Task ChooseStrategyAsync(ChangeEventArgs change) =>
        GoAsync(new BacktestForm { Strategy = BacktestForm.Cut(change.Value as string) }, isNew: true);

    private Task PutAsync(BacktestForm changed)
    {
        refusal = null;
        return GoAsync(changed with { Job = null });
    }

    // Held at once: who types and presses Enter is ahead of the address.
    private Task GoAsync(BacktestForm changed, bool isNew = false)
    {
        string address = changed.Address();
        Take(changed);
        if (BacktestForm.Of(Address.Uri).Address() == address)
        {
            return Task.CompletedTask;
        }

        told.Tell(address);
        return Address.TakeAsync(address, isNew);
    }

    private async Task AskAsync()
    {
        if (IsActive || check?.Origin is not { } origin)
        {
            return;
        }

        try
        {
            refusal = null;
            await GoAsync(form with { Job = Jobs.Ask(form.Strategy!, text, origin).Id });
        }
        catch (InputException refused)
        {
            refusal = string.Join(' ', refused.Problems.Select(problem => $"{char.ToUpperInvariant(problem.Message[0])}{problem.Message[1..]}."));
        }
    }

    private string? StrategyProblem =>
        reading is null && form.Strategy is not null ? $"There is no strategy {form.Strategy}." : null;

    private string? Problem(string field) => check?.Problems.GetValueOrDefault(field);

    private QueueOutlook.Turn? TurnOf(Job job) =>
        QueueOutlook.Of(Jobs.List(), Clock.GetUtcNow().ToUnixTimeMilliseconds()).TryGetValue(job.Id, out QueueOutlook.Turn turn) ? turn : null;

    private static string MarketOf(Strategy strategy)
    {
        string detail = strategy.Market.Detail is { } finer ? $", walked in {finer}" : string.Empty;
        return $"{string.Join(", ", strategy.Market.Symbols)} on {strategy.Market.Timeframe} bars{detail}";
    }

    private static string NameOf(string exchange) =>
        exchange == GeneratedMarket.Exchange ? "generated market (prices are not real)" : $"{exchange}, stored";

    private static string? RangeOf(StrategyParameter parameter)
    {
        if (parameter.Min is not { } min || parameter.Max is not { } max)
        {
            return null;
        }

        string step = parameter.Step is { } by ? $", step {parameter.TextOf(by)}" : string.Empty;
        return $"{parameter.TextOf(min)} to {parameter.TextOf(max)}{step}";
    }
}
