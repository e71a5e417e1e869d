using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>How much of a market order a bar takes, and at which price (contracts 4.1, 4.18).</summary>
internal readonly struct MarketImpact<T>(SlippageModel model)
    where T : struct, INumber<T>
{
    private readonly double ratio = model is SlippageModel.Ratio fixedRatio ? fixedRatio.Fraction : 0;
    private readonly double impact = model is SlippageModel.VolumeShare share ? share.Impact : 0;
    private readonly double limit = model is SlippageModel.VolumeShare share ? share.Limit : 0;

    /// <summary>Whether bars take only a share of their volume.</summary>
    public bool IsByVolume { get; } = model is SlippageModel.VolumeShare;

    /// <summary>The most that a buy can be off the open: what sizing reckons with.</summary>
    public double WorstBuyPrice(double open) => FillArithmetic.BuyPrice(open, IsByVolume ? impact * limit : ratio);

    /// <summary>How much of a quantity a bar of that volume takes.</summary>
    public T Taken(T quantity, double volume) =>
        IsByVolume ? T.Min(quantity, T.CreateChecked(limit) * T.CreateChecked(volume)) : quantity;

    public double BuyPrice(double open, T taken, double volume) =>
        FillArithmetic.BuyPrice(open, SlippageOf(taken, volume));

    public double SellPrice(double price, T taken, double volume) =>
        FillArithmetic.SellPrice(price, SlippageOf(taken, volume));

    private double SlippageOf(T taken, double volume) =>
        IsByVolume ? impact * double.CreateChecked(taken) / volume : ratio;
}
