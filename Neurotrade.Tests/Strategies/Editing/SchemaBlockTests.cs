using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class SchemaBlockTests
{
    [Theory]
    [InlineData("", "schema name description tags market capital parameters indicators rules orders costs risk")]
    [InlineData("market", "exchange symbols timeframe detail benchmark")]
    [InlineData("orders.size", "percent_of_equity quote_amount risk stop")]
    [InlineData("orders.take_profit.0", "at close")]
    [InlineData("rules.entry.all.2.any.0", "tag all any not when")]
    [InlineData("indicators.anything", "type")]
    [InlineData("orders.stop_loss", "")]
    [InlineData("nothing.here", "")]
    public void At_AnyPlace_NamesItsKeysInOrder(string path, string expected) =>
        Assert.Equal(expected, string.Join(' ', SchemaBlock.At(path).Keys.Select(key => key.Name)));

    [Fact]
    public void At_AnIndicatorOfAType_HasThatTypesParameters()
    {
        SchemaBlock block = SchemaBlock.At("indicators.m", "macd");

        Assert.Equal(["type", "fast", "slow", "signal", "timeframe"], block.Keys.Select(key => key.Name));
        Assert.Equal(["type"], block.Keys.Where(key => key.IsRequired).Select(key => key.Name));
        Assert.Contains("period", SchemaBlock.At("indicators.m", "rsi").Keys.Select(key => key.Name));
    }

    [Fact]
    public void At_ABlock_SaysWhatIsNeededAndWhichWordsThereAre()
    {
        Assert.Equal(["schema", "name", "market", "rules"], SchemaBlock.At("").Keys.Where(key => key.IsRequired).Select(key => key.Name));
        Assert.Equal(["market", "limit"], SchemaBlock.At("orders.entry").Keys[0].Values);
        Assert.Equal(["halt", "flatten_and_halt"], SchemaBlock.At("risk.max_drawdown.action").Values);
        Assert.Empty(SchemaBlock.At("risk").Keys.Single(key => key.Name == "max_positions").About);
        Assert.Contains("2% or 2 atr", SchemaBlock.At("orders.stop_loss").About, StringComparison.Ordinal);
    }
}
