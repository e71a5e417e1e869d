using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class RuleMoveTests
{
    private const string Text = """
        schema: 1
        rules:
          entry:
            all:
              - a > 0
              - any:
                  - b > 0
                  - c > 0
              - not:
                  any:
                    - d > 0
                    - e > 0
        """;

    [Theory]
    [InlineData("entry.1", MoveDirection.Up, "entry", 0)]
    [InlineData("entry.0", MoveDirection.Down, "entry", 1)]
    [InlineData("entry.0", MoveDirection.In, "entry.1", 0)]
    [InlineData("entry.2", MoveDirection.In, "entry.1", 2)]
    [InlineData("entry.1.0", MoveDirection.Up, "entry", 1)]
    [InlineData("entry.1.1", MoveDirection.Down, "entry", 2)]
    [InlineData("entry.1.0", MoveDirection.Out, "entry", 2)]
    [InlineData("entry.2.0.0", MoveDirection.Out, "entry", 3)]
    public void Step_GoesOnePlaceOn_OutOfItsGroupAtTheEnds(string path, MoveDirection direction, string group, int index) =>
        Assert.Equal(new RuleMove(new RulePath(group), index), RuleMove.Step(Rule, new RulePath(path), direction));

    [Theory]
    [InlineData("entry", MoveDirection.Up)]
    [InlineData("entry.0", MoveDirection.Up)]
    [InlineData("entry.2", MoveDirection.Down)]
    [InlineData("entry.1.0", MoveDirection.In)]
    public void Step_WithNowhereToGo_IsNone(string path, MoveDirection direction) =>
        Assert.Null(RuleMove.Step(Rule, new RulePath(path), direction));

    [Theory]
    [InlineData("entry.0", "entry.1", "after", "entry", 1)]
    [InlineData("entry.1", "entry.0", "before", "entry", 0)]
    [InlineData("entry.0", "entry.1", "into", "entry.1", 0)]
    [InlineData("entry.0", "entry.1.1", "after", "entry.1", 2)]
    public void Drop_StandsWhereItWasPut(string path, string over, string where, string group, int index) =>
        Assert.Equal(new RuleMove(new RulePath(group), index), RuleMove.Drop(Rule, new RulePath(path), new RulePath(over), where));

    [Fact]
    public void Drop_IntoItself_IsNone() =>
        Assert.Null(RuleMove.Drop(Rule, new RulePath("entry.1"), new RulePath("entry.1.0"), "after"));

    [Theory]
    [InlineData("entry.0", "entry.1", 0, "entry.0.0")]
    [InlineData("entry.1.0", "entry", 2, "entry.2")]
    [InlineData("entry.0", "entry", 1, "entry.1")]
    public void After_IsWhereTheNodeIsThen(string path, string group, int index, string expected) =>
        Assert.Equal(expected, new RuleMove(new RulePath(group), index).After(new RulePath(path)).Text);

    private static RuleOutline Rule => StrategyText.Read(Text).Entry!;
}
