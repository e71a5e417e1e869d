using System.Collections.Immutable;
using System.Globalization;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>Says in words what is suspicious about a result, and what is not.</summary>
public static class Findings
{
    private const double DominantTrade = 0.25;
    private const double TradesPerParameter = 10;
    private const double ProfitLeftAtDoubledFees = 0.5;
    private const double DominantRegime = 0.9;
    private const int LeastRegimeDays = 20;
    private const double Chance = 0.5;
    private const double Significance = 0.05;
    private const double DrawdownLuck = 1.5;
    private const double WithoutVolume = 0.01;

    /// <summary>Every question, always in the same order.</summary>
    public static ImmutableArray<Finding> Of(Examination of) =>
    [
        FewTrades(of), OneTrade(of), ManyParameters(of), Tried(of), Spike(of), Overfitted(of), Costs(of), OneRegime(of),
        Entries(of), Candles(of), Drawdown(of), Prices(of), Volume(of),
    ];

    private static Finding FewTrades(Examination of)
    {
        int trades = of.Analysis.Metrics.Trades.Trades;
        return Above("few_trades", trades, Analysis.FewTrades,
            Text($"{trades:N0} closed trades; {Analysis.FewTrades} are the least that figures of trades can rest on"),
            "The fewer trades, the likelier their mean is luck.");
    }

    private static Finding OneTrade(Examination of)
    {
        double? share = of.Analysis.BestTradeOfProfit;
        return Below("one_trade", share, DominantTrade,
            share is null
                ? "The closed trades made no profit that one of them could dominate"
                : $"The best trade made {Percent(share)} of all closed trades' profit",
            "Without that one trade the result would be another.");
    }

    private static Finding ManyParameters(Examination of)
    {
        int parameters = of.Input.Run.Strategy.Parameters.Length;
        string noun = parameters == 1 ? "parameter" : "parameters";
        double? each = Moments.Ratio(of.Analysis.Metrics.Trades.Trades, parameters);
        return Above("many_parameters", each, TradesPerParameter,
            parameters == 0
                ? "The strategy has no parameters to fit"
                : Text($"{each:0.#} closed trades for each of {parameters} {noun}; expected {TradesPerParameter} at least"),
            "Every parameter can fit itself to a few trades.");
    }

    private static Finding Tried(Examination of) => Above("tried_many", of.Deflated?.Deflated, SharpeSample.Confidence,
        of.Deflated is { Deflated: { } deflated, ExpectedMaximumAnnual: { } expected } known
            ? Text($"Deflated Sharpe ratio {Percent(deflated)}: the best of {known.Trials.Count:N0} tries without skill ")
                + Text($"would come to {expected:0.00}, this run has {Metrics.Annual(known.Sample.Sharpe):0.00}").Replace('-', '−')
            : "There are no other combinations to hold the Sharpe ratio against",
        "Whoever tries enough finds something that looks good.");

    private static Finding Spike(Examination of)
    {
        Plateau? plateau = of.Plateau?.IsSpike is null ? null : of.Plateau;
        return Above("spike", plateau is null ? null : plateau.Share ?? 0, Plateau.LeastShare,
            plateau is null
                ? "There is no neighbour to hold the objective against, or it is not above 0"
                : Text($"The median of {plateau.Neighbours} neighbouring combinations keeps {Percent(plateau.Share ?? 0)} of the objective"),
            "An edge that a step on a parameter destroys was fitted, not found.");
    }

    private static Finding Overfitted(Examination of) => Below("overfitted", of.Overfitting?.Probability, Chance,
        of.Overfitting is { } known
            ? "What half of the days chooses does no better than the median on the other half in "
                + Text($"{Percent(known.Probability)} of {known.Logits.Length:N0} halves")
            : "There are too few combinations or days for cross-validation",
        "Choosing by such a sweep is no better than choosing blindly.");

    private static Finding Costs(Examination of)
    {
        double profit = of.Analysis.Metrics.TotalReturn;
        double? left = profit > 0 ? of.DoubledFees.TotalReturn / profit : null;
        return Above("costs", left, ProfitLeftAtDoubledFees,
            left is null
                ? "There is no profit that fees could take"
                : $"At doubled fees the return is {Percent(of.DoubledFees.TotalReturn)} instead of {Percent(profit)}",
            "Fees, spreads and slippage are seldom as small as assumed.");
    }

    private static Finding OneRegime(Examination of)
    {
        RegimeShare[] known = [.. of.Regimes.Where(one => one.Days >= LeastRegimeDays)];
        double profit = of.Regimes.Sum(one => one.Pnl);
        RegimeShare best = of.Regimes.MaxBy(one => one.Pnl);
        double? share = known.Length >= 2 && profit > 0 ? best.Pnl / profit : null;
        return Below("one_regime", share, DominantRegime,
            share is null
                ? "There are no two kinds of market of twenty days each, or no profit in them"
                : Text($"{Percent(share)} of the profit was made on {best.Days:N0} days of a {Word(best.Regime)} market"),
            "In another market the profit may not come.");
    }

    private static Finding Entries(Examination of) => Below("random_entries", of.Entries?.PValue, Significance,
        of.Entries is { } known
            ? $"Random entries held as long do as well in {Percent(known.PValue, 1)} of draws "
                + $"(mean gain {Percent(known.Actual, 2)} a trade, theirs {Percent(known.Random.Median, 2)})"
            : "There is no closed trade to hold against random ones",
        "An entry rule that chance equals adds nothing.");

    private static Finding Candles(Examination of)
    {
        bool isGain = of.Analysis.Metrics.TotalReturn > 0;
        return Above("other_candles", isGain ? of.Candles?.Profitable : null, Chance,
            of.Candles is { } known && isGain
                ? Text($"On {known.Runs:N0} markets made of blocks of these candles it gains in {Percent(known.Profitable)} ")
                    + $"(median return {Percent(known.Return.Median)})"
                : "There is no gain, or no other market could be made of these candles",
            "What needs exactly these candles in exactly this order will not see them again.");
    }

    private static Finding Drawdown(Examination of)
    {
        double? times = of.Shuffled is { } known ? Moments.Ratio(known.MaxDrawdown.P95, known.Actual.MaxDrawdown) : null;
        return Below("lucky_order", times, DrawdownLuck,
            times is null
                ? "There are too few trades, or no fall between them"
                : $"The same trades in another order fall up to {Percent(of.Shuffled!.MaxDrawdown.P95)} in 95 of 100 orders, "
                    + $"here {Percent(of.Shuffled.Actual.MaxDrawdown)}",
            "The drawdown to expect is that of the bad orders, not the one that happened.");
    }

    private static Finding Prices(Examination of) => Below("impossible_prices", of.Fills.ShareBetter, 0,
        Text($"{of.Fills.BetterThanBar:N0} of {of.Fills.Fills:N0} fills are better than their bar's range"),
        "Nobody could have traded there.");

    private static Finding Volume(Examination of) => Below("no_volume", of.Fills.ShareWithoutVolume, WithoutVolume,
        Text($"{of.Fills.WithoutVolume:N0} of {of.Fills.Fills:N0} fills stand in bars without volume"),
        "Where nothing was traded nobody would have sold or bought.");

    // Suspicious under the threshold.
    private static Finding Above(string code, double? number, double threshold, string what, string why) =>
        new(code, Verdict(number, number < threshold), what + ".", number, threshold, why);

    // Suspicious over the threshold.
    private static Finding Below(string code, double? number, double threshold, string what, string why) =>
        new(code, Verdict(number, number > threshold), what + ".", number, threshold, why);

    private static FindingVerdict Verdict(double? number, bool isSuspicious) =>
        number is null ? FindingVerdict.NotJudged : isSuspicious ? FindingVerdict.Suspicious : FindingVerdict.Fine;

    private static string Word(Regime regime) => regime switch
    {
        Regime.Bull => "rising",
        Regime.Bear => "falling",
        _ => "sideways",
    };

    private static string Percent(double? share, int digits = 0) =>
        ((share ?? 0) * 100).ToString("N" + digits, CultureInfo.InvariantCulture).Replace('-', '−') + "%";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
