using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Tests.Dashboard.Rules;

public sealed class RulesShelfTests : IDisposable
{
    public const string Document = """
        { "symbols": [ { "symbol": "BTCUSDT", "baseAsset": "BTC", "quoteAsset": "USDT", "status": "TRADING", "filters": [
          { "filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "1000000", "tickSize": "0.01" },
          { "filterType": "LOT_SIZE", "minQty": "0.001", "maxQty": "9000", "stepSize": "0.001" },
          { "filterType": "NOTIONAL", "minNotional": "5" } ] } ] }
        """;

    private readonly TemporaryFolder folder = new();

    private RulesShelf Shelf => new(folder["rules"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Save_ADocument_KeepsItUnderANameThatTellsItsContent()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Document);

        string name = Shelf.Save("exchangeInfo.json", bytes);
        string again = Shelf.Save("exchangeInfo.json", bytes);
        string other = Shelf.Save("exchangeInfo.json", Encoding.UTF8.GetBytes(Document + " "));

        Assert.StartsWith("exchangeInfo-", name, StringComparison.Ordinal);
        Assert.Equal(name, again);
        Assert.NotEqual(name, other);
        Assert.Equal(bytes, File.ReadAllBytes(Shelf.PathOf(name)!));
        Assert.Equal(2, Shelf.List().Count);
    }

    [Theory]
    [InlineData("../../etc/passwd.json")]
    [InlineData("C:\\evil\\..\\rules.json")]
    [InlineData(".json")]
    [InlineData("<script>.json")]
    [InlineData("ünïcode 🙂.json")]
    public void Save_UnderAHostileName_StaysInItsFolder(string fileName)
    {
        string name = Shelf.Save(fileName, Encoding.UTF8.GetBytes(Document));

        Assert.Equal(Path.Combine(folder["rules"], name), Shelf.PathOf(name));
        Assert.Equal([name], Directory.GetFiles(folder["rules"]).Select(path => Path.GetFileName(path)));
        Assert.Matches("^[A-Za-z0-9._-]+$", name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"symbols\": 5 }")]
    public void Save_WhatIsNoDocument_IsRefusedAndLeavesNothing(string text)
    {
        Assert.Throws<InputException>(() => Shelf.Save("x.json", Encoding.UTF8.GetBytes(text)));

        Assert.False(Directory.Exists(folder["rules"]));
    }

    [Fact]
    public void Save_MoreThanItHolds_IsRefused()
    {
        for (int i = 0; i < RulesShelf.MostFiles; i++)
        {
            Shelf.Save("x.json", Encoding.UTF8.GetBytes(Document + new string(' ', i)));
        }

        InputException refused = Assert.Throws<InputException>(() => Shelf.Save("y.json", Encoding.UTF8.GetBytes(Document)));
        Assert.Contains("50 documents", refused.Problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../neurotrade.db")]
    [InlineData("")]
    [InlineData("none-00000000.json")]
    public void PathOf_ANameThatIsNone_IsNone(string name) => Assert.Null(Shelf.PathOf(name));
}
