using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Risk;

/// <summary>
/// <c>stoploss_guard</c>: once <paramref name="count"/> stop or trailing exits of any symbol lie within a time, entries
/// are ignored at the closes of bars that open in [T, T + lock), T being the bar of the last of them.
/// </summary>
/// <param name="count">Exits that set it off, at least 1.</param>
/// <param name="withinMillis">How far back an exit counts: T − exit below this, by open times.</param>
/// <param name="lockMillis">How long entries are ignored.</param>
public sealed class StoplossLock<T>(int count, long withinMillis, long lockMillis) : IRiskRule<T>
    where T : struct, INumber<T>
{
    private readonly Queue<long> exits = new();
    private long lockedUntil = long.MinValue;
    private long lastExit = long.MinValue;

    public string Name => "stoploss_guard";

    public bool LooksAtEveryClose => false;

    public void Observe(ClosedTrade<T> trade)
    {
        if (trade.ExitReason is FillReason.StopLoss or FillReason.TrailingStop)
        {
            exits.Enqueue(trade.ExitMillis);
            lastExit = trade.ExitMillis;
        }
    }

    public RiskAction AtClose(in AccountAtClose<T> account)
    {
        if (lastExit != account.Millis)
        {
            return RiskAction.None;
        }

        while (account.Millis - exits.Peek() >= withinMillis)
        {
            exits.Dequeue();
        }

        if (exits.Count < count)
        {
            return RiskAction.None;
        }

        bool begins = lockedUntil <= account.Millis;
        lockedUntil = account.Millis + lockMillis;
        return begins ? RiskAction.DropEntries : RiskAction.None;
    }

    public RiskReading Read(in AccountAtClose<T> account)
    {
        int recent = 0;
        foreach (long exit in exits)
        {
            recent += account.Millis - exit < withinMillis ? 1 : 0;
        }

        return new RiskReading(recent, count, RiskUnit.Count);
    }

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account) => account.Millis < lockedUntil
        ? RiskOpinion.Refuse<T>("Too many stop exits in a short time: no entries for a while.")
        : RiskOpinion.Allow(budget);
}
