using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>What a backtest runs on.</summary>
public sealed record BacktestInput
{
    public required Strategy Strategy { get; init; }

    /// <summary>One a symbol, in the strategy's list order, each of the strategy's timeframe.</summary>
    public required ImmutableArray<SymbolCandles> Symbols { get; init; }

    /// <summary>Bars that open before this only warm up features; null: the first candle (contracts 1).</summary>
    public Instant? From { get; init; }

    /// <summary>Bars that open at or after this are left out; null: none.</summary>
    public Instant? To { get; init; }

    /// <summary>What the exchange allows; null: nothing is rounded (contracts 4.2).</summary>
    public InstrumentRules? Rules { get; init; }

    /// <summary>Steps every bar instead of only those where something can happen; the result is the same.</summary>
    public bool Dense { get; init; }
}

/// <summary>A symbol's bars and, where the strategy asks for them, the finer candles inside (contracts 4.17).</summary>
public sealed record SymbolCandles(CandleSeries Bars, CandleSeries? Detail);
