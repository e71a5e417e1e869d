using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>One finished run: what it came to, where and why. What is chosen on the page lives in its address.</summary>
public sealed partial class ResultPage : IDisposable
{
    private const string BarName = "bar";
    private const string DistributionName = "dist";
    private const string HiddenName = "hide";
    private const string LogName = "log";
    private const string PricesName = "prices";
    private const string ProofName = "proof";
    private const string SourceName = "by";
    private const string TablesName = "table";

    private readonly CancellationTokenSource gone = new();
    private OpenRun? run;
    private RunFailure? failure;
    private string? opened;
    private int symbol;
    private PricePanel? prices;

    [Inject]
    internal OpenRuns Runs { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = string.Empty;

    [SupplyParameterFromQuery(Name = "symbol")]
    private string? SymbolText { get; set; }

    [SupplyParameterFromQuery(Name = BarName)]
    private int? Bar { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private int? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private int? To { get; set; }

    [SupplyParameterFromQuery(Name = "trade")]
    private int? Trade { get; set; }

    [SupplyParameterFromQuery(Name = "convention")]
    private string? Convention { get; set; }

    [SupplyParameterFromQuery(Name = DistributionName)]
    private string? Distribution { get; set; }

    [SupplyParameterFromQuery(Name = HiddenName)]
    private string? Hidden { get; set; }

    [SupplyParameterFromQuery(Name = TablesName)]
    private string? TablesText { get; set; }

    [SupplyParameterFromQuery(Name = ProofName)]
    private int? ProofShown { get; set; }

    [SupplyParameterFromQuery(Name = LogName)]
    private int? Log { get; set; }

    [SupplyParameterFromQuery(Name = SourceName)]
    private string? Source { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Filter { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? Page { get; set; }

    private bool IsLog => Log == 1;

    private bool IsProofShown => ProofShown == 1;

    private string[] Tables => (TablesText ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);

    private TableView TableView => new(Sort ?? "-id", Filter ?? string.Empty, Page ?? 1);

    private string Title => run?.Record.Strategy ?? "Run";

    protected override async Task OnParametersSetAsync()
    {
        if (opened != Id)
        {
            (opened, run, failure) = (Id, null, null);
            await OpenAsync();
        }

        int found = run is not null && Symbol.TryParse((SymbolText ?? string.Empty).Replace('-', '/'), out Symbol named)
            ? run.IndexOf(named) : -1;
        symbol = Math.Max(0, found);
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task OpenAsync()
    {
        try
        {
            run = await Runs.FindAsync(Id, gone.Token);
            failure = run is null ? new RunFailure("There is no such run.", [], false) : null;
        }
        catch (InputException input)
        {
            failure = new RunFailure(
                "This run cannot be opened any more.",
                [.. input.Problems.Select(problem => $"{problem.File}: {problem.Message}")],
                HasReport: true);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task ChooseConventionAsync(string name) =>
        Address.PutAsync(("convention", name == run!.Analysis.Conventions[0].Name ? null : name));

    private Task ToggleProofAsync() => Address.PutAsync((ProofName, IsProofShown ? null : 1));

    private Task ToggleTableAsync(string panel) => ToggleAsync(TablesName, panel);

    private Task ToggleLineAsync(string name) => ToggleAsync(HiddenName, name);

    // In the list as it will be: two may be pressed before the first has arrived.
    private Task ToggleAsync(string list, string name)
    {
        string[] names = (Address[list] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] toggled = names.Contains(name) ? [.. names.Where(one => one != name)] : [.. names, name];
        return Address.PutAsync((list, toggled.Length == 0 ? null : string.Join(',', toggled)));
    }

    private Task ChooseSymbolAsync(int place) => Address.PutAsync(
        ("symbol", place == 0 ? null : run!.Strategy.Market.Symbols[place].ToString().Replace('/', '-')),
        (BarName, null),
        ("from", null),
        ("to", null));

    private async Task ChooseBarAsync(int? bar)
    {
        Task put = Address.PutAsync((BarName, bar));
        await (prices?.SelectAsync(bar) ?? Task.CompletedTask);
        await put;
    }

    private Task KeepRangeAsync(RowRange range) => Address.PutAsync(("from", range.From), ("to", range.To));

    // Only what changed: the rest may have been changed since the table was drawn.
    private Task KeepTableAsync(TableView view)
    {
        TableView now = TableView;
        var changes = new List<(string, object?)>();
        if (view.Sort != now.Sort)
        {
            changes.Add(("sort", view.Sort == "-id" ? null : view.Sort));
        }

        if (view.Filter != now.Filter)
        {
            changes.Add(("q", view.Filter.Length == 0 ? null : view.Filter));
        }

        changes.Add(("page", view.Page == 1 ? null : view.Page));
        return Address.PutAsync([.. changes]);
    }

    private async Task ChooseTradeAsync(BacktestTrade trade)
    {
        int place = run!.IndexOf(trade.Symbol);
        CandleSeries bars = run.Bars[place];
        (int entry, int exit) = (bars.IndexAtOrAfter(trade.EntryMillis), bars.IndexAtOrAfter(trade.ExitMillis));
        int margin = Math.Max(20, exit - entry);

        // The bar at whose close the entry was decided.
        int decided = Math.Max(0, entry - 1);
        Task put = Address.PutAsync(
            ("trade", trade.Id),
            ("symbol", place == 0 ? null : trade.Symbol.ToString().Replace('/', '-')),
            (BarName, decided),
            ("from", entry - margin),
            ("to", exit + margin));
        Task look = place == symbol && prices is not null
            ? prices.LookAsync(entry - margin, exit + margin, decided)
            : Task.CompletedTask;
        await (prices?.RevealAsync() ?? Task.CompletedTask);
        await look;

        await put;
    }

    private sealed record RunFailure(string Title, IReadOnlyList<string> Lines, bool HasReport);
}
