using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>How much an entry buys: contracts 4.2, 4.15.</summary>
public sealed class SizeTests
{
    // Budget is of equity at the signal's close; what is bought is at the next open's price.
    [Fact]
    public void Percent_OpenAboveTheClose_BuysLess()
    {
        Scenario scenario = Of(new SizePlan.PercentOfEquity(0.5));
        scenario.Symbol().Flat(100).Flat(125, 2).Enter(0);

        Assert.Equal(500 / 125.0, Assert.Single(scenario.Run().Fills).Quantity);
    }

    [Fact]
    public void QuoteAmount_MoreThanCash_SpendsTheCash()
    {
        Scenario scenario = Of(new SizePlan.QuoteAmount(5000));
        scenario.Symbol().Flat(100, 3).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(10, Assert.Single(result.Fills).Quantity);
        Assert.Equal(0, result.Cash[^1]);
    }

    // contracts 4.15: quantity = r × equity / distance; a ratio is of the fill price.
    [Fact]
    public void Risk_Ratio_IsOfTheFillPrice()
    {
        Scenario scenario = Of(new SizePlan.Risk(0.01, new Distance.Ratio(0.05)));
        scenario.Symbol().Flat(100).Flat(80, 2).Enter(0);

        Assert.Equal(0.01 * 1000 / (0.05 * 80), Assert.Single(scenario.Run().Fills).Quantity);
    }

    // contracts 4.15: n atr at the signal bar; it sets no stop-loss.
    [Fact]
    public void Risk_Atr_IsOfTheSignalBarAndSetsNoStop()
    {
        Scenario scenario = Of(new SizePlan.Risk(0.01, new Distance.Atr(2)));
        scenario.Symbol().Flat(100, 2).Flat(10, 2).Enter(0).Atr(0, 5).Atr(1, 1);

        BacktestResult result = scenario.Run();

        Assert.Equal(1, Assert.Single(result.Fills).Quantity);
    }

    // contracts 4.15: capped by cash.
    [Fact]
    public void Risk_TinyDistance_IsCappedByCash()
    {
        Scenario scenario = Of(new SizePlan.Risk(0.5, new Distance.Ratio(0.001)));
        scenario.Symbol().Flat(100, 3).Enter(0);

        Assert.Equal(10, Assert.Single(scenario.Run().Fills).Quantity);
    }

    // contracts 4.15: missing or not above 0: no order, counted.
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Atr_MissingOrNotAboveZero_PlacesNothingAndCounts(double atr)
    {
        Scenario scenario = Of(new SizePlan.PercentOfEquity(1));
        scenario.Orders = scenario.Orders with { StopLoss = new Distance.Atr(1) };
        scenario.Symbol().Flat(100, 3).Enter(0).Atr(0, atr).Atr(1, 5);

        BacktestResult result = scenario.Run();

        Assert.Empty(result.Fills);
        Assert.Equal(1, result.Counts.OrdersWithoutAtr);
    }

    // contracts 4.2: with rules the quantity is rounded down.
    [Fact]
    public void Rules_LotStep_RoundsDown()
    {
        Scenario scenario = Of(new SizePlan.PercentOfEquity(1));
        scenario.Rules = Rules(lotStep: 0.1m, minNotional: 10);
        scenario.Symbol().Flat(30, 3).Enter(0);

        Assert.Equal(33.3, Assert.Single(scenario.Run().Fills).Quantity);
    }

    // A whole number of lots stays one, though 0.3 / 0.1 is below 3 in doubles.
    [Fact]
    public void Rules_WholeLots_LoseNone()
    {
        Scenario scenario = Of(new SizePlan.QuoteAmount(0.3));
        scenario.Rules = Rules(lotStep: 0.1m, minNotional: 0);
        scenario.Symbol().Flat(1, 3).Enter(0);

        Assert.Equal(0.3, Assert.Single(scenario.Run().Fills).Quantity);
    }

    // A coin of a hundred-millionth bought with millions: more than a double's whole numbers, and still a run.
    [Fact]
    public void Rules_HugeQuantity_IsPlaced()
    {
        Scenario scenario = new() { Capital = 1e15, Rules = Rules(lotStep: 1, minNotional: 5) };
        scenario.Symbol().Flat(1e-13, 3).Enter(0).Exit(1);

        Assert.Equal(2, Backtest.Run(
            scenario.Input(isDense: false), scenario.Signals(), null, TestContext.Current.CancellationToken).Fills.Length);
    }

    // contracts 4.2: under the minimum is not placed, and counted; at the close only the budget is held against it.
    [Theory]
    [InlineData(9.99, 1)]
    [InlineData(10, 0)]
    public void Rules_BudgetUnderTheMinimum_IsCounted(double amount, int counted)
    {
        Scenario scenario = Of(new SizePlan.QuoteAmount(amount));
        scenario.Rules = Rules(lotStep: 0, minNotional: 10);
        scenario.Symbol().Flat(1, 3).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Equal(counted, result.Counts.OrdersBelowMinimum);
        Assert.Equal(1 - counted, result.Fills.Length);
    }

    // Cash is looked at when the order fills: rounding puts it under the minimum there.
    [Fact]
    public void Rules_RoundedUnderTheMinimumAtTheFill_IsCounted()
    {
        Scenario scenario = Of(new SizePlan.QuoteAmount(12));
        scenario.Rules = Rules(lotStep: 1, minNotional: 10);
        scenario.Symbol().Flat(7, 3).Enter(0);

        BacktestResult result = scenario.Run();

        Assert.Empty(result.Fills);
        Assert.Equal(1, result.Counts.OrdersBelowMinimum);
    }

    // contracts 4.2 rounds the entry's quantity; 4.12's shares are shares of it (docs/decisions/0050).
    [Fact]
    public void Rules_PartialTargets_AreSharesOfTheRoundedEntry()
    {
        Scenario scenario = Of(new SizePlan.PercentOfEquity(1));
        scenario.Rules = Rules(lotStep: 1, minNotional: 0);
        scenario.Orders = scenario.Orders with
        {
            TakeProfits = [new TakeProfit(new Distance.Ratio(0.1), 0.25), new TakeProfit(new Distance.Ratio(0.2), 1)],
        };
        scenario.Symbol().Flat(100).Then((100, 130, 100, 100)).Enter(0);

        Assert.Equal([10.0, 2.5, 7.5], scenario.Run().Fills.Select(f => f.Quantity));
    }

    // contracts 4.2: without rules an order under capital × 1e-9 is not placed.
    [Fact]
    public void NoRules_Dust_IsNotPlaced()
    {
        Scenario dust = Of(new SizePlan.QuoteAmount(0.9e-6));
        dust.Symbol().Flat(1, 3).Enter(0);
        Scenario placed = Of(new SizePlan.QuoteAmount(1.1e-6));
        placed.Symbol().Flat(1, 3).Enter(0);

        Assert.Empty(dust.Run().Fills);
        Assert.Single(placed.Run().Fills);
    }

    private static InstrumentRules Rules(decimal lotStep, decimal minNotional)
    {
        Assert.True(Symbol.TryParse("A/USDT", out Symbol symbol));
        return new InstrumentRules("rules.json", [new Instrument(symbol, lotStep, 0.01m, minNotional)]);
    }

    private static Scenario Of(SizePlan size) => new() { Orders = new OrderPlan { Size = size } };
}
