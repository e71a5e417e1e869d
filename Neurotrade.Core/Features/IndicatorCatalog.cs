using System.Collections.Frozen;
using System.Collections.Immutable;
using Neurotrade.Core.Features.Indicators.Momentum;
using Neurotrade.Core.Features.Indicators.MovingAverages;
using Neurotrade.Core.Features.Indicators.Oscillators;
using Neurotrade.Core.Features.Indicators.Trend;
using Neurotrade.Core.Features.Indicators.Volatility;
using Neurotrade.Core.Features.Indicators.Volume;

namespace Neurotrade.Core.Features;

/// <summary>Every indicator there is, by name.</summary>
public static class IndicatorCatalog
{
    /// <summary>All definitions, by group and then by name.</summary>
    public static ImmutableArray<IndicatorDefinition> All { get; } = Sorted(
    [
        MovingAverageConvergence.Definition,
        PercentagePriceOscillator.Definition,
        PriceMomentum.Definition,
        RateOfChange.Definition,
        TripleExponentialChange.Definition,
        TrueStrengthIndex.Definition,
        ArnaudLegouxMovingAverage.Definition,
        DoubleExponentialMovingAverage.Definition,
        ExponentialMovingAverage.Definition,
        HullMovingAverage.Definition,
        KaufmanMovingAverage.Definition,
        SimpleMovingAverage.Definition,
        SmoothedMovingAverage.Definition,
        TillsonMovingAverage.Definition,
        TripleExponentialMovingAverage.Definition,
        VolumeWeightedMovingAverage.Definition,
        WeightedMovingAverage.Definition,
        ChandeMomentum.Definition,
        CommodityChannelIndex.Definition,
        DetrendedPrice.Definition,
        FisherTransform.Definition,
        RelativeStrengthIndex.Definition,
        Stochastic.Definition,
        StochasticRsi.Definition,
        UltimateOscillator.Definition,
        WilliamsR.Definition,
        Aroon.Definition,
        DirectionalMovement.Definition,
        HeikinAshi.Definition,
        Ichimoku.Definition,
        ParabolicSar.Definition,
        SuperTrend.Definition,
        Vortex.Definition,
        AverageTrueRange.Definition,
        BollingerBands.Definition,
        DonchianChannel.Definition,
        KeltnerChannel.Definition,
        StandardDeviation.Definition,
        UlcerIndex.Definition,
        AccumulationDistribution.Definition,
        ChaikinMoneyFlow.Definition,
        MoneyFlowIndex.Definition,
        OnBalanceVolume.Definition,
        PercentageVolumeOscillator.Definition,
        VolumeWeightedPrice.Definition,
    ]);

    private static readonly FrozenDictionary<string, IndicatorDefinition> ByName =
        All.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>The definition of that name, or null.</summary>
    public static IndicatorDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static ImmutableArray<IndicatorDefinition> Sorted(IndicatorDefinition[] definitions) =>
    [
        .. definitions.OrderBy(d => d.Group, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal),
    ];
}
