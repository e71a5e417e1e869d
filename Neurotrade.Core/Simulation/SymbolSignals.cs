using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Simulation;

/// <summary>A symbol's rules over its bars, and the range that <c>n atr</c> means.</summary>
/// <param name="Rules">One bit a bar.</param>
/// <param name="Atr">One value a bar; empty where nothing is given in it.</param>
public sealed record SymbolSignals(RuleSignals Rules, ReadOnlyMemory<double> Atr)
{
    /// <summary>Evaluates the strategy's rules over the features of one symbol.</summary>
    public static SymbolSignals Of(Strategy strategy, FeatureFrame frame) =>
        new(RuleEvaluator.Evaluate(strategy, frame), frame.FirstOutput(strategy.AtrInstance));

    /// <summary>The same from the candles of one symbol, without keeping the features.</summary>
    public static SymbolSignals Of(Strategy strategy, CandleSeries candles)
    {
        TileSource source = new(strategy, candles);
        return new SymbolSignals(RuleEvaluator.Evaluate(strategy, source, candles), source.Atr);
    }
}
