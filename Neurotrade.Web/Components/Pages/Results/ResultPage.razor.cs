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
    private readonly List<string> ahead = [];
    private string? seen;
    private int symbol;
    private PricePanel? prices;

    [Inject]
    internal OpenRuns Runs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

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
        TakeAddress();
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

    private void ChooseConvention(string name) => Put("convention", name == run!.Analysis.Conventions[0].Name ? null : name);

    private void ToggleProof() => Put(ProofName, IsProofShown ? null : 1);

    private void ToggleTable(string panel)
    {
        string[] tables = Tables.Contains(panel) ? [.. Tables.Where(one => one != panel)] : [.. Tables, panel];
        Put(TablesName, tables.Length == 0 ? null : string.Join(',', tables));
    }

    private void ChooseSymbol(int place) => Go(new()
    {
        ["symbol"] = place == 0 ? null : run!.Strategy.Market.Symbols[place].ToString().Replace('/', '-'),
        [BarName] = null,
        ["from"] = null,
        ["to"] = null,
    });

    private void ChooseBar(int bar) => Put(BarName, bar);

    private async Task ChooseBarAsync(int? bar)
    {
        Put(BarName, bar);
        await (prices?.SelectAsync(bar) ?? Task.CompletedTask);
    }

    private void KeepRange(RowRange range) => Go(new() { ["from"] = range.From, ["to"] = range.To });

    private void KeepTable(TableView view) => Go(new()
    {
        ["sort"] = view.Sort == "-id" ? null : view.Sort,
        ["q"] = view.Filter.Length == 0 ? null : view.Filter,
        ["page"] = view.Page == 1 ? null : view.Page,
    });

    private async Task ChooseTradeAsync(BacktestTrade trade)
    {
        int place = run!.IndexOf(trade.Symbol);
        CandleSeries bars = run.Bars[place];
        (int entry, int exit) = (bars.IndexAtOrAfter(trade.EntryMillis), bars.IndexAtOrAfter(trade.ExitMillis));
        int margin = Math.Max(20, exit - entry);

        // The bar at whose close the entry was decided.
        int decided = Math.Max(0, entry - 1);
        Go(new()
        {
            ["trade"] = trade.Id,
            ["symbol"] = place == 0 ? null : trade.Symbol.ToString().Replace('/', '-'),
            [BarName] = decided,
            ["from"] = entry - margin,
            ["to"] = exit + margin,
        });
        if (prices is not null)
        {
            await prices.RevealAsync();
        }

        if (place == symbol && prices is not null)
        {
            await prices.ShowAsync(entry - margin, exit + margin);
            await prices.SelectAsync(decided);
        }
    }

    private void Put(string name, object? value) => Go(new() { [name] = value });

    // On top of what is still on its way into the address: a bar and the chart's range are told at almost the same time. An
    // address that stays is not written again: written late, it would call back one who has just followed a link.
    private void Go(Dictionary<string, object?> values)
    {
        string asked = ahead.Count > 0 ? ahead[^1] : Navigation.Uri;
        string address = Navigation.GetUriWithQueryParameters(asked, values);
        if (address != asked)
        {
            ahead.Add(address);
            Navigation.NavigateTo(address, replace: true);
        }
    }

    // One that this page did not write, by a link or the way back, ends what was under way.
    private void TakeAddress()
    {
        if (Navigation.Uri != seen)
        {
            int at = ahead.IndexOf(Navigation.Uri);
            ahead.RemoveRange(0, at < 0 ? ahead.Count : at + 1);
            seen = Navigation.Uri;
        }
    }

    private sealed record RunFailure(string Title, IReadOnlyList<string> Lines, bool HasReport);
}
