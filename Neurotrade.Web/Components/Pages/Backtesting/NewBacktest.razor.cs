using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Asks for a backtest: strategy, candles, days, capital, parameters. The job's number stands in the address.</summary>
public sealed partial class NewBacktest : IDisposable
{
    private readonly Dictionary<string, string> set = new(StringComparer.Ordinal);
    private IReadOnlyList<ShelvedStrategy> files = [];
    private IReadOnlyList<string> exchanges = [];
    private IReadOnlyList<string> sources = [];
    private IReadOnlyList<string> problems = [];
    private StrategyCheck? reading;
    private IDisposable? subscription;
    private string? chosen;
    private string text = string.Empty;
    private string exchange = GeneratedMarket.Exchange;
    private string? capitalText;
    private DateOnly? fromDay;
    private DateOnly? toDay;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal CandleShelf Candles { get; set; } = default!;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "strategy")]
    private string? StrategyName { get; set; }

    /// <summary>Parameters to begin with: <c>fast=9</c>.</summary>
    [SupplyParameterFromQuery(Name = "set")]
    private string[]? SetValues { get; set; }

    [SupplyParameterFromQuery(Name = "job")]
    private long? JobId { get; set; }

    private Job? Asked => JobId is { } id ? Jobs.Find(id) : null;

    private bool IsActive => Asked?.IsActive == true;

    private string SourceText => sources.Count == 0 ? string.Empty : string.Join(", ", sources);

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = Jobs.Subscribe(() => _ = InvokeAsync(StateHasChanged));

    protected override void OnParametersSet()
    {
        files = Shelf.List();
        if (chosen == StrategyName)
        {
            return;
        }

        chosen = StrategyName;
        set.Clear();
        problems = [];
        string? found = StrategyName is null ? null : Shelf.Read(StrategyName);
        reading = found is null ? null : StrategyCheck.Of(found, StrategyName!);
        text = found ?? string.Empty;
        if (reading?.Strategy is { } strategy)
        {
            foreach (string[] pair in (SetValues ?? []).Select(value => value.Split('=', 2)))
            {
                if (strategy.Parameters.Any(one => one.Name == pair[0]))
                {
                    Put(pair[0], pair[^1]);
                }
            }

            string[] stored = [.. Candles.Addresses().Select(one => one.Exchange).Distinct()];
            exchanges = [.. stored, GeneratedMarket.Exchange];
            string? complete = stored.FirstOrDefault(one => Candles.For(strategy, one).Problems.Count == 0);
            Choose(strategy, complete ?? GeneratedMarket.Exchange);
        }
    }

    private void ChooseStrategy(ChangeEventArgs change) => Navigation.NavigateTo(
        change.Value is string { Length: > 0 } name ? $"backtests/new?strategy={Uri.EscapeDataString(name)}" : "backtests/new");

    private void ChooseExchange(ChangeEventArgs change) => Choose(reading!.Strategy!, change.Value as string ?? exchange);

    private void Choose(Strategy strategy, string name)
    {
        exchange = name;
        (sources, problems) = Candles.For(strategy, name);
        if (name == GeneratedMarket.Exchange)
        {
            fromDay ??= new DateOnly(2024, 1, 1);
            toDay ??= new DateOnly(2025, 1, 1);
        }
        else
        {
            (fromDay, toDay) = (null, null);
        }
    }

    private void Put(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            set.Remove(name);
        }
        else
        {
            set[name] = value.Trim();
        }
    }

    private void Ask()
    {
        var found = new List<string>();
        double? capital = null;
        if (!string.IsNullOrWhiteSpace(capitalText))
        {
            string plain = capitalText.Replace(",", string.Empty, StringComparison.Ordinal);
            bool isNumber = double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
            capital = isNumber && value > 0 && double.IsFinite(value) ? value : null;
            if (capital is null)
            {
                found.Add($"'{capitalText}' is not a capital; expected a number above 0.");
            }
        }

        if (fromDay is { } from && toDay is { } to && from >= to)
        {
            found.Add("The first day is not before the last.");
        }

        problems = found;
        if (found.Count > 0)
        {
            return;
        }

        var origin = new RunOrigin
        {
            Sources = [.. sources],
            FromMillis = Millis(fromDay),
            ToMillis = Millis(toDay),
            Set = new Dictionary<string, string>(set, StringComparer.Ordinal),
            Capital = capital,
        };
        try
        {
            Job job = Jobs.Ask(StrategyName!, text, origin);
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("job", job.Id), replace: true);
        }
        catch (InputException refused)
        {
            problems = [.. refused.Problems.Select(problem => problem.Message)];
        }
    }

    private static string MarketOf(Strategy strategy)
    {
        string detail = strategy.Market.Detail is { } finer ? $", walked in {finer}" : string.Empty;
        return $"{string.Join(", ", strategy.Market.Symbols)} on {strategy.Market.Timeframe} bars{detail}";
    }

    private static string NameOf(string exchange) =>
        exchange == GeneratedMarket.Exchange ? "generated market (prices are not real)" : $"{exchange}, stored";

    private static long? Millis(DateOnly? day) => day is { } date
        ? Instant.FromDate(date.Year, date.Month, date.Day).UnixMillis
        : null;

    private static string RangeOf(StrategyParameter parameter) => parameter.Min is { } min && parameter.Max is { } max
        ? $"{parameter.TextOf(min)} to {parameter.TextOf(max)}"
        : string.Empty;
}
