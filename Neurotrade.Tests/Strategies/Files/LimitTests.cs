using System.Globalization;
using System.Text;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

// contracts 3: each limit lets its own size pass and refuses one more.
public sealed class LimitTests
{
    private static string Whole => Sample.Entry("close > open");

    [Theory]
    [InlineData(256 * 1024, true)]
    [InlineData((256 * 1024) + 1, false)]
    public void File_OfSize_IsReadOrRefused(int bytes, bool isRead)
    {
        string text = Whole + "\n#";
        text += new string('x', bytes - Encoding.UTF8.GetByteCount(text));

        Check(text, isRead, "may have at most 262144");
    }

    // `rules` is one level, `entry` two; each `not` adds one, and the value on its own line none.
    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Blocks_InsideOneAnother_AreReadOrRefused(int nots, bool isRead)
    {
        StringBuilder rules = new("  entry:\n");
        for (int i = 0; i < nots; i++)
        {
            rules.Append(' ', 4 + i).Append("not:\n");
        }

        rules.Append(' ', 4 + nots).Append("close > open");
        Check(Sample.File(rules.ToString()), isRead, "more than 32 deep");
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Braces_InsideOneAnother_AreReadOrRefused(int nots, bool isRead)
    {
        string rule = string.Concat(Enumerable.Repeat("{not: ", nots)) + "close > open" + new string('}', nots);

        Check(Sample.File($"  entry: {rule}"), isRead, "more than 32 deep");
    }

    [Theory]
    [InlineData(667, true)]
    [InlineData(668, false)]
    public void Expression_OfParts_IsReadOrRefused(int comparisons, bool isRead)
    {
        // A sum of n - 1 negated values takes 3 n - 4 parts, the comparison and its other side two: 667 make 1,999.
        string sum = string.Join(" + ", Enumerable.Repeat("-a", comparisons - 1));

        Check(Sample.Entry($"{sum} > b"), isRead, "more than 2000 parts");
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Expression_InParentheses_IsReadOrRefused(int depth, bool isRead) =>
        Check(Sample.Entry(new string('(', depth) + "a > b" + new string(')', depth)), isRead, "nests more than 64 deep");

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void Indicators_OfNumber_AreReadOrRefused(int count, bool isRead)
    {
        IEnumerable<string> lines = Enumerable.Range(0, count - 3)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"  i{i}: {{ type: sma }}\n"));

        Check(Whole.Replace("rules:", string.Concat(lines) + "rules:", StringComparison.Ordinal), isRead, "at most 200");
    }

    [Theory]
    [InlineData("close[100000] > 0", true)]
    [InlineData("close[50000][50000] > 0", true)]
    [InlineData("close[50000][50001] > 0", false)]
    [InlineData("change(highest(close[40000], 30001), 30000) > 0", true)]
    [InlineData("change(highest(close[40000], 30002), 30000) > 0", false)]
    [InlineData("crosses_above(close[99999], open)", true)]
    [InlineData("crosses_above(close[100000], open)", false)]
    [InlineData("within(within(close[1] > 0, 50000), 50001)", true)]
    [InlineData("within(within(close[2] > 0, 50000), 50002)", false)]
    public void LookBack_AddedUp_IsReadOrRefused(string rule, bool isRead) =>
        Check(Sample.Entry(rule), isRead, "the limit is 100000");

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Load_UnderAnotherCulture_IsTheSame(string culture)
    {
        string text = Sample.File(
            "  entry: A_I > 1.5 and CLOSE[1] < 2.25% or MINUTE() > 3",
            "indicators2: x").Replace("  a: {", "  A_I: { type: sma }\n  a: {", StringComparison.Ordinal)
            .Replace("indicators2: x", "orders: { stop_loss: 2.5 ATR }", StringComparison.Ordinal);
        Strategy here = Sample.Load(text);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Strategy there = Sample.Load(text);
            Assert.Equal(here.CanonicalText, there.CanonicalText);
            Assert.Equal(RuleWords.Describe(here), RuleWords.Describe(there));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Check(string text, bool isRead, string expected)
    {
        if (isRead)
        {
            Assert.NotEmpty(Sample.Load(text).Hash);
        }
        else
        {
            Assert.Contains(expected, Assert.Single(Sample.Problems(text)), StringComparison.Ordinal);
        }
    }
}
