using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Components.Pages;

public sealed class HistoryFiltersTests : BunitContext
{
    private readonly List<(string Key, string? Value)> told = [];

    [Fact]
    public void Choices_AreThoseOfTheRuns_EachOnce()
    {
        IRenderedComponent<HistoryFilters> filters = Show();

        Assert.Equal(["every strategy", "Alpha", "beta"], Options(filters, "Strategy"));
        Assert.Equal(["every symbol", "BTC/USDT", "ETH/USDT"], Options(filters, "Symbol"));
        Assert.Contains(Options(filters, "Outcome"), option => option.EndsWith("(3)", StringComparison.Ordinal));
    }

    [Fact]
    public void AChoice_IsTold_AndAFigureOrdersTheBetterSideFirst()
    {
        IRenderedComponent<HistoryFilters> filters = Show();

        filters.Find("[aria-label='Symbol']").Change("ETH/USDT");
        filters.Find("[aria-label='Order by']").Change("sharpe");
        filters.Find("[aria-label='Order by']").Change("max_drawdown");
        filters.Find("[aria-label='Order by']").Change("");

        Assert.Equal(
            [
                (HistoryChoice.SymbolKey, "ETH/USDT"), (HistoryChoice.SortKey, $"-{HistoryChoice.FigurePrefix}sharpe"),
                (HistoryChoice.SortKey, $"{HistoryChoice.FigurePrefix}max_drawdown"), (HistoryChoice.SortKey, null),
            ],
            told);
    }

    private IRenderedComponent<HistoryFilters> Show()
    {
        KeptRun[] runs = [Kept("beta", "ETH/USDT"), Kept("Alpha", "BTC/USDT"), Kept("beta", "BTC/USDT")];
        return Render<HistoryFilters>(with => with.Add(one => one.Runs, runs).Add(one => one.Choice, new HistoryChoice())
            .Add(one => one.Narrowed, one => told.Add(one)));
    }

    private static KeptRun Kept(string strategy, string symbol) => new(SampleRuns.Make(1, strategy, symbol), RunNote.None, 1);

    private static string[] Options(IRenderedComponent<HistoryFilters> filters, string label) =>
        [.. filters.FindAll($"[aria-label='{label}'] option").Select(option => option.TextContent)];
}
