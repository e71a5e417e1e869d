using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research;

/// <summary>The vector that other programs' formulas were worked out on, to the digits that were printed.</summary>
public sealed class MetricConventionTests
{
    private static readonly ImmutableArray<MetricConvention> All = Worked();

    [Theory]
    [InlineData("crypto365", 11.5677, 34.8602, 13.00906, 1378.96)]
    [InlineData("jesse", 11.5677, 34.8602, 13.00906, 1378.96)]
    [InlineData("nautilus", 9.6117, 28.9657, 5.18719, 549.84)]
    [InlineData("lean", 57.7495, 308.2384, 13.00906, 1378.96)]
    [InlineData("backtesting.py", 3.9946, 169.6485, 13.03441, 1378.96)]
    [InlineData("freqtrade", 12.0563, 66.1816, 13.00906, 1518.85)]
    public void Convention_OfTheWorkedVector_HasItsFigures(
        string name, double sharpe, double sortino, double cagr, double calmar)
    {
        MetricConvention convention = All.Single(candidate => candidate.Name == name);

        Assert.Equal(sharpe, convention.Sharpe!.Value, 4);
        Assert.Equal(sortino, convention.Sortino!.Value, 4);
        Assert.Equal(cagr, convention.Cagr!.Value, 5);
        Assert.Equal(calmar, convention.Calmar!.Value, 2);
        Assert.Equal(0.00943396, convention.MaxDrawdown!.Value, 8);
    }

    [Fact]
    public void Expectancy_OfTheWorkedTrades_IsToldInEachConventionsUnit()
    {
        // lean: 0.6 × (mean win 1.6667 % / mean loss 0.625 %) − 0.4 = 1.2, the ratio of the worked vector.
        Assert.Equal(("ratio", 1.2), Expectancy("lean"));
        Assert.Equal(("quote", 7.5), Expectancy("freqtrade"));
        Assert.Equal(("quote", 7.5), Expectancy("crypto365"));
        Assert.Equal(("fraction", 0.0075), Expectancy("backtesting.py"));

        (string, double) Expectancy(string name)
        {
            MetricConvention convention = All.Single(candidate => candidate.Name == name);
            return (convention.ExpectancyUnit, Math.Round(convention.Expectancy!.Value, 12));
        }
    }

    [Fact]
    public void Conventions_AreAllThereWithTheDefaultFirst() => Assert.Equal(
        ["crypto365", "freqtrade", "lean", "jesse", "nautilus", "backtesting.py"],
        All.Select(convention => convention.Name));

    [Fact]
    public void Conventions_WithoutTradesOrChange_AreNullEverywhereAndNeverNaN()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1000, 1000);
        Metrics metrics = Metrics.Of(run, []);

        ImmutableArray<MetricConvention> all = MetricConvention.All(run, metrics, EquityWalk.Of(run).Daily);

        Assert.All(all, convention =>
        {
            Assert.Null(convention.Sharpe);
            Assert.Null(convention.Sortino);
            Assert.Null(convention.Calmar);
            Assert.Null(convention.Expectancy);
        });
    }

    private static ImmutableArray<MetricConvention> Worked()
    {
        BacktestResult run = Runs.Of(
            Timeframe.Day, 1000, 1010, 1005, 1020, 1015, 1030, 1025, 1040, 1060, 1050, 1075) with
        {
            Trades = Runs.Trades(10, -5, 15, -5, 15, -5, 15, 20, -10, 25),
        };
        return MetricConvention.All(run, Metrics.Of(run, []), EquityWalk.Of(run).Daily);
    }
}
