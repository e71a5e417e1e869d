using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>
/// A strategy as it runs: every default filled in, every parameter resolved to a value. Made only by binding a strategy
/// file (contracts 3); a strategy is data.
/// </summary>
public sealed record Strategy
{
    public required string Name { get; init; }

    public string Description { get; init; } = string.Empty;

    public ImmutableArray<string> Tags { get; init; } = [];

    public required StrategyMarket Market { get; init; }

    /// <summary>Quote currency at the start.</summary>
    public double Capital { get; init; } = 10_000;

    /// <summary>The parameters with the values that hold for this run.</summary>
    public ImmutableArray<StrategyParameter> Parameters { get; init; } = [];

    /// <summary>Indicator instances in file order; one that <c>n atr</c> needs and the file has not stands last.</summary>
    public ImmutableArray<IndicatorInstance> Indicators { get; init; } = [];

    /// <summary>The instance that <c>n atr</c> means (contracts 4.15); null when nothing is given in atr.</summary>
    public int? AtrInstance { get; init; }

    public required RuleNode Entry { get; init; }

    /// <summary>Null: never (contracts 3).</summary>
    public RuleNode? Exit { get; init; }

    public OrderPlan Orders { get; init; } = new();

    public CostModel Costs { get; init; } = new();

    public RiskLimits Risk { get; init; } = new();

    /// <summary>SHA-256 of the canonical form, lower-case hex: the strategy's identity in every result.</summary>
    public required string Hash { get; init; }

    /// <summary>The canonical form: the file as the binder understood it, values resolved, as schema 1 YAML.</summary>
    public required string CanonicalText { get; init; }
}

/// <summary>What is traded and how long a candle is.</summary>
/// <param name="Exchange">Where candles and orders come from: <c>binance</c>, a CCXT name, or <c>sim</c>.</param>
/// <param name="Symbols">In list order, which decides between symbols (contracts 4.16).</param>
/// <param name="Timeframe">The strategy's bars.</param>
/// <param name="Detail">Finer candles that say what came first inside a bar (contracts 4.17), or null.</param>
/// <param name="Benchmark">What the result is held against: <c>buy_and_hold</c>.</param>
public sealed record StrategyMarket(
    string Exchange, ImmutableArray<Symbol> Symbols, Timeframe Timeframe, Timeframe? Detail, string Benchmark);

/// <summary>A parameter and its value in this run; the range is for sweeps and sliders.</summary>
public sealed record StrategyParameter(string Name, double Value, double? Min, double? Max, double? Step)
{
    /// <summary>What the value counts: a ratio of 2% has the value 0.02, a length of 4h milliseconds.</summary>
    public ValueUnit Unit { get; init; }

    /// <summary>Another value as <see cref="StrategyOverrides.Set"/> takes it, unit included.</summary>
    public string TextOf(double value) => new Files.Literal(value, Unit).ToText();
}
