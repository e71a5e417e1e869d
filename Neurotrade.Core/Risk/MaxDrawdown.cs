using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Risk;

/// <summary>Halts for the rest of the run once equity lies so far below its peak; the peak starts at the capital.</summary>
public sealed class MaxDrawdown<T>(LossLimit limit, T capital) : IRiskRule<T>
    where T : struct, INumber<T>
{
    private readonly T share = T.CreateChecked(limit.Limit);
    private T peak = capital;
    private bool isHalted;

    public string Name => "max_drawdown";

    public bool LooksAtEveryClose => !isHalted;

    public void Observe(ClosedTrade<T> trade)
    {
    }

    public RiskAction AtClose(in AccountAtClose<T> account)
    {
        peak = T.Max(peak, account.Equity);
        if (isHalted || Fall(account) < share)
        {
            return RiskAction.None;
        }

        isHalted = true;
        return LossActions.ToRiskAction(limit.Action);
    }

    public RiskReading Read(in AccountAtClose<T> account) =>
        new(double.CreateChecked(Fall(account)), limit.Limit, RiskUnit.Share);

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account) => isHalted
        ? RiskOpinion.Refuse<T>("Equity fell below its peak by the limit: no entries for the rest of the run.")
        : RiskOpinion.Allow(budget);

    private T Fall(in AccountAtClose<T> account) => (peak - account.Equity) / peak;
}
