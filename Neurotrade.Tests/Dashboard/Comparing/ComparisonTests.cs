using System.Collections.Immutable;
using System.Text.Json;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Comparing;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Dashboard.Comparing;

public sealed class ComparisonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunArchive archive;

    public ComparisonTests() => archive = new RunArchive(folder["runs"]);

    [Fact]
    public void Figures_OfARealRun_AreAllThatItsFileHolds()
    {
        PastRun run = StoredRuns.Keep(archive);
        string json = File.ReadAllText(archive.FileOf(run.Id, "metrics.json")!);
        using JsonDocument document = JsonDocument.Parse(json);

        // Whatever the file holds as a number, alone or in a group, has its row.
        string[] held =
        [
            .. document.RootElement.EnumerateObject().SelectMany(field => field.Value.ValueKind switch
            {
                JsonValueKind.Number or JsonValueKind.Null => [field.Name],
                JsonValueKind.Object => field.Value.EnumerateObject()
                    .Where(inner => inner.Value.ValueKind is JsonValueKind.Number or JsonValueKind.Null)
                    .Select(inner => $"{field.Name}.{inner.Name}"),
                _ => Enumerable.Empty<string>(),
            }).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(held, RunFigure.All.Select(figure => figure.Key).Order(StringComparer.Ordinal));

        RunFigures figures = RunFigures.Read(json)!;
        Assert.Equal(run.Sharpe, figures.Value(RunFigure.Find("sharpe")!));
        Assert.Equal(run.Trades, figures.Value(RunFigure.Find("trades")!));
        Assert.NotEqual(run.Sharpe, figures.Value(RunFigure.Find("sharpe")!, "freqtrade"));
        Assert.Equal(run.Trades, figures.Value(RunFigure.Find("trades")!, "freqtrade"));
        Assert.Contains(RunFigures.OwnConvention, figures.Conventions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"conventions\":[{}]}")]
    public void Read_WhatIsNoMetricsFile_IsNone(string json) => Assert.Null(RunFigures.Read(json));

    [Fact]
    public void BestOf_AFigure_KnowsWhichSideIsBetter()
    {
        ImmutableArray<double?> values = [0.2, null, 0.5, 0.5];

        Assert.Equal([false, false, true, true], Comparison.BestOf(values, Better.Higher));
        Assert.Equal([true, false, false, false], Comparison.BestOf(values, Better.Lower));
        Assert.DoesNotContain(true, Comparison.BestOf(values, Better.Neither));
        Assert.DoesNotContain(true, Comparison.BestOf([0.5, 0.5], Better.Higher));
        Assert.DoesNotContain(true, Comparison.BestOf([null, 0.5], Better.Higher));
    }

    [Fact]
    public void BestOf_RunsOfDifferentPeriods_JudgesNothingThatGrowsWithTime()
    {
        Comparison same = Compare(SampleRuns.Make(1, "a"), SampleRuns.Make(2, "b"));
        PastRun longer = SampleRuns.Make(2, "b") with { EndMillis = SampleRuns.Make(2, "b").EndMillis + 86_400_000 };
        Comparison different = Compare(SampleRuns.Make(1, "a"), longer);

        Assert.True(same.IsSamePeriod);
        Assert.Equal([false, true], Best(same, "total_return"));
        Assert.False(different.IsSamePeriod);
        Assert.Equal([false, false], Best(different, "total_return"));
        Assert.Equal([false, true], Best(different, "sharpe"));
        Assert.Equal((longer.StartMillis, SampleRuns.Make(1, "a").EndMillis), different.Shared);
    }

    [Fact]
    public void BestOf_RunsOfDifferentMoney_JudgesNoAmount()
    {
        Comparison capital = Compare(SampleRuns.Make(1, "a"), SampleRuns.Make(2, "b") with { Capital = 5_000 });
        Comparison currency = Compare(SampleRuns.Make(1, "a"), SampleRuns.Make(2, "b", "BTC/EUR"));

        Assert.Equal([false, false], Best(capital, "final_equity"));
        Assert.Equal([false, false], Best(currency, "final_equity"));
        Assert.Equal([false, true], Best(capital, "total_return"));
    }

    [Fact]
    public void Title_OfRunsOfOneName_TellsThemApart()
    {
        Comparison comparison = Compare(SampleRuns.Make(1, "a"), SampleRuns.Make(2, "a"), SampleRuns.Make(3, "b"));

        Assert.Equal(["a · 1", "a · 2", "b"], comparison.Runs.Select(run => run.Title));
    }

    [Fact]
    public void Shared_OfRunsWithoutACommonTime_IsNone()
    {
        PastRun first = SampleRuns.Make(1, "a");
        PastRun later = first with { StartMillis = first.EndMillis, EndMillis = first.EndMillis + 1000 };

        Assert.Null(Compare(first, later).Shared);
    }

    [Fact]
    public void FactsAndLines_OfRunsOfAnotherParameter_DifferThereAlone()
    {
        PastRun slow = StoredRuns.Keep(archive);
        PastRun fast = StoredRuns.Keep(archive, strategy: StoredRuns.Strategy.Replace("value: 5", "value: 8", StringComparison.Ordinal));
        Comparison comparison = Comparison.Of(
            [.. ((PastRun[])[slow, fast]).Select(run => ComparedRun.Of(new KeptRun(run, RunNote.None, 0), archive))]);

        Assert.Equal(["cross · fast 5", "cross · fast 8"], comparison.Runs.Select(run => run.Title));
        Assert.Equal(["$fast"], comparison.Facts().Where(fact => fact.Differs).Select(fact => fact.Name));
        Assert.Contains(comparison.Facts(), fact => fact is { Name: "Fee, maker and taker", Values: ["0.1%, 0.1%", "0.1%, 0.1%"] });
        LineRow line = Assert.Single(comparison.Lines(), row => !row.IsSame);
        Assert.Equal("indicators › fast", line.Place);
        Assert.Equal(["    period: 5", "    period: 8"], line.Cells);
    }

    [Fact]
    public async Task Curve_OfARun_EndsWhereItsFiguresDoAndBeginsWhereItIsTold()
    {
        PastRun kept = StoredRuns.Keep(archive);
        using OpenRuns runs = StoredRuns.Open(archive);
        OpenRun run = (await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken))!;

        RelativeCurve whole = RelativeCurve.Of(run.Result, null, null);
        Assert.Equal(kept.TotalReturn!.Value, whole.Return!.Value, 12);
        Assert.Equal(kept.MaxDrawdown!.Value, whole.MaxDrawdown!.Value, 12);

        int middle = run.Result.Times.Length / 2;
        RelativeCurve half = RelativeCurve.Of(run.Result, run.Result.Times[middle], run.Result.Times[^1]);
        Assert.Equal(run.Result.Times[middle], half.Times[0]);
        Assert.Equal(run.Result.Times[^2], half.Times[^1]);
        Assert.Equal((run.Result.Equity[^2] / run.Result.Equity[middle - 1]) - 1, half.Return!.Value, 12);

        RelativeCurve none = RelativeCurve.Of(run.Result, run.Result.Times[^1] + 1, null);
        Assert.Empty(none.Times);
        Assert.Null(none.Return);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("a,,b,a, c", "a,b,c")]
    [InlineData("a,b,c,d,e,f,g", "a,b,c,d,e,f")]
    [InlineData("../x,a/b,-z,ok", "ok")]
    public void IdsOf_AnAddress_AreSixIdsAtMost(string? text, string expected) =>
        Assert.Equal(expected, string.Join(',', Comparison.IdsOf(text)));

    public void Dispose() => folder.Dispose();

    private Comparison Compare(params PastRun[] runs) =>
        Comparison.Of(runs.Select(run => ComparedRun.Of(new KeptRun(SampleRuns.Keep(archive, run), RunNote.None, 0), archive)));

    private static ImmutableArray<bool> Best(Comparison comparison, string key) =>
        comparison.BestOf(RunFigure.Find(key)!, RunFigures.OwnConvention);
}
