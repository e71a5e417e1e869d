using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class SimpleConditionTests
{
    [Theory]
    [InlineData("rsi < 30", "rsi", "<", "30")]
    [InlineData(" close>=bands.upper ", "close", ">=", "bands.upper")]
    [InlineData("close[1] != $level", "close[1]", "!=", "$level")]
    [InlineData("crosses_above( macd.line , macd.signal )", "macd.line", "crosses_above", "macd.signal")]
    [InlineData("position.pnl < -2%", "position.pnl", "<", "-2%")]
    [InlineData("hour() >= 22", "hour()", ">=", "22")]
    public void Of_AComparisonOfPlainValues_IsItsThreeParts_AndTheSameAgain(string text, string left, string sign, string right)
    {
        SimpleCondition condition = SimpleCondition.Of(text)!;

        Assert.Equal((left, sign, right), (condition.Left, condition.Operator, condition.Right));
        Assert.Equal(condition, SimpleCondition.Of(condition.ToString()));
    }

    [Theory]
    [InlineData("rsi < 30 and close > 1")]
    [InlineData("close - open > 3")]
    [InlineData("rising(close, 3)")]
    [InlineData("not rsi < 30")]
    [InlineData("max(open, close) > 3")]
    [InlineData("rsi <")]
    [InlineData("")]
    public void Of_AnythingElse_IsNone(string text) => Assert.Null(SimpleCondition.Of(text));
}
