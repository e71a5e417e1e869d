using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research;

// contracts 4.9
public sealed class LookAheadProofTests
{
    private const string TwoTimeframes = """
        schema: 1
        name: proof
        market: { exchange: sim, symbols: [BTC/USDT, ETH/USDT], timeframe: 15m }
        indicators:
          fast: { type: ema, period: 10 }
          slow: { type: sma, period: 30, timeframe: 1h }
          rsi: { type: rsi, period: 14 }
        rules:
          entry:
            all:
              - crosses_above(fast, slow)
              - rsi > 50
          exit:
            any:
              - crosses_below(fast, slow)
              - position.pnl > 3%
        orders:
          size: { percent_of_equity: 50% }
          stop_loss: 2 atr
          trailing_stop: { distance: 2%, after: 1% }
        """;

    private static string OneSymbol =>
        TwoTimeframes.Replace("[BTC/USDT, ETH/USDT]", "[BTC/USDT]", StringComparison.Ordinal);

    [Fact]
    public void Of_ARunThatLooksOnlyBack_IsProvedAtEveryBar()
    {
        BacktestInput input = Input(Load(TwoTimeframes), 20);
        BacktestResult result = Run(input);

        LookAheadCertificate certificate = Proof(input, result);

        LookAheadCertificate.Proved proved = Assert.IsType<LookAheadCertificate.Proved>(certificate);
        Assert.NotEmpty(result.Trades);
        Assert.Equal(2 * 20 * 96, proved.Bars);
        Assert.Equal(16, proved.Cuts);
        Assert.Equal(proved, Proof(input, result));
    }

    // contracts 5.3: strategy.yaml repeats the run; it has parameters as values, atr spelled out, indicators by name.
    [Fact]
    public void Of_TheCanonicalForm_IsTheSame()
    {
        string text = TwoTimeframes.Replace("indicators:", "parameters: { n: 10 }\nindicators:", StringComparison.Ordinal)
            .Replace("fast: { type: ema, period: 10 }", "zoom: { type: ema, period: $n }", StringComparison.Ordinal)
            .Replace("(fast,", "(zoom,", StringComparison.Ordinal);
        BacktestInput one = Input(Load(text), 5);
        BacktestInput again = Input(Load(one.Strategy.CanonicalText), 5);

        Assert.NotEqual(one.Strategy.Indicators.Select(i => i.Name), again.Strategy.Indicators.Select(i => i.Name));
        Assert.Equal(Proof(one, Run(one)), Proof(again, Run(again)));
    }

    [Fact]
    public void Of_OtherCandles_HasAnotherHash()
    {
        Strategy strategy = Load(TwoTimeframes);
        BacktestInput one = Input(strategy, 5);
        BacktestInput other = Input(strategy, 6);

        Assert.NotEqual(Hash(Proof(one, Run(one))), Hash(Proof(other, Run(other))));
    }

    [Fact]
    public void Of_AnIndicatorWhoseColumnKnowsTheNextClose_Fails()
    {
        LookAheadCertificate.Failed failed = Assert.IsType<LookAheadCertificate.Failed>(Proof<NextClose>());
        Assert.Contains("leak", failed.What, StringComparison.Ordinal);
    }

    // Its column and its rolling form agree as long as all candles are there: only a cut of the future shows it.
    [Fact]
    public void Of_AnIndicatorThatKnowsTheLastCandle_Fails()
    {
        LookAheadCertificate.Failed failed = Assert.IsType<LookAheadCertificate.Failed>(Proof<LastCandle>());
        Assert.Contains("not there yet", failed.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AResultWhoseFillsAreNotThoseOfTheRun_Fails()
    {
        BacktestInput input = Input(Load(TwoTimeframes), 20);
        BacktestResult result = Run(input);
        ImmutableArray<BacktestFill> shifted = result.Fills.SetItem(0, result.Fills[0] with { Price = 1 });

        Assert.IsType<LookAheadCertificate.Failed>(Proof(input, result with { Fills = shifted }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Of_FewBars_MakesFewerCuts(int bars)
    {
        Strategy strategy = Load(OneSymbol);
        BacktestInput input = Input(strategy, 1);
        input = input with { Symbols = [new SymbolCandles(input.Symbols[0].Bars.Slice(0, bars), null)] };

        LookAheadCertificate certificate = Proof(input, Run(input));

        LookAheadCertificate.Proved proved = Assert.IsType<LookAheadCertificate.Proved>(certificate);
        Assert.Equal((bars, bars - 1), (proved.Bars, proved.Cuts));
    }

    [Fact]
    public void Of_WhenCancelled_Ends()
    {
        BacktestInput input = Input(Load(TwoTimeframes), 5);
        BacktestResult result = Run(input);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LookAheadProof.Of(input, result, 1, null, source.Token));
    }

    private static LookAheadCertificate Proof<TLeak>()
        where TLeak : IIndicator, new()
    {
        LastCandle.LastClose = double.NaN;
        Strategy strategy = Load(OneSymbol);
        IndicatorInstance leaking = strategy.Indicators[0] with
        {
            Name = "leak",
            Definition = Leaking(strategy.Indicators[0].Definition, () => new TLeak()),
        };
        strategy = strategy with { Indicators = strategy.Indicators.SetItem(0, leaking) };
        BacktestInput input = Input(strategy, 5);
        return Proof(input, Run(input));
    }

    private static IndicatorDefinition Leaking(IndicatorDefinition honest, Func<IIndicator> create) => new()
    {
        Name = honest.Name,
        Title = honest.Title,
        Group = honest.Group,
        Outputs = honest.Outputs,
        Parameters = honest.Parameters,
        Summary = honest.Summary,
        Formula = honest.Formula,
        Source = honest.Source,
        WarmUpBars = honest.WarmUpBars,
        Create = _ => create(),
    };

    private static LookAheadCertificate Proof(BacktestInput input, BacktestResult result) =>
        LookAheadProof.Of(input, result, 1, null, TestContext.Current.CancellationToken);

    private static string Hash(LookAheadCertificate certificate) =>
        Assert.IsType<LookAheadCertificate.Proved>(certificate).Hash;

    private static Strategy Load(string text) => StrategyFile.Load(text, "proof.yaml", StrategyOverrides.None);

    private static BacktestResult Run(BacktestInput input) => Backtest.Run(input, null, TestContext.Current.CancellationToken);

    private static BacktestInput Input(Strategy strategy, int days)
    {
        Instant from = Instant.FromDate(2024, 1, 1);
        Instant to = new(from.UnixMillis + (days * Instant.MillisPerDay));
        return new BacktestInput
        {
            Strategy = strategy,
            Symbols = [.. strategy.Market.Symbols.Select(symbol => new SymbolCandles(
                GeneratedMarket.Make(symbol, strategy.Market.Timeframe, from, to), null))],
        };
    }

    private sealed class NextClose : IIndicator
    {
        public void Update(in Candle candle, Span<double> outputs) => outputs[0] = candle.Close;

        public void Compute(CandleColumns candles, ColumnBlock outputs)
        {
            candles.Closes[1..].CopyTo(outputs[0]);
            outputs[0][^1] = candles.Closes[^1];
        }
    }

    private sealed class LastCandle : IIndicator
    {
        public static double LastClose { get; set; }

        public void Update(in Candle candle, Span<double> outputs) => outputs[0] = LastClose;

        public void Compute(CandleColumns candles, ColumnBlock outputs)
        {
            // What was seen first, all candles, stays what the rolling form says.
            double last = candles.Closes[^1];
            LastClose = double.IsNaN(LastClose) ? last : LastClose;
            outputs[0].Fill(last);
        }
    }
}
