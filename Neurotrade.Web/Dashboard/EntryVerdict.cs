using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Dashboard;

/// <summary>One risk rule at a close: value, limit, and whether an entry passes.</summary>
/// <param name="Rule">Its name in strategy files.</param>
/// <param name="Reading">The value now, of the limit.</param>
/// <param name="Passes">Whether it lets an entry pass.</param>
/// <param name="Note">Why not, or that it allows less; null where there is nothing to say.</param>
public sealed record RuleVerdict(string Rule, string Reading, bool Passes, string? Note);

/// <summary>What the kernel makes of an entry at one close, in words: what stands before it, how it is sized, what came of it.</summary>
/// <param name="Word">The outcome.</param>
/// <param name="Truth">True: it passes; false: it does not; unknown: nobody would ask.</param>
/// <param name="Rules">Each risk rule's word.</param>
/// <param name="Size">Names and figures of the size.</param>
/// <param name="Orders">What the close asked of the exchange, and what came of it.</param>
public sealed record EntryVerdict(
    string Word,
    Truth Truth,
    ImmutableArray<RuleVerdict> Rules,
    ImmutableArray<(string Name, string Value)> Size,
    ImmutableArray<string> Orders)
{
    /// <summary>Puts a review of a run's bar into words.</summary>
    public static EntryVerdict Of(OpenRun run, int symbol, CloseReview<double> review)
    {
        EntryReview<double> entry = review.Entry;
        CandleSeries bars = run.Bars[symbol];
        (string word, Truth truth) = entry.Outcome switch
        {
            EntryOutcome<double>.Taken => ("one position a symbol: it is taken", Truth.Unknown),
            EntryOutcome<double>.CoolingDown cooling => ($"cooling down until {TimeAt(bars, cooling.UntilBar)}", Truth.False),
            EntryOutcome<double>.WithoutAtr => ("no order: the average true range is missing", Truth.False),
            EntryOutcome<double>.Refused refused => ($"refused by {refused.Ruling.Rule}", Truth.False),
            EntryOutcome<double>.BelowMinimum => ("no order: under the minimum", Truth.False),
            EntryOutcome<double>.Allowed => ("passes", Truth.True),
            _ => throw new BrokenPromiseException(nameof(EntryOutcome<double>)),
        };
        return new EntryVerdict(
            word, truth, [.. entry.Rules.Select(RuleOf)], SizeOf(run, bars, entry), [.. OrdersOf(run, bars, review)]);
    }

    private static RuleVerdict RuleOf(RiskStanding standing)
    {
        RiskReading reading = standing.Reading;
        string text = reading.Unit == RiskUnit.Share
            ? $"{Figure(reading.Now)} of {Figure(reading.Limit)}"
            : string.Create(CultureInfo.InvariantCulture, $"{reading.Now:0} of {reading.Limit:0}");
        return new RuleVerdict(
            standing.Rule, text, standing.Refusal is null, standing.Refusal ?? (standing.IsCapped ? "Allows less than was asked for." : null));
    }

    private static string Figure(double share) => Figures.Percent(share);

    private static ImmutableArray<(string, string)> SizeOf(OpenRun run, CandleSeries bars, EntryReview<double> entry)
    {
        string quote = bars.Symbol.Quote;
        var rows = new List<(string, string)> { ("Equity at this close", Money(entry.Account.Equity, quote)) };
        if (entry.Intent is not { } intent)
        {
            return [.. rows];
        }

        if (intent.Size is EntrySize<double>.Lose lose)
        {
            double price = intent.LimitPrice ?? bars.Closes[intent.SignalBar];
            rows.Add(("At risk", Money(lose.Amount, quote)));
            rows.Add(("Over a distance of", Figures.Value(lose.DistanceAt(price))));
        }

        if (run.Strategy.AtrInstance is not null)
        {
            rows.Add(("Average true range", Figures.Value(intent.Atr)));
        }

        rows.Add(("Budget", Money(intent.Budget, quote)));
        if (entry.Outcome is EntryOutcome<double>.Allowed allowed)
        {
            if (allowed.Order.IsCapped)
            {
                rows.Add(("Allowed by risk", Money(allowed.Order.Budget, quote)));
            }

            rows.Add(intent.LimitPrice is { } limit
                ? ("Limit", $"{Quantity(allowed.LimitQuantity)} at {Figures.Number(limit)}")
                : ("Quantity", "from the price of the next open"));
        }

        return [.. rows];
    }

    private static IEnumerable<string> OrdersOf(OpenRun run, CandleSeries bars, CloseReview<double> review)
    {
        foreach (Effect<double> effect in review.Effects)
        {
            switch (effect)
            {
                case Effect<double>.PlaceEntry { Order: { } order }:
                    string kind = order.IsLimit ? "limit" : "market";
                    yield return $"Order {order.Id}, {kind}, placed: {OutcomeOf(run, order.Id, review.IsGivenUp)}";
                    break;
                case Effect<double>.DropEntry { Order: { } dropped }:
                    string how = dropped.State is OrderState<double>.Expired ? "expired" : "taken back";
                    yield return $"Order {dropped.Id} {how}";
                    break;
                case Effect<double>.PlaceExit { Order: { } exit }:
                    yield return $"Order {exit.Id} placed to leave at the next open, {exit.Reason.Text()}";
                    break;
            }
        }
    }

    private static string OutcomeOf(OpenRun run, int order, bool isGivenUp)
    {
        BacktestFill[] fills = [.. run.Result.Fills.Where(fill => fill.OrderId == order)];
        if (fills.Length == 0)
        {
            return isGivenUp ? "given up at the next open, where too little cash was free" : "it did not fill";
        }

        double quantity = fills.Sum(fill => fill.Quantity);
        double price = fills.Sum(fill => fill.Quantity * fill.Price) / quantity;
        string many = fills.Length == 1 ? string.Empty : $" in {fills.Length} fills";
        return $"{Quantity(quantity)} at {Figures.Number(price)}{many}";
    }

    private static string TimeAt(CandleSeries bars, int bar) =>
        bar < bars.Count ? Figures.Time(bars.Times[bar]) : "the end";

    private static string Money(double amount, string quote) => $"{Figures.Number(amount)} {quote}";

    private static string Quantity(double quantity) => Figures.Number(quantity, 5);
}
