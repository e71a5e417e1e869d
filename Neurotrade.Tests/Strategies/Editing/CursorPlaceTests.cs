using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class CursorPlaceTests
{
    // Each | is where a cursor stands in its own case.
    [Theory]
    [InlineData("|", "", true)]
    [InlineData("schema: 1\nna|", "", true)]
    [InlineData("name: x|", "name", false)]
    [InlineData("market:\n  sym|", "market", true)]
    [InlineData("market:\n  timeframe: |", "market.timeframe", false)]
    [InlineData("market:\n  timeframe: 1h\n|", "", true)]
    [InlineData("indicators:\n  rsi: { type: r|", "indicators.rsi.type", false)]
    [InlineData("indicators:\n  rsi: { type: rsi, p|", "indicators.rsi", true)]
    [InlineData("indicators:\n  rsi: { type: rsi, period: 14 }\n  |", "indicators", true)]
    [InlineData("rules:\n  entry: rsi < |", "rules.entry", false)]
    [InlineData("rules:\n  entry:\n    all:\n      - a > 1\n      - b|", "rules.entry.all.1", true)]
    [InlineData("rules:\n  entry:\n    all:\n    - a > 1\n    - tag: x\n      when: |", "rules.entry.all.1.when", false)]
    [InlineData("rules:\n  entry:\n    all:\n      - any:\n          - a > 1\n      - |", "rules.entry.all.1", true)]
    [InlineData("rules:\n  entry: { any: [a > 1, { tag: x, |", "rules.entry.any.1", true)]
    [InlineData("orders:\n  size: { risk: 1%,\n    |", "orders.size", true)]
    [InlineData("{ \"orders\": { \"entry\": { \"type\": \"|", "orders.entry.type", false)]
    [InlineData("description: |\u200b\n  some: text|", "description", false)]
    [InlineData("orders:\n  # note\n  |", "orders", true)]
    public void Of_APlaceInAText_IsItsPath(string marked, string path, bool isKey)
    {
        // The last | is the cursor; one before it belongs to the text.
        int at = marked.LastIndexOf('|');
        string text = marked.Remove(at, 1).Replace("\u200b", string.Empty, StringComparison.Ordinal);
        string before = text[..Math.Min(at, text.Length)];
        int line = before.Count(c => c == '\n') + 1;
        int column = Math.Min(at, text.Length) - before.LastIndexOf('\n');

        CursorPlace place = CursorPlace.Of(text, line, column)!;

        Assert.Equal((path, isKey), (place.Path, place.IsKey));
    }

    [Theory]
    [InlineData("# no", 1, 4)]
    [InlineData("market: # h", 1, 11)]
    [InlineData("a: { b: 1, # x", 1, 14)]
    public void Of_AComment_IsNone(string text, int line, int column) => Assert.Null(CursorPlace.Of(text, line, column + 1));

    [Fact]
    public void Present_AreTheOtherKeysOfTheBlock()
    {
        const string text = "orders:\n  stop_loss: 2%\n  coo\n  entry: { type: limit }\ncosts:\n  fee: 1%";

        Assert.Equal(["entry", "stop_loss"], CursorPlace.Of(text, 3, 6)!.Present.Order());
        Assert.Equal("limit", CursorPlace.ValueOf(text, "orders.entry.type"));
        Assert.Equal(["stop_loss", "entry"], CursorPlace.KeysOf(text, "orders"));
    }

    [Fact]
    public void Present_OfAnItem_AreItsOwn() => Assert.Equal(
        ["at"], CursorPlace.Of("orders:\n  take_profit:\n    - { at: 1%, close: 50% }\n    - { at: 2%, }", 4, 18)!.Present);
}
