using System.Numerics;
using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Risk;

/// <summary>
/// Caps the sum over all symbols: a new budget is at most limit × equity − value of positions − budgets of orders not
/// yet filled.
/// </summary>
public sealed class MaxExposure<T>(double limit) : IRiskRule<T>
    where T : struct, INumber<T>
{
    // Two amounts that are equal but for a double's rounding are equal: a size by risk would jump by its fee otherwise.
    private static readonly T Equal = T.CreateChecked(1 - 1e-12);

    private readonly T share = T.CreateChecked(limit);

    public string Name => "max_exposure";

    public bool LooksAtEveryClose => false;

    public void Observe(ClosedTrade<T> trade)
    {
    }

    public RiskAction AtClose(in AccountAtClose<T> account) => RiskAction.None;

    public RiskReading Read(in AccountAtClose<T> account) => new(
        account.Equity > T.Zero
            ? double.CreateChecked((account.PositionValue + account.UnfilledBudgets) / account.Equity)
            : double.NaN,
        limit,
        RiskUnit.Share);

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account)
    {
        T left = share * account.Equity - account.PositionValue - account.UnfilledBudgets;
        return left <= T.Zero
            ? RiskOpinion.Refuse<T>("Positions and orders reach the exposure that is allowed.")
            : RiskOpinion.Allow(left < budget * Equal ? left : budget);
    }
}
