using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Dashboard;

/// <summary>What was done in a bar, and with what detail.</summary>
public sealed record BarEvent(string What, string Detail, double? Money);

/// <summary>What happened at one bar of a run and why: the fills in it, the decision at its close, the rules behind it.</summary>
/// <param name="Title">The outcome in two words.</param>
/// <param name="Detail">Price and place of what the decision led to.</param>
/// <param name="Events">Fills inside the bar, in their order.</param>
/// <param name="Reasons">The rules at its close, condition by condition.</param>
/// <param name="IsInPosition">Whether a position was open at its close.</param>
/// <param name="Levels">The levels that the bar was held against, by name.</param>
/// <param name="Verdict">What stood for and against an entry; null for a bar outside the run.</param>
public sealed record BarStory(
    string Title,
    string Detail,
    ImmutableArray<BarEvent> Events,
    RuleReasons Reasons,
    bool IsInPosition,
    ImmutableArray<(string Name, double Level)> Levels,
    EntryVerdict? Verdict)
{
    /// <summary>The story of a bar of a symbol of a run; walks the run again up to that bar.</summary>
    public static BarStory Of(OpenRun run, int symbol, int bar, CancellationToken cancel)
    {
        CandleSeries bars = run.Bars[symbol];
        long now = bars.Times[bar];
        BacktestFill[] fills = [.. run.Result.Fills.Where(fill => fill.Symbol == bars.Symbol && fill.Millis == now)];
        BacktestFill[] next = bar + 1 < bars.Count
            ? [.. run.Result.Fills.Where(fill => fill.Symbol == bars.Symbol && fill.Millis == bars.Times[bar + 1])]
            : [];
        PositionFacts facts = PositionAt(run, bars, bar);
        RuleReasons reasons = RuleEvaluator.Explain(run.Strategy, run.Frames[symbol], bar, facts);
        CloseReview<double>? review = run.Close(symbol, bar, cancel);
        EntryVerdict? verdict = review is null ? null : EntryVerdict.Of(run, symbol, review);
        (string title, string detail) = Decision(bars, bar, facts, next, review, DecisionAgainst(reasons, verdict));
        return new BarStory(
            title, detail, [.. fills.Select(fill => EventOf(run, fill))], reasons, facts.IsOpen,
            [.. LevelsOf(review?.Levels)], verdict);
    }

    /// <summary>The position that was open at the close of a bar.</summary>
    public static PositionFacts PositionAt(OpenRun run, CandleSeries bars, int bar)
    {
        long now = bars.Times[bar];
        BacktestTrade? trade = run.Result.Trades.FirstOrDefault(one =>
            one.Symbol == bars.Symbol && one.EntryMillis <= now && now < one.ExitMillis);
        OpenPosition? open = trade is not null ? null : run.Result.OpenPositions.FirstOrDefault(one =>
            one.Symbol == bars.Symbol && one.EntryMillis <= now);
        return trade is not null ? new PositionFacts(trade.EntryPrice, bars.IndexAtOrAfter(trade.EntryMillis))
            : open is not null ? new PositionFacts(open.EntryPrice, bars.IndexAtOrAfter(open.EntryMillis))
            : PositionFacts.Flat;
    }

    private static (string Title, string Detail) Decision(
        CandleSeries bars, int bar, PositionFacts facts, BacktestFill[] next, CloseReview<double>? review, string against)
    {
        if (review is null)
        {
            return ("Not in the run", "outside its days; before them it feeds the indicators only");
        }

        if (!facts.IsOpen && next.FirstOrDefault(fill => fill.Reason == FillReason.Entry) is { } entry)
        {
            return ("Entered long", $"next bar, {Figures.Number(entry.Price)}");
        }

        if (facts.IsOpen && next.FirstOrDefault(fill => fill.Reason is FillReason.Signal or FillReason.Risk) is { } exit)
        {
            return ("Left", $"next open, {Figures.Number(exit.Price)}, {exit.Reason.Text()}");
        }

        if (facts.IsOpen)
        {
            double gain = (bars.Closes[bar] - facts.EntryPrice) / facts.EntryPrice;
            return ("Held", $"since {Figures.Time(bars.Times[facts.EntryBar])}, {Figures.Gain(gain)} before costs");
        }

        return review.Effects.OfType<Effect<double>.PlaceEntry>().Any()
            ? ("Order placed", review.IsGivenUp ? "given up at the next open for want of cash" : "it did not fill at the next bar")
            : ("No entry", against);
    }

    // In the order in which the kernel asks.
    private static string DecisionAgainst(RuleReasons reasons, EntryVerdict? verdict) =>
        reasons.Entry.Truth != Truth.True ? "the entry rule was not true"
        : reasons.Exit?.Truth == Truth.True ? "the exit rule was true as well"
        : verdict?.Word ?? string.Empty;

    private static IEnumerable<(string, double)> LevelsOf(LevelStep? levels)
    {
        if (levels is null)
        {
            yield break;
        }

        (string, double)[] stops =
            [("Stop-loss", levels.StopLoss), ("Trailing stop", levels.Trail), ("Limit order", levels.Limit)];
        IEnumerable<(string, double)> targets = levels.Targets.Select((level, i) =>
            (levels.Targets.Length == 1 ? "Target" : string.Create(CultureInfo.InvariantCulture, $"Target {i + 1}"), level));
        foreach ((string name, double level) in stops.Concat(targets).Where(one => !double.IsNaN(one.Item2)))
        {
            yield return (name, level);
        }
    }

    private static BarEvent EventOf(OpenRun run, BacktestFill fill)
    {
        bool isEntry = fill.Reason == FillReason.Entry;
        BacktestTrade? trade = isEntry ? null : run.Result.Trades.FirstOrDefault(one => one.Id == fill.TradeId);
        string what = isEntry ? "Bought in this bar" : $"Sold in this bar, {fill.Reason.Text()}";
        string quantity = Figures.Number(fill.Quantity, 5);
        return new BarEvent(what, $"{quantity} at {Figures.Number(fill.Price)}, fee {Figures.Number(fill.Fee)}", trade?.PnlPct);
    }

    /// <summary>The value of every indicator output at a bar, in file order; NaN where it is missing.</summary>
    public static IEnumerable<(string Name, double Value)> Values(OpenRun run, int symbol, int bar)
    {
        FeatureFrame frame = run.Frames[symbol];
        for (int i = 0; i < frame.Instances.Length; i++)
        {
            IndicatorInstance instance = frame.Instances[i];
            for (int output = 0; output < instance.Definition.Outputs.Length; output++)
            {
                string name = instance.Definition.Outputs.Length == 1 ? instance.Name : $"{instance.Name}.{instance.Definition.Outputs[output]}";
                yield return (name, frame.Column(i, output)[bar]);
            }
        }
    }
}
