using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>A column of the list of runs, and how it orders them. Undefined figures come last either way.</summary>
/// <param name="Title">The head.</param>
/// <param name="Key">Its name in the address; null where it does not order.</param>
/// <param name="Class">Alignment, and whether a phone leaves it out.</param>
/// <param name="Figure">What it orders by; null where it orders by <paramref name="Text"/>.</param>
/// <param name="Text">What it orders by.</param>
internal sealed record RunColumn(
    string Title, string? Key, string Class, Func<PastRun, double?>? Figure = null, Func<PastRun, string>? Text = null)
{
    /// <summary>The order without a choice.</summary>
    public static RunColumn Newest { get; } = new("Run", "run", "r hide-s", run => run.FinishedMillis);

    public static RunColumn[] All { get; } =
    [
        new("Strategy", "strategy", string.Empty, Text: run => run.Strategy),
        new("Market and period", "market", "hide-s", Text: run => $"{string.Join(' ', run.Symbols)} {run.Timeframe}"),
        new("Equity", null, "curve-cell hide-s"),
        new("Return", "return", "r", run => run.TotalReturn),
        new("Buy and hold", "hold", "r hide-m", run => run.BuyAndHoldReturn),
        new("Drawdown", "drawdown", "r", run => run.MaxDrawdown),
        new("Sharpe", "sharpe", "r hide-s", run => run.Sharpe),
        new("Trades", "trades", "r hide-s", run => run.Trades),
        new("Won", "won", "r hide-m hide-l", run => run.WinRate),
        new("Look-ahead", null, "hide-s"),
        Newest,
    ];

    /// <summary>Names rise at the first click, figures fall.</summary>
    public bool RisesFirst => Text is not null;

    public static RunColumn? Find(string key) => Array.Find(All, column => column.Key == key);

    /// <summary>The runs in this column's order; ties newest first.</summary>
    public IReadOnlyList<PastRun> Order(IEnumerable<PastRun> runs, bool isRising)
    {
        IOrderedEnumerable<PastRun> ordered = (Text, isRising) switch
        {
            ({ } text, true) => runs.OrderBy(text, StringComparer.OrdinalIgnoreCase),
            ({ } text, false) => runs.OrderByDescending(text, StringComparer.OrdinalIgnoreCase),
            (null, true) => runs.OrderBy(run => Figure!(run) is null).ThenBy(run => Figure!(run)),
            (null, false) => runs.OrderBy(run => Figure!(run) is null).ThenByDescending(run => Figure!(run)),
        };
        return [.. ordered.ThenByDescending(run => run.Id, StringComparer.Ordinal)];
    }
}
