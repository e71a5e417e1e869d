using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Tests.Dashboard.Strategies.Quick;

public sealed class QuickBacktestsTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> Own =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private readonly TemporaryFolder folder = new();
    private readonly CandleShelf shelf;
    private readonly QuickCandles candles;
    private readonly QuickBacktests quick;

    public QuickBacktestsTests()
    {
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder.Path, null, null)), TimeProvider.System);
        candles = new QuickCandles(shelf, [new GeneratedMarket()]);
        quick = new QuickBacktests(candles, TimeProvider.System);
    }

    // contracts 4.9: a quick backtest is the run itself, without the certificate.
    [Fact]
    public async Task Answer_IsTheRunOfTheSameValues_AndStoredThatOfTheText()
    {
        await AskAsync(Question(Own.Add("fast", "9")));

        BacktestResult expected = Run(new Dictionary<string, string> { ["fast"] = "9" });
        BacktestResult text = Run([]);
        Assert.Equal(expected.Equity[^1], quick.Answer!.FinalEquity);
        Assert.Equal(expected.Trades.Length, quick.Answer.Trades);
        Assert.Equal(expected.Times.Length, quick.Answer.Bars);
        Assert.Equal(expected.Equity[^1], quick.Answer.Curve[^1]);
        Assert.Equal(text.Equity[^1], quick.Stored!.FinalEquity);
        Assert.NotEqual(quick.Stored.FinalEquity, quick.Answer.FinalEquity);
    }

    [Fact]
    public async Task Question_WithOneOtherParameter_ComputesOnlyItsIndicator_AndTheTextsOwnRunOnce()
    {
        await AskAsync(Question(Own));
        Assert.Equal((3, 1), (quick.Computed, quick.Begun));

        await AskAsync(Question(Own.Add("fast", "6")));
        await AskAsync(Question(Own.Add("fast", "7")));

        // Three of the text's own, and the moved one twice.
        Assert.Equal((5, 3), (quick.Computed, quick.Begun));
    }

    [Fact]
    public async Task Questions_InABurst_AreNotAllRun_AndTheLastIsAnswered()
    {
        await AskAsync(Question(Own));
        for (int i = 0; i < 400; i++)
        {
            quick.Ask(Question(Own.Add("fast", $"{3 + (i % 17)}")));
        }

        await AskAsync(Question(Own.Add("fast", "20")));

        Assert.Equal(Run(new Dictionary<string, string> { ["fast"] = "20" }).Equity[^1], quick.Answer!.FinalEquity);
        Assert.True(quick.Begun < 300, $"{quick.Begun} runs");
    }

    [Fact]
    public async Task Question_OfAnExchangeWithoutCandles_SaysSo_AndTheNextIsAnswered()
    {
        await AskAsync(Question(Own) with { Exchange = "binance" });
        Assert.Contains("No candles of BTC/USDT from binance", quick.Problem, StringComparison.Ordinal);
        Assert.Null(quick.Answer);

        await AskAsync(Question(Own));
        Assert.Null(quick.Problem);
        Assert.NotNull(quick.Answer);
    }

    // The figure of docs/dashboard.md; what is held here is that a moved slider costs one indicator and no loading.
    [Fact]
    public async Task Year_OfFifteenMinuteCandles_IsPrinted_AndAMovedSliderComputesOneIndicator()
    {
        string text = StoredRuns.Strategy.Replace("timeframe: 1h", "timeframe: 15m", StringComparison.Ordinal);
        TimeSpan first = await TimedAsync(Question(Own) with { Text = text });
        int computed = quick.Computed;
        var moves = new List<TimeSpan>();
        var runs = new List<TimeSpan>();
        for (int fast = 6; fast < 20; fast++)
        {
            moves.Add(await TimedAsync(Question(Own.Add("fast", $"{fast}")) with { Text = text }));
            runs.Add(quick.Answer!.Took);
        }

        Assert.Equal(366 * 96, quick.Answer!.Bars);
        Assert.Equal(computed + moves.Count, quick.Computed);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"35,136 bars: the first with loading {first.TotalMilliseconds:0} ms; {moves.Count} moves, "
            + $"median {Median(moves):0} ms, worst {moves.Max().TotalMilliseconds:0} ms, with the pace of repaints; "
            + $"the run itself {Median(runs):0.0} ms, worst {runs.Max().TotalMilliseconds:0.0} ms"));
    }

    [Fact]
    public async Task Page_ThatIsGone_AsksNoMore()
    {
        quick.Dispose();
        quick.Ask(Question(Own));

        await Task.Yield();
        Assert.Equal((0, false), (quick.Begun, quick.IsWorking));
    }

    public void Dispose()
    {
        quick.Dispose();
        candles.Dispose();
        shelf.Dispose();
        folder.Dispose();
    }

    private static QuickQuestion Question(ImmutableSortedDictionary<string, string> set) =>
        new(StoredRuns.Strategy, "cross.yaml", GeneratedMarket.Exchange, set);

    // From the question to the telling of its answer.
    private async Task<TimeSpan> TimedAsync(QuickQuestion question)
    {
        long start = TimeProvider.System.GetTimestamp();
        await AskAsync(question);
        return TimeProvider.System.GetElapsedTime(start);
    }

    private async Task AskAsync(QuickQuestion question)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using IDisposable subscription = quick.Subscribe(() =>
        {
            if (!quick.IsWorking)
            {
                done.TrySetResult();
            }
        });
        quick.Ask(question);
        await done.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private static BacktestResult Run(Dictionary<string, string> set)
    {
        var request = new RunRequest
        {
            StrategyPath = "cross.yaml",
            StrategyText = Encoding.UTF8.GetBytes(StoredRuns.Strategy),
            Data = new DataRequest
            {
                Sources = ["store:sim/BTC-USDT/1h"],
                From = Instant.FromDate(2024, 1, 1),
                To = Instant.FromDate(2025, 1, 1),
            },
            Overrides = new StrategyOverrides { Set = set.ToImmutableSortedDictionary(StringComparer.Ordinal) },
        };
        PreparedRun run = PreparedRun.Read(request, [new GeneratedMarket()], TestContext.Current.CancellationToken);
        return Backtest.Run(run.Input, null, TestContext.Current.CancellationToken);
    }
}
