using System.Collections.Immutable;
using System.Text;
using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

/// <summary>
/// Letters to names: each message has another value in every field, so that no two can be mistaken for each other.
/// </summary>
public sealed class StreamEventTests
{
    [Fact]
    public void TryRead_OfATrade_NamesEveryField() => Assert.Equal(
        new TradeEvent(
            EventMillis: 11, Symbol: "ETHBTC", TradeId: 12, Price: 1.30m, Quantity: 1.4m, TimeMillis: 15, IsBuyerMaker: true,
            IsBestMatch: false, BuyerOrderId: 16, SellerOrderId: 17),
        Read("""{"e":"trade","E":11,"s":"ETHBTC","t":12,"p":"1.30","q":"1.4","T":15,"m":true,"M":false,"b":16,"a":17}"""));

    [Fact]
    public void TryRead_OfAnAggregateTrade_NamesEveryField() => Assert.Equal(
        new AggregateTradeEvent(
            EventMillis: 11, Symbol: "ETHBTC", AggregateId: 12, Price: 1.3m, Quantity: 1.4m, FirstTradeId: 15, LastTradeId: 16,
            TimeMillis: 17, IsBuyerMaker: false, IsBestMatch: true),
        Read("""{"e":"aggTrade","E":11,"s":"ETHBTC","a":12,"p":"1.3","q":"1.4","f":15,"l":16,"T":17,"m":false,"M":true}"""));

    [Fact]
    public void TryRead_OfACandle_NamesEveryField() => Assert.Equal(
        new KlineEvent(
            EventMillis: 11,
            Symbol: "ETHBTC",
            new StreamKline(
                OpenMillis: 12, CloseMillis: 13, Interval: "1m", FirstTradeId: 14, LastTradeId: 15, Open: 1.6m, High: 1.9m,
                Low: 1.5m, Close: 1.7m, Volume: 20m, Trades: 21, IsClosed: true, QuoteVolume: 22m, TakerBaseVolume: 23m,
                TakerQuoteVolume: 24m)),
        Read("""
            {"e":"kline","E":11,"s":"ETHBTC","k":{"t":12,"T":13,"s":"ETHBTC","i":"1m","f":14,"L":15,"o":"1.6","c":"1.7",
             "h":"1.9","l":"1.5","v":"20","n":21,"x":true,"q":"22","V":"23","Q":"24","B":"99"}}
            """));

    [Fact]
    public void TryRead_OfTheBestPrices_NamesEveryField() => Assert.Equal(
        new BookTickerEvent(UpdateId: 11, Symbol: "ETHBTC", BidPrice: 1.2m, BidQuantity: 1.3m, AskPrice: 1.4m, AskQuantity: 1.5m),
        Read("""{"u":11,"s":"ETHBTC","b":"1.2","B":"1.3","a":"1.4","A":"1.5"}"""));

    [Fact]
    public void TryRead_OfADaysStatistics_NamesEveryField() => Assert.Equal(
        new TickerEvent(
            EventMillis: 11, Symbol: "ETHBTC", PriceChange: -12m, PriceChangePercent: 13m, WeightedAverage: 14m, PreviousClose: 15m,
            Close: 16m, LastQuantity: 17m, BidPrice: 18m, BidQuantity: 19m, AskPrice: 20m, AskQuantity: 21m, Open: 22m, High: 23m,
            Low: 24m, Volume: 25m, QuoteVolume: 26m, OpenMillis: 27, CloseMillis: 28, FirstTradeId: 29, LastTradeId: 30, Trades: 31),
        Read("""
            {"e":"24hrTicker","E":11,"s":"ETHBTC","p":"-12","P":"13","w":"14","x":"15","c":"16","Q":"17","b":"18","B":"19","a":"20",
             "A":"21","o":"22","h":"23","l":"24","v":"25","q":"26","O":27,"C":28,"F":29,"L":30,"n":31}
            """));

    [Fact]
    public void TryRead_OfAChangeOfTheBook_NamesEveryField()
    {
        var update = Assert.IsType<DepthUpdateEvent>(
            Read("""{"e":"depthUpdate","E":11,"s":"ETHBTC","U":12,"u":13,"b":[["1.4","15"],["1.3","0"]],"a":[["1.6","17"]]}"""));

        Assert.Equal((11, "ETHBTC", 12, 13), (update.EventMillis, update.Symbol, update.FirstUpdateId, update.LastUpdateId));
        Assert.Equal([new PriceLevel(1.4m, 15m), new PriceLevel(1.3m, 0m)], update.Bids);
        Assert.Equal([new PriceLevel(1.6m, 17m)], update.Asks);
    }

    [Fact]
    public void TryRead_OfAReportOfAnOrder_NamesEveryField() => Assert.Equal(
        new ExecutionReport(
            EventMillis: 11, Symbol: "ETHBTC", ClientOrderId: "c1", Side: "BUY", OrderType: "LIMIT", TimeInForce: "GTC",
            Quantity: 12m, Price: 13m, StopPrice: 14m, OriginalClientOrderId: "c0", ExecutionType: "TRADE",
            OrderStatus: "PARTIALLY_FILLED", RejectReason: "NONE", OrderId: 17, LastQuantity: 18m, CumulativeQuantity: 19m,
            LastPrice: 20m, Commission: 0.0021m, TransactionMillis: 22, TradeId: 23, IsOnBook: false, IsMaker: true,
            CreatedMillis: 26, CumulativeQuote: 27m, CommissionAsset: "BNB", IcebergQuantity: 15m, OrderListId: 16,
            ExecutionId: 24, IsBestMatch: false, LastQuote: 28m, QuoteOrderQuantity: 29m, WorkingMillis: 30,
            SelfTradePreventionMode: "NONE"),
        Read("""
            {"e":"executionReport","E":11,"s":"ETHBTC","c":"c1","S":"BUY","o":"LIMIT","f":"GTC","q":"12","p":"13","P":"14","F":"15",
             "g":16,"C":"c0","x":"TRADE","X":"PARTIALLY_FILLED","r":"NONE","i":17,"l":"18","z":"19","L":"20","n":"0.0021","N":"BNB",
             "T":22,"t":23,"I":24,"w":false,"m":true,"M":false,"O":26,"Z":"27","Y":"28","Q":"29","W":30,"V":"NONE","future":[1]}
            """));

    [Fact]
    public void TryReadAll_OfAListOfEvents_ReadsEach()
    {
        const string one = """{"e":"24hrMiniTicker","E":11,"s":"ETHBTC","c":"12","o":"13","h":"14","l":"10","v":"16","q":"17"}""";

        Assert.True(StreamEvents.TryReadAll(Encoding.UTF8.GetBytes($"[{one},{one}]"), out ImmutableArray<StreamEvent> found, out _));
        Assert.False(StreamEvents.TryReadAll(Encoding.UTF8.GetBytes($"[{one},7]"), out _, out WireProblem? problem));

        var expected = new MiniTickerEvent(
            EventMillis: 11, Symbol: "ETHBTC", Close: 12m, Open: 13m, High: 14m, Low: 10m, Volume: 16m, QuoteVolume: 17m);
        Assert.Equal([expected, expected], found);
        Assert.Equal(WireFault.WrongShape, problem.Fault);
    }

    [Fact]
    public void TryRead_OfAKindThatIsNew_IsNoError() =>
        Assert.Equal(new UnknownEvent("newsFlash"), Read("""{"e":"newsFlash","E":1,"x":{}}"""));

    // Fault F56: refused before anything believes it.
    [Theory]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"p":"0","q":"1","T":1,"m":true}""")]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"p":"1","q":"-1","T":1,"m":true}""")]
    [InlineData("""{"u":1,"s":"A","b":"2","B":"1","a":"2","A":"1"}""")]
    [InlineData("""{"u":1,"s":"A","b":"-2","B":"1","a":"2","A":"1"}""")]
    [InlineData("""{"lastUpdateId":1,"bids":[["3","1"]],"asks":[["2","1"]]}""")]
    [InlineData("""{"e":"depthUpdate","E":1,"s":"A","U":1,"u":2,"b":[["0","1"]],"a":[]}""")]
    [InlineData("""{"e":"depthUpdate","E":1,"s":"A","U":3,"u":2,"b":[],"a":[]}""")]
    public void TryRead_OfWhatNoMarketHas_IsRefused(string json)
    {
        Assert.False(StreamEvents.TryRead(Encoding.UTF8.GetBytes(json), out StreamEvent? found, out WireProblem? problem));
        Assert.Null(found);
        Assert.Equal(WireFault.Impossible, problem.Fault);
    }

    [Theory]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"p":"1e3","q":"1","T":1,"m":true}""", WireFault.WrongShape)]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"p":"NaN","q":"1","T":1,"m":true}""", WireFault.WrongShape)]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"p":"1.00000000000000000000000000001","q":"1","T":1,"m":true}""", WireFault.WrongShape)]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":1,"q":"1","T":1,"m":true}""", WireFault.WrongShape)]
    [InlineData("""{"e":"trade","E":1,"s":null,"t":1,"p":"1","q":"1","T":1,"m":true}""", WireFault.WrongShape)]
    [InlineData("""{"e":7}""", WireFault.WrongShape)]
    [InlineData("{}", WireFault.WrongShape)]
    [InlineData("<html>", WireFault.NotJson)]
    [InlineData("", WireFault.NotJson)]
    public void TryRead_OfAnotherShape_IsNamed(string json, WireFault fault)
    {
        Assert.False(StreamEvents.TryRead(Encoding.UTF8.GetBytes(json), out _, out WireProblem? problem));
        Assert.Equal(fault, problem.Fault);
        Assert.NotEmpty(problem.What);
    }

    [Fact]
    public void TryRead_OfNestingWithoutEnd_IsRefused()
    {
        byte[] deep = Encoding.UTF8.GetBytes("{\"e\":\"trade\",\"x\":" + new string('[', 100_000));

        Assert.False(StreamEvents.TryRead(deep, out _, out WireProblem? problem));
        Assert.Equal(WireFault.NotJson, problem.Fault);
    }

    private static StreamEvent Read(string json)
    {
        Assert.True(StreamEvents.TryRead(Encoding.UTF8.GetBytes(json), out StreamEvent? found, out WireProblem? problem), problem?.ToString());
        return found;
    }
}
