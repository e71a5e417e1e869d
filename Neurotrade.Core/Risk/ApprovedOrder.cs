using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Risk;

/// <summary>An entry that every risk rule has let pass. Only <see cref="Check"/> can make one.</summary>
public sealed record ApprovedOrder<T>
    where T : struct, INumber<T>
{
    private ApprovedOrder(EntryIntent<T> intent, T budget) =>
        (Intent, Budget, IsCapped) = (intent, budget, budget < intent.Budget);

    public EntryIntent<T> Intent { get; }

    /// <summary>What it may spend, quote currency: the intent's budget, or less where a rule caps it.</summary>
    public T Budget { get; }

    /// <summary>Whether a rule allowed less than was asked for.</summary>
    public bool IsCapped { get; }

    /// <summary>The quantity at a price with that much free cash.</summary>
    public T Quantity(T price, T freeCash, T feeRate) =>
        Intent.Size.Quantity(price, IsCapped ? T.Min(Budget, freeCash) : freeCash, feeRate);

    /// <summary>The risk check: asks every rule, in order, and is the only maker of approved orders.</summary>
    public sealed class Check(ImmutableArray<IRiskRule<T>> rules)
    {
        /// <summary>Whether any close may set a rule off, as prices move the equity.</summary>
        public bool LooksAtEveryClose
        {
            get
            {
                foreach (IRiskRule<T> rule in rules)
                {
                    if (rule.LooksAtEveryClose)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        /// <summary>Takes a trade that has just closed.</summary>
        public void Observe(ClosedTrade<T> trade)
        {
            foreach (IRiskRule<T> rule in rules)
            {
                rule.Observe(trade);
            }
        }

        /// <summary>Takes the account at a close; the strongest of what its rules set off.</summary>
        public RiskAction AtClose(in AccountAtClose<T> account)
        {
            RiskAction strongest = RiskAction.None;
            foreach (IRiskRule<T> rule in rules)
            {
                RiskAction action = rule.AtClose(account);
                strongest = action > strongest ? action : strongest;
            }

            return strongest;
        }

        /// <summary>Approves the intent, or refuses it with the first rule that objects.</summary>
        public Ruling<T> Review(EntryIntent<T> intent, in AccountAtClose<T> account)
        {
            T budget = intent.Budget;
            foreach (IRiskRule<T> rule in rules)
            {
                RiskOpinion<T> opinion = rule.Ask(budget, account);
                if (opinion.Refusal is not null)
                {
                    return new Ruling<T>.Refused(intent, rule.Name, opinion.Refusal);
                }

                budget = opinion.Budget;
            }

            return new Ruling<T>.Approved(new ApprovedOrder<T>(intent, budget));
        }

        /// <summary>Every rule's word on a budget, those behind the first refusal too. Changes nothing.</summary>
        public ImmutableArray<RiskStanding> Explain(T budget, in AccountAtClose<T> account)
        {
            ImmutableArray<RiskStanding>.Builder standings = ImmutableArray.CreateBuilder<RiskStanding>(rules.Length);
            foreach (IRiskRule<T> rule in rules)
            {
                RiskOpinion<T> opinion = rule.Ask(budget, account);
                bool isCapped = opinion.Refusal is null && opinion.Budget < budget;
                standings.Add(new RiskStanding(rule.Name, rule.Read(account), opinion.Refusal, isCapped));
                budget = opinion.Refusal is null ? opinion.Budget : budget;
            }

            return standings.MoveToImmutable();
        }
    }
}
