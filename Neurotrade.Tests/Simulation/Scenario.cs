using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>
/// A backtest over candles and signals written by hand. Each run is made dense and sparse, on doubles and on decimals,
/// and the four must agree.
/// </summary>
internal sealed class Scenario
{
    public const long Start = 1_577_836_800_000; // 2020-01-01T00:00:00Z, a Wednesday.

    private readonly List<SymbolScenario> symbols = [];

    public Timeframe Timeframe { get; init; } = Timeframe.Hour;

    public double Capital { get; init; } = 1000;

    public OrderPlan Orders { get; set; } = new();

    /// <summary>Free of charge unless told otherwise, so that figures can be worked out by hand.</summary>
    public CostModel Costs { get; set; } = new() { MakerFee = 0, TakerFee = 0 };

    public RiskLimits Risk { get; set; } = new();

    public InstrumentRules? Rules { get; set; }

    public Instant? From { get; set; }

    public Instant? To { get; set; }

    public IReadOnlyList<SymbolScenario> Symbols => symbols;

    /// <summary>Adds a symbol: A/USDT, B/USDT …</summary>
    public SymbolScenario Symbol(params (double Open, double High, double Low, double Close)[] candles)
    {
        string name = $"{(char)('A' + symbols.Count)}/USDT";
        Assert.True(Core.Market.Symbol.TryParse(name, out Symbol symbol));
        SymbolScenario added = new(this, symbol);
        symbols.Add(added);
        return added.Then(candles);
    }

    public Strategy Strategy => new()
    {
        Name = "by hand",
        Market = new StrategyMarket(
            "sim", [.. symbols.Select(s => s.Pair)], Timeframe, symbols[0].DetailTimeframe, "buy_and_hold"),
        Capital = Capital,
        AtrInstance = symbols.Any(s => s.HasAtr) ? 0 : null,
        Entry = new RuleNode.All(null, []),
        Orders = Orders,
        Costs = Costs,
        Risk = Risk,
        Hash = string.Empty,
        CanonicalText = string.Empty,
    };

    public BacktestInput Input(bool isDense) => new()
    {
        Strategy = Strategy,
        Symbols = [.. symbols.Select(s => s.Candles())],
        From = From,
        To = To,
        Rules = Rules,
        Dense = isDense,
    };

    public ImmutableArray<SymbolSignals> Signals() => [.. symbols.Select(s => s.Signals())];

    /// <summary>Runs all four ways and returns the sparse run on doubles.</summary>
    public BacktestResult Run()
    {
        BacktestResult sparse = Backtest.Run(Input(isDense: false), Signals());
        ResultAssert.Same(Backtest.Run(Input(isDense: true), Signals()), sparse);
        BacktestResult ledger = Backtest.RunInDecimal(Input(isDense: false), Signals());
        ResultAssert.Same(Backtest.RunInDecimal(Input(isDense: true), Signals()), ledger);
        ResultAssert.SameDecisions(sparse, ledger);
        return sparse;
    }
}
