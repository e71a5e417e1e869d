using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Rules;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Components.Pages;

public sealed class NewBacktestTests : DashboardContext
{
    [Fact]
    public async Task Form_WhenItIsSent_AsksForOneJobAndShowsItsWay()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "5").Change("7");
        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "10000").Change("2,500");
        page.Find("form").Submit();
        page.Find("form").Submit();

        Job job = Assert.Single(Jobs.List());
        Assert.Equal("7", job.Origin.Set["fast"]);
        Assert.Equal(2500, job.Origin.Capital);
        Assert.Equal(["store:sim/BTC-USDT/1h"], job.Origin.Sources);
        Assert.Contains("waits for its turn", page.Find(".job").TextContent, StringComparison.Ordinal);

        (Job taken, _, IProgress<double> progress) = await Jobs.TakeAsync(Xunit.TestContext.Current.CancellationToken);
        progress.Report(0.42);
        page.WaitForAssertion(() => Assert.Contains("42%", page.Find(".job").TextContent, StringComparison.Ordinal));
        Jobs.End(taken.Id, JobState.Done, "20240101T000000000-abcdef01");
        page.WaitForAssertion(() => Assert.Equal("runs/20240101T000000000-abcdef01", page.Find(".job a").GetAttribute("href")));
    }

    [Fact]
    public void Form_WithACapitalThatIsNone_SaysSoAndAsksForNothing()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindAll("input").Single(input => input.GetAttribute("placeholder") == "10000").Change("-5");
        page.Find("form").Submit();

        Assert.Contains("'-5' is not a capital", page.Find("#field-capital-told").TextContent, StringComparison.Ordinal);
        Assert.Empty(Jobs.List());
    }

    [Fact]
    public void Form_OfAStrategyWithMistakes_LeadsToThem()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));

        IRenderedComponent<NewBacktest> page = Open();

        Assert.Contains("rsj", page.Find("[role='alert']").TextContent, StringComparison.Ordinal);
        Assert.Equal("strategies?file=cross.yaml", page.Find("[role='alert'] a").GetAttribute("href"));
    }

    [Fact]
    public void Form_WithProblems_TellsEachAtItsFieldAndAsksForNothing()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open("&from=2024-02-01&to=2024-01-01&set=fast%3D99&capital=much&rules=none-00000000.json");

        page.Find("form").Submit();

        Assert.Equal(
            ["field-to", "field-capital", "field-fast", "field-rules"],
            page.FindAll("[aria-invalid='true']").Select(field => field.Id));
        Assert.Contains("outside the parameter's range 3 to 20", page.Find("#field-fast-told").TextContent, StringComparison.Ordinal);
        Assert.Equal("field-fast-told", page.Find("#field-fast").GetAttribute("aria-describedby"));
        Assert.Contains("4 fields need a look", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Jobs.List());
    }

    [Fact]
    public void Form_AfterItsPageWasLost_IsFilledFromItsAddress()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();
        page.Find("#field-fast").Change("7");
        page.Find("#field-from").Change("2024-03-01");
        page.Find("#field-capital").Change("2,500");

        IRenderedComponent<NewBacktest> again = Render<NewBacktest>();

        Assert.Equal("7", again.Find("#field-fast").GetAttribute("value"));
        Assert.Equal("2024-03-01", again.Find("#field-from").GetAttribute("value"));
        Assert.Equal("2,500", again.Find("#field-capital").GetAttribute("value"));
    }

    [Fact]
    public void Form_WhileTheQueueIsFull_SaysSo()
    {
        for (int seed = 0; seed < JobQueue.MostQueued; seed++)
        {
            Jobs.Ask("other.yaml", StoredRuns.Strategy, StoredRuns.Origin() with { Seed = seed });
        }

        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.Find("form").Submit();

        Assert.Contains("50 backtests wait already", page.Find("[role='alert']").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_WithTwoExchangesInTheStore_TellsWhichHasTheCandles()
    {
        Candles.Merge(new StoreAddress("kraken", Read("ETH/USDT"), Timeframe.Hour), Hours(Read("ETH/USDT")));
        Candles.Merge(new StoreAddress("binance", Read("BTC/USDT"), Timeframe.Hour), Hours(Read("BTC/USDT")));
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        Assert.Equal(
            ["binance, stored", "kraken, stored, incomplete", "generated market (prices are not real)"],
            page.FindAll("#field-candles option").Select(option => option.TextContent));
        Assert.Equal("binance", page.Find("#field-candles").GetAttribute("value"));
        Assert.Contains("2024-01-01 – 2024-01-05", page.Find("#field-candles-told").TextContent, StringComparison.Ordinal);

        page.Find("#field-candles").Change("kraken");
        Assert.Contains("No candles of BTC/USDT from kraken", page.Find("#field-candles-told").TextContent, StringComparison.Ordinal);
        page.Find("#field-candles").Change("binance");
        page.Find("#field-from").Change("2025-01-01");
        Assert.Contains("The candles end on 2024-01-05", page.Find("#field-from-told").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_ThatAreUploaded_AreKeptAndChosen()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(RulesShelfTests.Document, "exchangeInfo.json"));

        page.WaitForAssertion(() => Assert.Equal(Rules.List().Single(), page.Find("#field-rules").GetAttribute("value")));
        page.Find("form").Submit();
        Assert.Equal(Rules.List().Single(), Assert.Single(Jobs.List()).Origin.Rules);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("{ \"a\": 1 }", "expected an exchangeInfo document")]
    public void Rules_ThatAreNone_AreRefusedAtTheirField(string text, string why)
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<NewBacktest> page = Open();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "rules.json"));

        page.WaitForAssertion(() => Assert.Contains(why, page.Find("#field-rules-told").TextContent, StringComparison.Ordinal));
        Assert.Empty(Rules.List());
    }

    private IRenderedComponent<NewBacktest> Open(string more = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"backtests/new?strategy=cross.yaml{more}");
        return Render<NewBacktest>();
    }

    private static Symbol Read(string text) => Symbol.TryParse(text, out Symbol symbol) ? symbol : default;

    private static CandleSeries Hours(Symbol symbol)
    {
        long[] times = [.. Enumerable.Range(0, 96).Select(i => StoredRuns.From.UnixMillis + (i * 3_600_000L))];
        double[] prices = [.. times.Select(_ => 100.0)];
        return new CandleSeries(symbol, Timeframe.Hour, times, prices, prices, prices, prices, prices);
    }
}
