using System.Collections.Frozen;
using System.Collections.Immutable;
using Neurotrade.Core.Features.Indicators.Levels;
using Neurotrade.Core.Features.Indicators.Momentum;
using Neurotrade.Core.Features.Indicators.MovingAverages;
using Neurotrade.Core.Features.Indicators.Oscillators;
using Neurotrade.Core.Features.Indicators.Patterns;
using Neurotrade.Core.Features.Indicators.Statistics;
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
        FractalChaosBands.Definition,
        PivotPoints.Definition,
        WilliamsFractal.Definition,
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
        HilbertTrendline.Definition,
        HullMovingAverage.Definition,
        KaufmanMovingAverage.Definition,
        McGinleyDynamic.Definition,
        MesaAdaptiveAverage.Definition,
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
        DeMarker.Definition,
        DetrendedPrice.Definition,
        FisherTransform.Definition,
        GatorOscillator.Definition,
        IntradayMomentum.Definition,
        LaguerreRsi.Definition,
        RelativeStrengthIndex.Definition,
        RelativeVigor.Definition,
        SchaffTrendCycle.Definition,
        Stochastic.Definition,
        StochasticMomentum.Definition,
        StochasticRsi.Definition,
        UltimateOscillator.Definition,
        WilliamsR.Definition,
        Doji.Definition,
        Marubozu.Definition,
        AutoCorrelation.Definition,
        Beta.Definition,
        Correlation.Definition,
        Entropy.Definition,
        ForecastOscillator.Definition,
        HurstExponent.Definition,
        Kurtosis.Definition,
        MedianClose.Definition,
        PercentRank.Definition,
        Quantile.Definition,
        RegressionAngle.Definition,
        RegressionForecast.Definition,
        RegressionSlope.Definition,
        RegressionStart.Definition,
        Skewness.Definition,
        StandardError.Definition,
        StandardScore.Definition,
        Variance.Definition,
        VolumeCorrelation.Definition,
        Aroon.Definition,
        AverageTrueRangeStop.Definition,
        ChandelierExit.Definition,
        ChoppinessIndex.Definition,
        DirectionalIndex.Definition,
        DirectionalMovement.Definition,
        DirectionalMovementRating.Definition,
        DirectionalSums.Definition,
        EfficiencyRatio.Definition,
        HeikinAshi.Definition,
        HilbertDominantPhase.Definition,
        HilbertPeriod.Definition,
        HilbertPhasor.Definition,
        HilbertSine.Definition,
        HilbertTrendMode.Definition,
        Ichimoku.Definition,
        MassIndex.Definition,
        ParabolicSar.Definition,
        QuantitativeStick.Definition,
        Renko.Definition,
        SuperTrend.Definition,
        VerticalHorizontalFilter.Definition,
        VolatilityStop.Definition,
        Vortex.Definition,
        AccelerationBands.Definition,
        AverageEnvelope.Definition,
        AverageTrueRange.Definition,
        BollingerBands.Definition,
        ChaikinVolatility.Definition,
        DonchianChannel.Definition,
        GarmanKlassVolatility.Definition,
        HistoricalVolatility.Definition,
        KeltnerChannel.Definition,
        NormalizedTrueRange.Definition,
        ParkinsonVolatility.Definition,
        RegressionChannel.Definition,
        RogersSatchellVolatility.Definition,
        StandardDeviation.Definition,
        StollerBands.Definition,
        TrueRangeOfBar.Definition,
        UlcerIndex.Definition,
        YangZhangVolatility.Definition,
        AccumulationDistribution.Definition,
        ChaikinMoneyFlow.Definition,
        ChaikinOscillator.Definition,
        EaseOfMovement.Definition,
        ForceIndex.Definition,
        KlingerOscillator.Definition,
        MarketFacilitation.Definition,
        MoneyFlowIndex.Definition,
        NegativeVolumeIndex.Definition,
        OnBalanceVolume.Definition,
        PercentageVolumeOscillator.Definition,
        PositiveVolumeIndex.Definition,
        PriceVolumeTrend.Definition,
        VolumeAverage.Definition,
        VolumeOscillator.Definition,
        VolumeWeightedBands.Definition,
        VolumeWeightedPrice.Definition,
        WilliamsAccumulation.Definition,
        .. CandlePatterns.Definitions,
        .. PivotDefinitions.Definitions,
    ]);

    private static readonly FrozenDictionary<string, IndicatorDefinition> ByName =
        All.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>Why a name that people look for is no indicator, and what to take instead; null for other names (contracts 4.9).</summary>
    public static string? WhyNot(string name) => name is not ("zigzag" or "zig_zag" or "chikou")
        ? null
        : name == "chikou"
            ? "it is the close drawn back in time, which no earlier bar can know: charts draw it, rules cannot use it; compare close with close[26]"
            : "it moves its last points after the fact, which no bar can know in time: charts draw it, rules cannot use it; "
                + "take pivots or williams_fractal, which tell a turn once it is known";

    /// <summary>The definition of that name, or null.</summary>
    public static IndicatorDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static ImmutableArray<IndicatorDefinition> Sorted(IndicatorDefinition[] definitions) =>
    [
        .. definitions.OrderBy(d => d.Group, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal),
    ];
}
