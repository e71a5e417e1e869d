using System.Diagnostics;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

public sealed class FileFuzzTests
{
    private const double MostMillis = 100;

    private static readonly string[] Pieces =
    [
        "[", "]", "{", "}", ": ", ",", "- ", "\n", "\n  ", "\n    ", "\"", "'", "#", "|", ">", "&a ", "*a", "!x ", "? ", "%",
        "@", "`", "\t", "\0", "\\", "~", "null", "$p", "2%", "5 bps", "2 atr", "4h", "10 bars", "1e999", "-1", "schema: 1",
        "rules:", "entry:", "any:", "tag: x", "<<: ", "---\n", "...\n", "é", "\ud83d\ude00", "\ufeff", "\u2028",
    ];

    private static readonly string Whole = $$"""
        schema: 1
        name: "whole"
        market: { exchange: binance, symbols: [BTC/USDT, ETH/USDT], timeframe: 15m, detail: 1m }
        capital: 1000
        parameters:
          p: { value: 14, min: 7, max: 28, step: 1 }
          stop: 2%
        indicators:
          rsi: { type: rsi, period: $p }
          macd: { type: macd, fast: 12, slow: 26, signal: 9 }
        rules:
          entry:
            tag: dip
            all:
              - rsi < 30
              - crosses_above(macd.line, macd.signal)
              - not: close[1] > highest(close, 20)
          exit: position.pnl > 4% or rsi > 70
        orders:
          size: { risk: 1%, stop: 2 atr }
          entry: { type: limit, offset: 0.1%, expires: 3 bars }
          stop_loss: $stop
          take_profit:
            - { at: 2%, close: 50% }
            - { at: 4%, close: 100% }
          trailing_stop: { distance: 3%, after: 1.5% }
        costs: { fee: { maker: 0.1%, taker: 0.1% }, slippage: { model: volume_share, impact: 5 bps, limit: 2% } }
        risk:
          max_drawdown: { limit: 20%, action: halt }
          protections: [ { type: stoploss_guard, count: 4, within: 1d, lock: 4h } ]
        """;

    // contracts 3: whatever a file holds, it is read or refused; nothing else gets out, nothing hangs.
    [Fact]
    public void Load_MutatedFiles_AreReadOrRefused()
    {
        int files = Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 200_000 : 15_000;
        int read = 0;
        for (int seed = 0; seed < files; seed++)
        {
            string text = Mutated(new Random(seed));
            double best = double.MaxValue;
            for (int i = 0; i < 10 && best > MostMillis; i++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                read += IsRead(text, seed) ? 1 : 0;
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }

            Assert.True(best < MostMillis, $"Seed {seed} took {best} ms:\n{text}");
        }

        Assert.InRange(read, files / 100, files);
    }

    private static bool IsRead(string text, int seed)
    {
        try
        {
            Strategy strategy = Sample.Load(text);
            Strategy again = Sample.Load(strategy.CanonicalText);
            Assert.True(strategy.CanonicalText == again.CanonicalText, $"Seed {seed}:\n{text}");
            return true;
        }
        catch (InputException)
        {
            return false;
        }
        catch (Exception escaped) when (escaped is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"Seed {seed}:\n{text}", escaped);
        }
    }

    private static string Mutated(Random random)
    {
        StringBuilder text = new(Whole);
        for (int changes = random.Next(0, 5); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    int from = random.Next(text.Length);
                    text.Insert(at, text.ToString(from, Math.Min(random.Next(1, 80), text.Length - from)));
                    break;
                default:
                    text[at] = (char)random.Next(32, 127);
                    break;
            }
        }

        return text.ToString();
    }
}
