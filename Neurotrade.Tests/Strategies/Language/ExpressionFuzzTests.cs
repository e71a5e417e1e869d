using System.Diagnostics;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Language;

public sealed class ExpressionFuzzTests
{
    private const int ExpressionsPerFile = 20;
    private const double MostMillis = 100;

    private static readonly string[] Words =
    [
        "close", "open", "HIGH", "low", "volume", "hl2", "a", "b", "m", "m.signal", "m.line", "m.nothing", "rsi", "slwo",
        "position.pnl", "position.bars", "position.entry_price", "position.x", "book.spread", "book.x", "crosses_above",
        "crosses_below", "rising", "falling", "highest", "lowest", "within", "change", "abs", "min", "max", "bars_since",
        "hour", "minute", "weekday", "and", "or", "not", "AND", "Or", "NOT", "(", ")", "[", "]", ",", "<", "<=", ">",
        ">=", "==", "!=", "+", "-", "*", "/", "=", "!", "&&", "|", "<>", "**", "%", "$p", "$q", "$", "0", "1", "2.5",
        "4%", "5 bps", "3 bars", "2 atr", "15m", "1e9", "1e999", "1e", "99999999999999999999", "0.1.2", ".5", "\"x\"",
        "'", "é", "😀", "\\", "#", "\t", ";", "@", "a.b.c", "x[1]", "close[1]", "close[-1]", "close[a]", "rising(a, 3)",
        "within(a > b, 2)", "a > b", "not (a < b)", "highest(high, 20)", "100001", "close[60000]", "((", "))",
    ];

    private static bool IsLong => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";

    // contracts 3: every text is either a rule or a refusal with a place; nothing else gets out, nothing hangs.
    [Fact]
    public void Load_FuzzedExpressions_AreReadOrRefused()
    {
        int files = (IsLong ? 1_000_000 : 100_000) / ExpressionsPerFile;
        int refusals = 0;
        for (int file = 0; file < files; file++)
        {
            string text = FileOf(new Random(file));
            double best = double.MaxValue;
            for (int i = 0; i < 10 && best > MostMillis; i++)
            {
                Stopwatch watch = Stopwatch.StartNew();
                refusals += IsRefused(text, file) ? 1 : 0;
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }

            Assert.True(best < MostMillis, $"Seed {file} took {best} ms:\n{text}");
        }

        Assert.InRange(refusals, 1, int.MaxValue);
    }

    private static bool IsRefused(string text, int seed)
    {
        try
        {
            Strategy strategy = Sample.Load(text);
            Assert.Equal(strategy.Hash, Sample.Load(strategy.CanonicalText).Hash);
            return false;
        }
        catch (InputException refused)
        {
            Assert.All(refused.Problems, p => Assert.True(p.Line > 0 && p.Column > 0 && p.Message.Length > 10, p.ToString()));
            return true;
        }
        catch (Exception escaped) when (escaped is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"Seed {seed}:\n{text}", escaped);
        }
    }

    private static string FileOf(Random random)
    {
        StringBuilder rules = new("  entry:\n    any:\n");
        for (int i = 0; i < ExpressionsPerFile; i++)
        {
            rules.Append("      - ").Append(Sample.Quoted(Expression(random).Replace("\t", " ", StringComparison.Ordinal))).Append('\n');
        }

        return Sample.File(rules.ToString(), "parameters: { p: 3 }");
    }

    private static string Expression(Random random)
    {
        if (random.Next(3) == 0)
        {
            return Mutated(random);
        }

        StringBuilder text = new();
        for (int words = random.Next(1, 14); words > 0; words--)
        {
            text.Append(Words[random.Next(Words.Length)]).Append(random.Next(4) == 0 ? "" : " ");
        }

        return text.ToString();
    }

    private static string Mutated(Random random)
    {
        StringBuilder text = new("crosses_above(m.line, m.signal) and not (highest(close[1], 20) - a) * 2 < position.pnl or rising(b, $p)");
        for (int changes = random.Next(0, 4); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(3))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, Words[random.Next(Words.Length)]);
                    break;
                default:
                    text[at] = (char)random.Next(32, 127);
                    break;
            }
        }

        return text.ToString();
    }
}
