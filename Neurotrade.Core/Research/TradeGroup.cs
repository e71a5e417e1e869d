using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>The closed trades that share a symbol, a tag or an exit reason.</summary>
public sealed record TradeGroup(string Name, TradeFigures Figures)
{
    /// <summary>Every symbol of the strategy in list order, those without trades too.</summary>
    public static ImmutableArray<TradeGroup> BySymbol(BacktestResult result)
    {
        ILookup<Symbol, BacktestTrade> lookup = result.Trades.ToLookup(trade => trade.Symbol);
        return [.. result.Strategy.Market.Symbols.Select(symbol => Make(symbol.ToString(), lookup[symbol]))];
    }

    /// <summary>In ordinal order of the tag; the empty tag is trades without one.</summary>
    public static ImmutableArray<TradeGroup> ByTag(ImmutableArray<BacktestTrade> trades) =>
        [.. trades.GroupBy(trade => trade.Tag, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Make(group.Key, group))];

    /// <summary>In the order in which contracts 5.2 lists the reasons.</summary>
    public static ImmutableArray<TradeGroup> ByExit(ImmutableArray<BacktestTrade> trades) =>
        [.. trades.GroupBy(trade => trade.ExitReason)
            .OrderBy(group => group.Key)
            .Select(group => Make(group.Key.Text(), group))];

    private static TradeGroup Make(string name, IEnumerable<BacktestTrade> trades) =>
        new(name, TradeFigures.Of([.. trades]));
}
