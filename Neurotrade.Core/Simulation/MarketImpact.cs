using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>How much of a market order a bar takes, and at which price (contracts 4.1, 4.18).</summary>
internal readonly struct MarketImpact<T>(SlippageModel model)
    where T : struct, INumber<T>
{
    // A bar that takes all but a double's rounding takes all: no order lives on for the last bit of its quantity.
    private static readonly T AlmostAll = T.CreateChecked(1 - 1e-12);

    private readonly double ratio = model is SlippageModel.Ratio fixedRatio ? fixedRatio.Fraction : 0;
    private readonly double impact = model is SlippageModel.VolumeShare share ? share.Impact : 0;
    private readonly double limit = model is SlippageModel.VolumeShare share ? share.Limit : 0;

    /// <summary>Whether bars take only a share of their volume.</summary>
    public bool IsByVolume { get; } = model is SlippageModel.VolumeShare;

    /// <summary>The most that a buy can be off the open: what sizing reckons with.</summary>
    public double WorstBuyPrice(double open) => FillArithmetic.BuyPrice(open, IsByVolume ? impact * limit : ratio);

    /// <summary>How much of a quantity a bar of that volume takes.</summary>
    public T Taken(T quantity, double volume)
    {
        if (!IsByVolume)
        {
            return quantity;
        }

        T most = T.CreateChecked(limit) * T.CreateChecked(volume);
        return most >= quantity * AlmostAll ? quantity : most;
    }

    /// <summary>Whether a part is less than the whole by more than a double's rounding.</summary>
    public static bool IsLess(T part, T whole) => part < whole * AlmostAll;

    public double BuyPrice(double open, T taken, double volume) =>
        FillArithmetic.BuyPrice(open, SlippageOf(taken, volume));

    public double SellPrice(double price, T taken, double volume) =>
        FillArithmetic.SellPrice(price, SlippageOf(taken, volume));

    private double SlippageOf(T taken, double volume) =>
        IsByVolume ? impact * double.CreateChecked(taken) / volume : ratio;
}
