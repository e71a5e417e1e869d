using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>What a sweep runs on.</summary>
public sealed record SweepInput
{
    public required StrategyTemplate Template { get; init; }

    public required SweepPlan Plan { get; init; }

    public required SweepSearch Search { get; init; }

    public required SweepObjective Objective { get; init; }

    /// <summary>One a symbol, in the strategy's list order, each of the strategy's timeframe.</summary>
    public required ImmutableArray<SymbolCandles> Symbols { get; init; }

    /// <summary>Bars that open before this only warm up features; null: the first candle.</summary>
    public Instant? From { get; init; }

    /// <summary>Bars that open at or after this are left out; null: none.</summary>
    public Instant? To { get; init; }

    /// <summary>What the exchange allows; null: nothing is rounded.</summary>
    public InstrumentRules? Rules { get; init; }

    /// <summary>SHA-256 of the rules document; null without one.</summary>
    public string? RulesHash { get; init; }

    /// <summary>The candles' own identity.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>The program's version: rows of two versions do not mix.</summary>
    public required string Version { get; init; }

    /// <summary>How many threads work at most; −1: all cores. Changes nothing in the rows.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>
    /// Bytes that shared indicator columns may take at once, one combination's own aside. Changes nothing in the rows.
    /// </summary>
    public long MostColumnBytes { get; init; } = 52L << 20;

    /// <summary>
    /// What runs the combinations that it can; null: the processor runs all. In doubles it changes nothing in the rows.
    /// </summary>
    public IComputeDevice? Device { get; init; }

    /// <summary>The numbers in which rows are computed.</summary>
    public SweepPrecision Precision => Device?.Precision ?? SweepPrecision.Doubles;

    /// <summary>What a combination of this sweep runs on.</summary>
    public BacktestInput BacktestOf(Strategy strategy) => new()
    {
        Strategy = strategy,
        Symbols = Symbols,
        From = From,
        To = To,
        Rules = Rules,
    };

    /// <summary>32 bytes that differ wherever a row, or which rows there are, could.</summary>
    public byte[] Identity()
    {
        StringBuilder all = new();
        all.AppendJoin('\n', Version, Template.Reading.Strategy.Hash, DataFingerprint, From, To, RulesHash, Search);
        if (Search is SweepSearch.Guided)
        {
            // What is proposed depends on it; elsewhere it only sorts.
            all.Append('\n').Append(Objective.Text).Append('\n').Append(Objective.MinTrades);
        }

        foreach (SweepAxis axis in Plan.Axes)
        {
            all.Append('\n').Append(axis.Name);
            for (int i = 0; i < axis.Values.Length; i++)
            {
                all.Append(' ').Append(axis.Text(i));
            }
        }

        all.Append('\n').AppendJoin(',', RunFigures.Names);
        if (Precision == SweepPrecision.Singles)
        {
            all.Append("\nsingle");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()));
    }
}
