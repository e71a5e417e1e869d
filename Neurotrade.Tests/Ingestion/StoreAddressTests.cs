using Neurotrade.Core.Ingestion;

namespace Neurotrade.Tests.Ingestion;

// contracts 1: store:EXCHANGE/SYMBOL/TIMEFRAME.
public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("store:binance/BTC-USDT/1m")]
    [InlineData("store:binance/BTC/USDT/1m")]
    [InlineData("store:binance/btcusdt/1m")]
    public void TryParse_AnyWritingOfThePair_IsOneAddress(string text)
    {
        Assert.True(StoreAddress.TryParse(text, out StoreAddress address));
        Assert.Equal("store:binance/BTC-USDT/1m", address.ToString());
    }

    [Theory]
    [InlineData("store:../BTC-USDT/1m")]
    [InlineData("store:binance/BTC-USDT")]
    [InlineData("store:binance/../1m")]
    [InlineData("store:Binance/BTC-USDT/1m")]
    [InlineData("store:binance/BTC-USDT/7m")]
    [InlineData("store:/BTC-USDT/1m")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(StoreAddress.TryParse(text, out _));
}
