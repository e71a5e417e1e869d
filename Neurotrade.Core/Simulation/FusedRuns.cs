using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>Which runs a fused walk can do, and over which bars.</summary>
internal static class FusedRuns
{
    /// <summary>
    /// Whether the fused walk gives what the kernel would: one symbol, whole fills, and no rule that must look at every
    /// close or at the exits of a while.
    /// </summary>
    public static bool Covers(BacktestInput input)
    {
        RiskLimits risk = input.Strategy.Risk;
        return !input.Dense && input.Symbols.Length == 1 && input.Symbols[0].Detail is null
            && input.Strategy.Costs.Slippage is SlippageModel.Ratio && risk.MaxDrawdown is null
            && risk.MaxDailyLoss is null && risk.Protections.IsEmpty && risk.MaxPositions is null or > 0;
    }

    /// <summary>The bars of a run: from the first, to one behind the last.</summary>
    public static (int First, int End) RangeOf(BacktestInput input)
    {
        CandleSeries bars = input.Symbols[0].Bars;
        int first = input.From is { } from ? bars.IndexAtOrAfter(from.UnixMillis) : 0;
        int end = input.To is { } to ? bars.IndexAtOrAfter(to.UnixMillis) : bars.Count;
        return (first, Math.Max(first, end));
    }

    /// <summary>The bars at whose close somebody flat enters: the entry rule true, the exit rule not.</summary>
    public static void FillEnters(RuleSignals rules, BitColumn enters)
    {
        Guard.That(enters.Count == rules.Entry.Count);
        Span<ulong> words = enters.Words;
        ReadOnlySpan<ulong> entry = rules.Entry.Words[..words.Length];
        ReadOnlySpan<ulong> exit = rules.ExitWhenFlat.Words[..words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = entry[i] & ~exit[i];
        }
    }
}
