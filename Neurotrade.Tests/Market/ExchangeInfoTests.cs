using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Market;

public sealed class ExchangeInfoTests
{
    private const string Document = """
        { "timezone": "UTC", "symbols": [
          { "symbol": "BTCUSDT", "baseAsset": "BTC", "quoteAsset": "USDT", "filters": [
            { "filterType": "PRICE_FILTER", "minPrice": "0.01", "maxPrice": "1000000.0", "tickSize": "0.01000000" },
            { "filterType": "LOT_SIZE", "minQty": "0.00001", "maxQty": "9000.0", "stepSize": "0.00001000" },
            { "filterType": "MARKET_LOT_SIZE", "minQty": "0.0", "maxQty": "112.2", "stepSize": "0.00000000" },
            { "filterType": "NOTIONAL", "minNotional": "5.00000000", "applyMinToMarket": true } ] },
          { "symbol": "ETHUSDT", "baseAsset": "ETH", "quoteAsset": "USDT", "filters": [
            { "filterType": "LOT_SIZE", "stepSize": "0.00010000" },
            { "filterType": "MIN_NOTIONAL", "minNotional": "10.0" } ] },
          { "symbol": "ODD", "baseAsset": "", "quoteAsset": "USDT", "filters": [] } ] }
        """;

    [Fact]
    public void Parse_Document_ReadsLotTickAndMinimum()
    {
        InstrumentRules rules = ExchangeInfo.Parse(Document, "rules.json");

        Assert.Equal(
            [
                new Instrument(Pair("BTC/USDT"), 0.00001m, 0.01m, 5),
                new Instrument(Pair("ETH/USDT"), 0.0001m, 0, 10),
            ],
            rules.All);
    }

    // The WebSocket API puts the same document under `result`.
    [Fact]
    public void Parse_WebSocketAnswer_ReadsTheSame()
    {
        string answer = $$"""{ "id": "1", "status": 200, "result": {{Document}} }""";

        Assert.Equal(2, ExchangeInfo.Parse(answer, "rules.json").All.Length);
    }

    [Fact]
    public void Of_SymbolsWithoutRules_NamesEachInTheFile()
    {
        InstrumentRules rules = ExchangeInfo.Parse(Document, "rules.json");

        InputException thrown = Assert.Throws<InputException>(
            () => rules.Of([Pair("BTC/USDT"), Pair("SOL/USDT"), Pair("XRP/USDT")]));

        Assert.Equal(2, thrown.Problems.Count);
        Assert.Equal(
            "rules.json:0:0: no rules for SOL/USDT, expected \"SOLUSDT\" among its \"symbols\"",
            thrown.Problems[0].ToString());
    }

    [Theory]
    [InlineData("{ \"symbols\": [ }", 1)]
    [InlineData("{\n\"symbols\": }", 2)]
    [InlineData("[]", 0)]
    [InlineData("{ \"symbols\": 5 }", 0)]
    [InlineData("", 1)]
    public void Parse_NoSuchDocument_IsAProblemOfTheFile(string text, int line)
    {
        Problem problem = Assert.Single(
            Assert.Throws<InputException>(() => ExchangeInfo.Parse(text, "rules.json")).Problems);

        Assert.Equal(("rules.json", line), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1e5\"")]
    [InlineData("null")]
    public void Parse_NumberIsNone_NamesItAndThePair(string step)
    {
        string text = Document.Replace("\"0.00001000\"", step, StringComparison.Ordinal);

        Problem problem = Assert.Single(
            Assert.Throws<InputException>(() => ExchangeInfo.Parse(text, "rules.json")).Problems);

        Assert.StartsWith("\"stepSize\" of BTC/USDT", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_RecordedDocument_HasTheRulesOfBtc()
    {
        string path = SharedData.Require("reference/binance/nautilus_resources/http_spot_market_exchange_info.json");

        InstrumentRules rules = ExchangeInfo.Parse(File.ReadAllText(path), path);

        Assert.Equal(
            new Instrument(Pair("BTC/USDT"), 0.00001m, 0.01m, 10), Assert.Single(rules.Of([Pair("BTC/USDT")])));
    }

    [Theory]
    [InlineData(0.123456789, "0.00001", "0.12345")]
    [InlineData(0.3, "0.1", "0.3")]
    [InlineData(0.29999999999999993, "0.1", "0.3")]
    [InlineData(0.2999999, "0.1", "0.2")]
    [InlineData(7, "5", "5")]
    [InlineData(0.00000001, "0.1", "0")]
    public void RoundDown_ToTheLot_LosesNoWholeLot(double quantity, string step, string expected)
    {
        System.Globalization.CultureInfo invariant = System.Globalization.CultureInfo.InvariantCulture;
        Instrument instrument = new(Pair("BTC/USDT"), decimal.Parse(step, invariant), 0, 0);

        Assert.Equal(decimal.Parse(expected, invariant), instrument.RoundDown(quantity));
    }

    private static Symbol Pair(string text)
    {
        Assert.True(Symbol.TryParse(text, out Symbol symbol));
        return symbol;
    }
}
