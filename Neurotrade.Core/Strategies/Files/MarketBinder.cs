using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>market</c>.</summary>
internal sealed class MarketBinder(ValueReader values)
{
    private const int MostSymbols = 500;

    /// <summary>The timeframe, also where another part of the block has a problem.</summary>
    public Timeframe? Timeframe { get; private set; }

    /// <summary>The block, or null with problems.</summary>
    public StrategyMarket? Bind(FileNode? node, SourcePosition fileStart)
    {
        if (node is null)
        {
            values.Problems.Add(fileStart, "`market` is missing; expected is `market: { symbols: [BTC/USDT], timeframe: 15m }`.");
            return null;
        }

        if (Block.Of(node, "market", values.Problems, "exchange", "symbols", "timeframe", "detail", "benchmark") is not { } block)
        {
            return null;
        }

        string? exchange = block.Find("exchange") is { } place ? Exchange(place) : "binance";
        ImmutableArray<Symbol> symbols = block.Require("symbols", "a list such as [BTC/USDT]") is { } list ? Symbols(list) : [];
        Timeframe = block.Require("timeframe", "the length of a candle, such as 15m") is { } frame
            ? values.Timeframe(frame, "timeframe")
            : null;
        Timeframe? detail = block.Find("detail") is { } finer ? Detail(finer) : null;
        string? benchmark = block.Find("benchmark") is { } other
            ? values.OneOf(other, "benchmark", "buy_and_hold")
            : "buy_and_hold";
        return exchange is null || symbols.IsEmpty || Timeframe is null || benchmark is null
            ? null
            : new StrategyMarket(exchange, symbols, Timeframe.Value, detail, benchmark);
    }

    private string? Exchange(FileNode node)
    {
        if (values.Text(node, "exchange", StrategyLimits.NameLength) is not { } name)
        {
            return null;
        }

        if (name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
        {
            return name;
        }

        values.Problems.Add(node.At, $"`exchange` is `{name}`; a name in small letters was expected, such as binance or sim.");
        return null;
    }

    private ImmutableArray<Symbol> Symbols(FileNode node)
    {
        if (node is not FileNode.Sequence { Items.IsEmpty: false } list)
        {
            string found = node is FileNode.Sequence ? "an empty list" : node.Kind;
            values.Problems.Add(node.At, $"`symbols` is {found}; a list was expected, such as [BTC/USDT, ETH/USDT].");
            return [];
        }

        ImmutableArray<Symbol>.Builder symbols = ImmutableArray.CreateBuilder<Symbol>();
        foreach (FileNode item in list.Items)
        {
            if (values.Text(item, "symbols", StrategyLimits.NameLength * 2) is not { } text)
            {
                continue;
            }

            if (!Symbol.TryParse(text, out Symbol symbol))
            {
                values.Problems.Add(item.At, $"`{YamlTree.Shorten(text)}` is not a symbol; base and quote were expected, such as BTC/USDT.");
            }
            else if (symbols.Contains(symbol))
            {
                values.Problems.Add(item.At, $"`{symbol}` stands in `symbols` twice.");
            }
            else if (symbols.Count > 0 && symbols[0].Quote != symbol.Quote)
            {
                values.Problems.Add(item.At, $"`{symbol}` is not priced in {symbols[0].Quote}; symbols that share a wallet have one quote.");
            }
            else
            {
                symbols.Add(symbol);
            }
        }

        if (list.Items.Length > MostSymbols)
        {
            values.Problems.Add(node.At, $"`symbols` has {list.Items.Length} entries; at most {MostSymbols} are allowed.");
        }

        return symbols.ToImmutable();
    }

    private Timeframe? Detail(FileNode node)
    {
        Timeframe? detail = values.Timeframe(node, "detail");
        if (detail is { } finer && Timeframe is { } own && (!finer.Divides(own) || finer == own))
        {
            values.Problems.Add(node.At, $"`detail` is {finer}; a timeframe that divides the strategy's {own} was expected.");
            return null;
        }

        return detail;
    }
}
