using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class SweepObjectiveTests
{
    [Theory]
    [InlineData("sharpe", 1.5)]
    [InlineData("-max_drawdown", -0.25)]
    [InlineData("sharpe - 2 * max_drawdown", 1)]
    [InlineData("min(sharpe, 1) / max(0.5, abs(-max_drawdown))", 2)]
    [InlineData("sharpe + 50%", 2)]
    public void Of_Figures_IsWhatTheExpressionSays(string text, double expected) =>
        Assert.Equal(expected, SweepObjective.Parse(text, 0).Of(Row()));

    [Theory]
    [InlineData("calmar")]
    [InlineData("sharpe - calmar")]
    [InlineData("max(sharpe, calmar)")]
    [InlineData("sharpe / (sharpe - 1.5)")]
    public void Of_WhatIsMissingOrNotFinite_IsMissing(string text) =>
        Assert.Equal(double.NaN, SweepObjective.Parse(text, 0).Of(Row()));

    [Fact]
    public void Of_TooFewTrades_IsMissing()
    {
        Assert.Equal(1.5, SweepObjective.Parse("sharpe", 40).Of(Row()));
        Assert.Equal(double.NaN, SweepObjective.Parse("sharpe", 41).Of(Row()));
    }

    [Theory]
    [InlineData("sharp", 1, "'sharp' is no figure of a run. Did you mean `sharpe`?")]
    [InlineData("sharpe - start", 10, "'start' is no figure of a run.")]
    [InlineData("sharpe > 1", 1, "expected figures, numbers, + - * /, abs(a), min(a, b), max(a, b)")]
    [InlineData("sharpe[1]", 1, "expected figures, numbers, + - * /, abs(a), min(a, b), max(a, b)")]
    public void Parse_WhatIsNoObjective_IsRefusedWithItsPlace(string text, int column, string message)
    {
        InputException refused = Assert.Throws<InputException>(() => SweepObjective.Parse(text, 0));

        Problem problem = Assert.Single(refused.Problems);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(("--objective", 1, column), (problem.File, problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sharpe -")]
    [InlineData("(sharpe")]
    public void Parse_WhatDoesNotEnd_IsRefused(string text) =>
        Assert.Throws<InputException>(() => SweepObjective.Parse(text, 0));

    // contracts 5.4: best first, null last, ties by combination.
    [Fact]
    public void Keys_Sorted_StandBestFirstMissingLastTiesByCombination()
    {
        SweepKey[] keys = [new(double.NaN, 1, 0), new(1, 9, 1), new(-2, 0, 2), new(1, 3, 3), new(double.NaN, 0, 4)];

        Array.Sort(keys, SweepKey.Compare);

        Assert.Equal([3, 9, 0, 0, 1], keys.Select(key => key.Combination));
    }

    private static double[] Row()
    {
        double[] figures = new double[RunFigures.Count];
        figures[RunFigures.Sharpe] = 1.5;
        figures[RunFigures.Trades] = 40;
        figures[RunFigures.IndexOf("max_drawdown")] = 0.25;
        figures[RunFigures.IndexOf("calmar")] = double.NaN;
        return figures;
    }
}
