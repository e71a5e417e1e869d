using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Features;

public sealed class FeatureCacheTests
{
    private static readonly CandleSeries Bars = GeneratedMarket.Make(
        Symbol.TryParse("BTC/USDT", out Symbol symbol) ? symbol : default, Timeframe.Hour,
        Instant.FromDate(2024, 1, 1), Instant.FromDate(2024, 3, 1), cancellation: TestContext.Current.CancellationToken);

    [Fact]
    public void Frame_FromWhatIsKept_IsTheFrameComputedAfresh()
    {
        var cache = new FeatureCache(Bars);
        for (int seed = 0; seed < 40; seed++)
        {
            ImmutableArray<IndicatorInstance> instances = Instances(new Random(seed));

            FeatureFrame kept = cache.Compute(instances);

            FeatureFrame fresh = FeatureFrame.Compute(Bars, instances);
            for (int i = 0; i < instances.Length; i++)
            {
                for (int output = 0; output < instances[i].Definition.Outputs.Length; output++)
                {
                    // Bit for bit: NaN equals NaN.
                    Assert.True(kept.Column(i, output).SequenceEqual(fresh.Column(i, output)), $"seed {seed}, {instances[i]}");
                }
            }
        }
    }

    [Fact]
    public void Cache_ComputesOnlyWhatHasChanged()
    {
        var cache = new FeatureCache(Bars);
        cache.Compute([Of("ema", 10), Of("ema", 50), Of("rsi", 14)]);
        Assert.Equal(3, cache.Computed);

        cache.Compute([Of("ema", 11), Of("ema", 50), Of("rsi", 14)]);
        Assert.Equal(4, cache.Computed);

        // Back again, and the same indicator over another timeframe.
        cache.Compute([Of("ema", 10), Of("ema", 50), Of("rsi", 14)]);
        cache.Compute([Of("ema", 10) with { Timeframe = Timeframe.Day }, Of("ema", 10)]);
        Assert.Equal(5, cache.Computed);
    }

    [Fact]
    public void Cache_WithTooManyValues_ForgetsWhatWasAskedForLeastLately()
    {
        var cache = new FeatureCache(Bars, 3L * Bars.Count);
        for (int period = 2; period <= 6; period++)
        {
            cache.Compute([Of("ema", period)]);
        }

        Assert.Equal(5, cache.Computed);
        cache.Compute([Of("ema", 4), Of("ema", 5), Of("ema", 6)]);
        Assert.Equal(5, cache.Computed);
        cache.Compute([Of("ema", 2)]);
        Assert.Equal(6, cache.Computed);
    }

    private static IndicatorInstance Of(string name, int period) =>
        new(name, IndicatorCatalog.Find(name)!, [period], null);

    private static ImmutableArray<IndicatorInstance> Instances(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Of(random.Next(3) switch { 0 => "ema", 1 => "sma", _ => "rsi" }, random.Next(2, 6))
            with { Timeframe = random.Next(3) == 0 ? Timeframe.Day : null }),
    ];
}
