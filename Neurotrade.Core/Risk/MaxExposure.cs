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
    private readonly T share = T.CreateChecked(limit);

    public string Name => "max_exposure";

    public void Observe(ClosedTrade<T> trade)
    {
    }

    public RiskAction AtClose(in AccountAtClose<T> account) => RiskAction.None;

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account)
    {
        T left = share * account.Equity - account.PositionValue - account.UnfilledBudgets;
        return left <= T.Zero
            ? RiskOpinion.Refuse<T>("Positions and orders reach the exposure that is allowed.")
            : RiskOpinion.Allow(T.Min(budget, left));
    }
}
