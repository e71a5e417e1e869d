using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

public sealed class KlineTests
{
    [Fact]
    public void TryRead_OfACandle_NamesEveryPlace()
    {
        byte[] json = Encoding.UTF8.GetBytes("""[[60000,"1.10","1.9","1.00","1.5","20",119999,"22",23,"24","25","99"]]""");

        Assert.True(Wire.TryRead(json, BinanceJson.Default.Klines, out ImmutableArray<Kline> klines, out _));

        var expected = new Kline(
            OpenMillis: 60000, Open: 1.1m, High: 1.9m, Low: 1m, Close: 1.5m, Volume: 20m, CloseMillis: 119999, QuoteVolume: 22m,
            Trades: 23, TakerBaseVolume: 24m, TakerQuoteVolume: 25m);
        Assert.Equal([expected], klines);
        Assert.Equal(new Candle(60000, 1.1, 1.9, 1, 1.5, 20), klines[0].ToCandle());
    }

    [Fact]
    public void Nearest_OfAnyQuotedNumber_IsTheDoubleThatAFileGives()
    {
        const int seed = 7;
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            decimal value = new(random.Next(), random.Next(), random.Next(1 << 24), false, (byte)random.Next(0, 19));
            string text = value.ToString(CultureInfo.InvariantCulture);

            Assert.True(DecimalText.TryParse(Encoding.ASCII.GetBytes(text), out double fromFile));
            Assert.True(fromFile.Equals(Kline.Nearest(value)), $"{text}, seed {seed}");
        }
    }
}
