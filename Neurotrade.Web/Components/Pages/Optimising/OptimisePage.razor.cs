using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Rules;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>
/// Asks for a sweep: strategy, candles, ranges, search, objective; shows those that run, and those that have ended. All that
/// is typed stands in the address.
/// </summary>
public sealed partial class OptimisePage : IDisposable
{
    // What most people rank by; every figure and expression is taken.
    private static readonly IReadOnlyList<string> Objectives =
    [
        "sharpe", "sortino", "calmar", "total_return", "-max_drawdown", "profit_factor", "sqn", "expectancy", "sharpe - 2 * max_drawdown",
        .. RunFigures.Names.Where((_, at) => !RunFigures.IsTime(at)),
    ];

    private readonly ToldWords told = new();
    private IReadOnlyList<ShelvedStrategy> files = [];
    private IReadOnlyList<(string Name, bool IsComplete)> exchanges = [];
    private IReadOnlyList<KeptSweep> ended = [];
    private IReadOnlyList<KeptSweep> active = [];
    private SweepForm form = new();
    private SweepCheck? check;
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
    internal SweepQueue Sweeps { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    private KeptSweep? Asked => form.Sweep is { } id ? Sweeps.Find(id) : null;

    // What runs and waits, and what was asked for here also once it has ended.
    private IEnumerable<KeptSweep> Shown => Asked is { IsActive: false } asked ? [asked, .. active] : active;

    private string Exchange => exchanges.Any(one => one.Name == form.Run.Exchange) ? form.Run.Exchange!
        : exchanges.Where(one => one.IsComplete).Select(one => one.Name).FirstOrDefault() ?? GeneratedMarket.Exchange;

    private string? SourceText => check is not { Run.Sources.Count: > 0 } ? null
        : check.Run.Covered is { } covered
            ? $"{string.Join(", ", check.Run.Sources)}; {Figures.Day(covered.From)} – {Figures.Day(covered.To)}"
            : string.Join(", ", check.Run.Sources);

    private string StrategyAddress => $"strategies?file={Uri.EscapeDataString(form.Run.Strategy!)}";

    private string? StrategyProblem =>
        reading is null && form.Run.Strategy is not null ? $"There is no strategy {form.Run.Strategy}." : null;

    private string SearchNote => form.Search switch
    {
        "random" => "without putting back; the same for a seed",
        "guided" => "some at random, then where the best so far lie; the same for a seed",
        _ => "every value with every other",
    };

    private string? SeedNote => Exchange == GeneratedMarket.Exchange ? "also draws the generated prices" : null;

    private string LookText => check!.Problems.Count switch
    {
        0 => check.Count is (1, _) ? "Only one combination: give a parameter a range or a list." : string.Empty,
        1 => "One field needs a look.",
        int count => $"{count} fields need a look.",
    };

    public void Dispose()
    {
        subscription?.Dispose();
        Navigation.LocationChanged -= Read;
    }

    protected override void OnInitialized()
    {
        subscription = Sweeps.Subscribe(() => _ = InvokeAsync(() =>
        {
            Look();
            StateHasChanged();
        }));
        Navigation.LocationChanged += Read;
        Look();
        Read();
    }

    private void Look()
    {
        IReadOnlyList<KeptSweep> all = Sweeps.List();
        (active, ended) = ([.. all.Where(one => one.IsActive)], [.. all.Where(one => !one.IsActive)]);
    }

    private void Read(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(() =>
    {
        Read();
        StateHasChanged();
    });

    private void Read()
    {
        // The address may already be another page's, which is about to replace this one.
        if (Navigation.ToBaseRelativePath(Navigation.Uri).Split('?')[0] != "optimise")
        {
            return;
        }

        SweepForm found = SweepForm.Of(Navigation.Uri);
        if (!told.TakeBack(found.Address()))
        {
            Take(found);
        }
    }

    private void Take(SweepForm found)
    {
        form = found;
        files = Shelf.List();
        if (readName != form.Run.Strategy)
        {
            readName = form.Run.Strategy;
            string? read = readName is null ? null : Shelf.Read(readName);
            reading = read is null ? null : StrategyCheck.Of(read, readName!);
            text = read ?? string.Empty;
            exchanges = reading?.Strategy is { } strategy ? ExchangesFor(strategy) : [];
        }

        check = reading?.Strategy is { Parameters.IsEmpty: false } known
            ? SweepCheck.Of(Dated(), known, text, Exchange, Candles, Rules)
            : null;
    }

    // The generated market has no end of its own: a year is asked for where no day was chosen.
    private SweepForm Dated()
    {
        if (Exchange == GeneratedMarket.Exchange)
        {
            form = form with { Run = form.Run with { From = form.Run.From ?? "2024-01-01", To = form.Run.To ?? "2025-01-01" } };
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
        GoAsync(new SweepForm { Run = new BacktestForm { Strategy = BacktestForm.Cut(change.Value as string) } }, isNew: true);

    private Task ChooseCandlesAsync(ChangeEventArgs change) =>
        PutRunAsync(form.Run with { Exchange = BacktestForm.Cut(change.Value as string), From = null, To = null });

    private Task PutRunAsync(BacktestForm run) => PutAsync(form with { Run = run });

    private Task PutAsync(SweepForm changed)
    {
        refusal = null;
        return GoAsync(changed with { Sweep = null });
    }

    // Checked while it is typed.
    private Task TypeAsync(ChangeEventArgs change) => PutAsync(form with { Objective = BacktestForm.Cut(change.Value as string) });

    // Held at once: who types and presses Enter is ahead of the address.
    private Task GoAsync(SweepForm changed, bool isNew = false)
    {
        string address = changed.Address();
        Take(changed);
        if (SweepForm.Of(Address.Uri).Address() == address)
        {
            return Task.CompletedTask;
        }

        told.Tell(address);
        return Address.TakeAsync(address, isNew);
    }

    private async Task AskAsync()
    {
        if (Asked?.IsActive != true && check?.Asked is { } wish && Try(() => Sweeps.Ask(wish)) is { } asked)
        {
            await GoAsync(form with { Sweep = asked.Id });
        }
    }

    private void GoOn(string id) => Try(() =>
    {
        Sweeps.GoOn(id);
        return Sweeps.Find(id);
    });

    private KeptSweep? Try(Func<KeptSweep?> action)
    {
        try
        {
            refusal = null;
            return action();
        }
        catch (InputException refused)
        {
            refusal = string.Join(' ', refused.Problems.Select(problem => $"{char.ToUpperInvariant(problem.Message[0])}{problem.Message[1..]}."));
            return null;
        }
    }

    private string? Problem(string field) => check?.Problems.GetValueOrDefault(field);

    private static string NameOf(string exchange) =>
        exchange == GeneratedMarket.Exchange ? "generated market (prices are not real)" : $"{exchange}, stored";
}
