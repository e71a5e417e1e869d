using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>The product run on an oracle's case: the strategy only as the text of its file, the data only as candles.</summary>
internal static class Product
{
    public static Strategy Load(OracleStrategy strategy) =>
        StrategyFile.Load(OracleYaml.Print(strategy), "case.yaml", new StrategyOverrides
        {
            Set = strategy.Parameters.Where(p => p.IsSet)
                .ToImmutableSortedDictionary(p => p.Name, p => p.Literal, StringComparer.Ordinal),
        });

    public static BacktestResult Run(OracleStrategy strategy, OracleMarket market, bool isDense) =>
        Run(Input(strategy, market) with { Dense = isDense });

    public static BacktestResult Run(BacktestInput input) =>
        Backtest.Run(input, null, TestContext.Current.CancellationToken);

    public static BacktestResult RunInDecimal(BacktestInput input) =>
        Backtest.RunInDecimal(input, null, TestContext.Current.CancellationToken);

    public static BacktestInput Input(OracleStrategy strategy, OracleMarket market)
    {
        ImmutableArray<Symbol> symbols = [.. strategy.Symbols.Select(Parse)];
        ImmutableArray<SymbolCandles> candles =
        [
            .. market.Symbols.Select((s, i) => new SymbolCandles(
                Series(symbols[i], market.BarMillis, s.Bars),
                s.Detail is null ? null : Series(symbols[i], market.DetailMillis!.Value, s.Detail))),
        ];
        return new BacktestInput
        {
            Strategy = Load(strategy),
            Symbols = candles,
            From = strategy.From is long from ? new Instant(from) : null,
            To = strategy.To is long to ? new Instant(to) : null,
            Rules = strategy.Instrument is (decimal step, decimal notional)
                ? new InstrumentRules("rules.json", [.. symbols.Select(s => new Instrument(s, step, 0.01m, notional))])
                : null,
        };
    }

    private static Symbol Parse(string name)
    {
        Assert.True(Symbol.TryParse(name, out Symbol symbol));
        return symbol;
    }

    private static CandleSeries Series(Symbol symbol, long millis, List<OracleCandle> candles)
    {
        Assert.True(Timeframe.TryFromMillis(millis, out Timeframe timeframe));
        return CandleSeries.From(
            symbol, timeframe, [.. candles.Select(c => new Candle(c.Time, c.Open, c.High, c.Low, c.Close, c.Volume))]);
    }
}
