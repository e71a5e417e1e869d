using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

public sealed class ValueTests
{
    // contracts 3: `0.7%` is the double nearest to 0.007, `5 bps` to 0.0005, never a division (0.7 / 100 is another one).
    [Theory]
    [InlineData("0.7%", 0.007)]
    [InlineData("5 bps", 0.0005)]
    [InlineData("5bps", 0.0005)]
    [InlineData("5 BPS", 0.0005)]
    [InlineData("1.1 %", 0.011)]
    [InlineData("29%", 0.29)]
    [InlineData("57%", 0.57)]
    [InlineData("1e1%", 0.1)]
    [InlineData("0.07e1%", 0.007)]
    public void Ratio_WithUnit_IsTheNearestDouble(string text, double expected)
    {
        Strategy strategy = Sample.Load(Sample.File("  entry: a > b", $"orders: {{ stop_loss: {text} }}"));

        Assert.Equal(new Distance.Ratio(expected), strategy.Orders.StopLoss);
    }

    [Fact]
    public void Ratio_EveryTenthOfAPercent_IsTheNearestDouble()
    {
        for (int tenths = 1; tenths < 1000; tenths++)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}%");
            string fraction = string.Create(CultureInfo.InvariantCulture, $"0.{tenths:D3}");
            double expected = double.Parse(fraction, CultureInfo.InvariantCulture);

            Expression.Binary bound = (Expression.Binary)Sample.Bound($"a > {text}");

            Assert.Equal(new Expression.Number(expected), bound.Right);
        }
    }

    [Theory]
    [InlineData("50ms", 50)]
    [InlineData("90s", 90_000)]
    [InlineData("15m", 900_000)]
    [InlineData("4h", 14_400_000)]
    [InlineData("3d", 259_200_000)]
    public void Length_OfTime_IsMilliseconds(string text, long millis) =>
        Assert.Equal(new TimeSpanOrBars.Time(millis), Holding(text));

    [Theory]
    [InlineData("10 bars", 10)]
    [InlineData("1 bar", 1)]
    [InlineData("4bars", 4)]
    public void Length_OfBars_IsTheirNumber(string text, int bars) => Assert.Equal(new TimeSpanOrBars.Bars(bars), Holding(text));

    // contracts 3: step k is the nearest double to the decimal lo + k × step, hi included.
    [Fact]
    public void Range_OfTenths_HitsEveryDecimal()
    {
        ImmutableArray<double> values = ParameterRange.Values(0.1, 1, 0.1);

        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], values);
    }

    [Fact]
    public void Range_WhoseStepMissesTheEnd_StopsBeforeIt() => Assert.Equal([1, 3.5, 6], ParameterRange.Values(1, 8, 2.5));

    [Fact]
    public void Range_OfTinyAndHugeNumbers_IsCountedExactly()
    {
        Assert.Equal(3, ParameterRange.Count(1e-300, 3e-300, 1e-300));
        Assert.Equal(long.MaxValue, ParameterRange.Count(0, 1e300, 1e-300));
        Assert.Equal(0, ParameterRange.Count(2, 1, 1));
        Assert.Equal([-0.2, -0.1, 0, 0.1], ParameterRange.Values(-0.2, 0.1, 0.1));
    }

    [Fact]
    public void Parameter_StandsWhereverAValueStands()
    {
        const string more = """
            parameters: { n: 3, k: 2.5, r: 1.5%, d: 4 atr, hold: 2d, wait: 6 bars, tf: 1h, fee: 8 bps }
            orders: { stop_loss: $d, take_profit: $r, trailing_stop: $k atr, max_holding: $hold, cooldown: $wait, size: { quote_amount: $k } }
            costs: { fee: $fee, slippage: $k bps }
            risk: { max_positions: $n, max_exposure: $r }
            """;
        string text = Sample.File("  entry: rising(a, $n) and close[$wait] > $r", more)
            .Replace("b: { type: sma, period: 2 }", "b: { type: sma, period: $n, timeframe: $tf }", StringComparison.Ordinal);

        Strategy strategy = Sample.Load(text);

        Assert.Equal(new Distance.Atr(4), strategy.Orders.StopLoss);
        Assert.Equal(new TakeProfit(new Distance.Ratio(0.015), 1), Assert.Single(strategy.Orders.TakeProfits));
        Assert.Equal(new TrailingStop(new Distance.Atr(2.5), null), strategy.Orders.Trailing);
        Assert.Equal(new TimeSpanOrBars.Time(172_800_000), strategy.Orders.MaxHolding);
        Assert.Equal(6, strategy.Orders.CooldownBars);
        Assert.Equal(new SizePlan.QuoteAmount(2.5), strategy.Orders.Size);
        Assert.Equal(0.0008, strategy.Costs.TakerFee);
        Assert.Equal(new SlippageModel.Ratio(0.00025), strategy.Costs.Slippage);
        Assert.Equal(3, strategy.Risk.MaxPositions);
        Assert.Equal([3.0], strategy.Indicators[1].Parameters);
        Assert.Equal(Timeframe.Hour, strategy.Indicators[1].Timeframe);
        Assert.Contains("rising(a, 3) and close[6] > 0.015", strategy.CanonicalText, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_AParameter_IsTheSameAsWritingItsValue()
    {
        string text = Sample.File("  entry: a > $p", "parameters: { p: { value: 14, min: 7, max: 28, step: 1 } }");
        StrategyOverrides overrides = new()
        {
            Set = ImmutableSortedDictionary<string, string>.Empty.Add("p", "21"),
            Capital = 500,
        };

        Strategy set = StrategyFile.Load(text, "s.yaml", overrides);

        Strategy written = Sample.Load(Sample.File("  entry: a > 21", "capital: 500"));
        Assert.Equal(written.Hash, set.Hash);
        Assert.Equal(21, Assert.Single(set.Parameters).Value);
        Assert.Equal(500, set.Capital);
    }

    [Fact]
    public void ParameterText_OfAnyValue_ReadsBackToTheSameDouble()
    {
        StrategyParameter ratio = new("r", 0.02, null, null, null) { Unit = ValueUnit.Ratio };

        foreach (double value in (double[])[0.007, 0.1 + 0.2, 1.0 / 3, 5e-5, 0.0123456789])
        {
            Strategy strategy = Sample.Load(Sample.File("  entry: a > b", $"orders: {{ stop_loss: {ratio.TextOf(value)} }}"));
            Assert.Equal(new Distance.Ratio(value), strategy.Orders.StopLoss);
        }
    }

    private static TimeSpanOrBars? Holding(string text) =>
        Sample.Load(Sample.File("  entry: a > b", $"orders: {{ max_holding: {text} }}")).Orders.MaxHolding;
}
