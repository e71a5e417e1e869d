using System.Numerics;
using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Risk;

/// <summary>How many symbols at once may have a position or an entry order not yet filled.</summary>
public sealed class MaxPositions<T>(int limit) : IRiskRule<T>
    where T : struct, INumber<T>
{
    public string Name => "max_positions";

    public bool LooksAtEveryClose => false;

    public void Observe(ClosedTrade<T> trade)
    {
    }

    public RiskAction AtClose(in AccountAtClose<T> account) => RiskAction.None;

    public RiskReading Read(in AccountAtClose<T> account) => new(account.SymbolsTaken, limit, RiskUnit.Count);

    public RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account) => account.SymbolsTaken >= limit
        ? RiskOpinion.Refuse<T>("As many positions and orders as are allowed at once.")
        : RiskOpinion.Allow(budget);
}
