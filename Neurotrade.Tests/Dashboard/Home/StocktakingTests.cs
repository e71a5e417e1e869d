using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Home;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Home;

public sealed class StocktakingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StrategyShelf shelf;
    private readonly CandleShelf candles;
    private readonly Stocktaking stock;

    public StocktakingTests()
    {
        StateFolder state = StateFolder.Of(folder["state"], null, null);
        shelf = new StrategyShelf(folder["state/strategies"], Path.Combine(Repository.Root, "samples", "strategies"), TimeProvider.System);
        candles = new CandleShelf(CandleSources.StoreOf(state), TimeProvider.System);
        stock = new Stocktaking(shelf, new StrategyFactsShelf(), candles, state);
    }

    [Fact]
    public void Take_OfAnEmptyPlace_FindsOnlySamples()
    {
        Inventory here = Take();

        Assert.Empty(here.Strategies);
        Assert.InRange(here.Samples, 10, 99);
        Assert.Equal((0, 0), (here.Candles, here.StateBytes));
        Assert.Null(here.FreeBytes);
    }

    [Fact]
    public void Take_OfOnesOwnStrategies_TellsTheFirstMistakeUntilItIsMended()
    {
        shelf.Save("mine.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));
        OwnStrategy wrong = Assert.Single(Take().Strategies);
        Assert.StartsWith("Line 9: ", wrong.Problem, StringComparison.Ordinal);
        Assert.Equal("mine.yaml", wrong.Name);

        shelf.Save("mine.yaml", StoredRuns.Strategy);

        Inventory here = Take();
        Assert.Equal(new OwnStrategy("mine.yaml", "cross", null), Assert.Single(here.Strategies));
        Assert.Equal(
            Directory.EnumerateFiles(folder["state"], "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length),
            here.StateBytes);
        Assert.True(here.FreeBytes > 0);
    }

    public void Dispose()
    {
        candles.Dispose();
        folder.Dispose();
    }

    private Inventory Take() => stock.Take(TestContext.Current.CancellationToken);
}
