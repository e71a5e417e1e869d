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
        AbsolutePriceOscillator.Definition,
        CoppockCurve.Definition,
        ElderRay.Definition,
        KnowSureThing.Definition,
        MovingAverageConvergence.Definition,
        PercentagePriceOscillator.Definition,
        PriceMomentum.Definition,
        PriceMomentumOscillator.Definition,
        RateOfChange.Definition,
        RateOfChangeBands.Definition,
        RateOfChangeRatio.Definition,
        TripleExponentialChange.Definition,
        TrueStrengthIndex.Definition,
        Alligator.Definition,
        ArnaudLegouxMovingAverage.Definition,
        DoubleExponentialMovingAverage.Definition,
        EndPointMovingAverage.Definition,
        ExponentialMovingAverage.Definition,
        HullMovingAverage.Definition,
        KaufmanMovingAverage.Definition,
        McGinleyDynamic.Definition,
        MidPoint.Definition,
        MovingAverageAnalysis.Definition,
        SimpleMovingAverage.Definition,
        SmoothedMovingAverage.Definition,
        TillsonMovingAverage.Definition,
        TriangularMovingAverage.Definition,
        TripleExponentialMovingAverage.Definition,
        VariableIndexAverage.Definition,
        VolumeWeightedMovingAverage.Definition,
        WeightedMovingAverage.Definition,
        ZeroLagMovingAverage.Definition,
        AcceleratorOscillator.Definition,
        AwesomeOscillator.Definition,
        BalanceOfPower.Definition,
        ChandeMomentum.Definition,
        CommodityChannelIndex.Definition,
        ConnorsRsi.Definition,
        DetrendedPrice.Definition,
        FisherTransform.Definition,
        GatorOscillator.Definition,
        RelativeStrengthIndex.Definition,
        SchaffTrendCycle.Definition,
        Stochastic.Definition,
        StochasticMomentum.Definition,
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
