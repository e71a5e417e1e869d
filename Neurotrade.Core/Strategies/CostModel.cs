namespace Neurotrade.Core.Strategies;

/// <summary>What trading costs: fees as fractions of notional, and slippage.</summary>
public sealed record CostModel
{
    public double MakerFee { get; init; } = 0.001;

    public double TakerFee { get; init; } = 0.001;

    public SlippageModel Slippage { get; init; } = new SlippageModel.Ratio(0);
}

/// <summary>How far a market fill lies from the open (contracts 4.1, 4.18).</summary>
public abstract record SlippageModel
{
    private SlippageModel()
    {
    }

    /// <summary>A fixed fraction of the price.</summary>
    public sealed record Ratio(double Fraction) : SlippageModel;

    /// <summary>Each bar takes at most <c>limit × volume</c>, at <c>impact × taken / volume</c> off the open.</summary>
    public sealed record VolumeShare(double Impact, double Limit) : SlippageModel;
}
