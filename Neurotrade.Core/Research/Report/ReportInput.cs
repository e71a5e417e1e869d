using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Report;

/// <summary>What a report is made from.</summary>
/// <param name="Result">The run.</param>
/// <param name="Candles">Its symbols' bars in list order; they may reach beyond the run on both sides.</param>
/// <param name="Run">What it was made from.</param>
/// <param name="Analysis">What it came to.</param>
/// <param name="Benchmark">What it is held against.</param>
internal sealed record ReportInput(
    BacktestResult Result,
    ImmutableArray<CandleSeries> Candles,
    RunRecord Run,
    Analysis Analysis,
    BuyAndHold Benchmark)
{
    /// <summary>The currency in which all amounts are.</summary>
    public string Quote
    {
        get
        {
            ImmutableArray<Symbol> symbols = Result.Strategy.Market.Symbols;
            return symbols.IsEmpty ? string.Empty : symbols[0].Quote;
        }
    }
}
