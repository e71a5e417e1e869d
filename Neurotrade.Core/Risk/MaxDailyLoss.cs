using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Risk;

/// <summary>
/// Halts until 00:00 UTC once equity lies so far below the day's first, which is that at the close of the first bar
/// whose open lies in the day.
/// </summary>
public sealed class MaxDailyLoss<T>(LossLimit limit) : IRiskRule<T>
    where T : struct, INumber<T>
{
    private readonly T share = T.CreateChecked(limit.Limit);
    private long day = long.MinValue;
    private T first;
    private bool isHalted;

    public string Name => "max_daily_loss";

    public bool LooksAtEveryClose => !isHalted;

    public void Observe(ClosedTrade<T> trade)
    {
    }

    public RiskAction AtClose(in AccountAtClose<T> account)
    {
        long today = new Instant(account.Millis).Day;
        if (today != day)
        {
            (day, first, isHalted) = (today, account.Equity, false);
        }

        if (isHalted || first <= T.Zero || Loss(account) < share)
        {
            return RiskAction.None;
        }

        isHalted = true;
        return LossActions.ToRiskAction(limit.Action);
    }

    public RiskReading Read(in AccountAtClose<T> account) => new(
        first > T.Zero ? double.CreateChecked(Loss(account)) : double.NaN, limit.Limit, RiskUnit.Share);

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account) => isHalted
        ? RiskOpinion.Refuse<T>("The day's loss reached the limit: no entries until 00:00 UTC.")
        : RiskOpinion.Allow(budget);

    private T Loss(in AccountAtClose<T> account) => (first - account.Equity) / first;
}
