using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class LineDiffTests
{
    [Fact]
    public void Diff_OfAChangedLine_ShowsTheFormerThenTheLatter_WithBothNumbers()
    {
        LineDiff diff = LineDiff.Of("a\nb\nc\n", "a\nB\nc\nd\n");

        Assert.Equal(
        [
            new(LineKind.Same, "a", 1, 1), new(LineKind.Removed, "b", 2, null), new(LineKind.Added, "B", null, 2),
            new(LineKind.Same, "c", 3, 3), new(LineKind.Added, "d", null, 4),
        ], diff.Lines);
        Assert.Equal((2, 1, false), (diff.Added, diff.Removed, diff.IsSame));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    public void Diff_OfTheSameLines_IsSame(string former, string latter) => Assert.True(LineDiff.Of(former, latter).IsSame);

    [Fact]
    public void Diff_WithNothing_IsAllAddedOrAllRemoved()
    {
        Assert.All(LineDiff.Of(string.Empty, "a\nb").Lines, line => Assert.Equal(LineKind.Added, line.Kind));
        Assert.All(LineDiff.Of("a\nb", string.Empty).Lines, line => Assert.Equal(LineKind.Removed, line.Kind));
    }

    // The lengths that a table of longest common subsequences gives, which shares no code with the search.
    [Fact]
    public void Diff_OfRandomTexts_LeadsFromOneToTheOther_WithTheFewestLines()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            string[] former = Lines(random);
            string[] latter = Lines(random);

            LineDiff diff = LineDiff.Of(string.Join('\n', former), string.Join('\n', latter));

            Assert.Equal(former, diff.Lines.Where(line => line.Former is not null).Select(line => line.Text));
            Assert.Equal(latter, diff.Lines.Where(line => line.Latter is not null).Select(line => line.Text));
            Assert.Equal(Enumerable.Range(1, former.Length), diff.Lines.Where(line => line.Former is not null).Select(line => line.Former!.Value));
            Assert.Equal(Enumerable.Range(1, latter.Length), diff.Lines.Where(line => line.Latter is not null).Select(line => line.Latter!.Value));
            Assert.True(diff.Lines.Count(line => line.Kind == LineKind.Same) == Common(former, latter), $"seed {seed}");
        }
    }

    [Fact]
    public void Diff_OfTextsThatShareTooLittle_IsToldAsAWhole()
    {
        string former = "head\n" + string.Join('\n', Enumerable.Range(0, 60_000)) + "\ntail";
        string latter = "head\n" + string.Join('\n', Enumerable.Range(30_000, 60_000)) + "\ntail";

        LineDiff diff = LineDiff.Of(former, latter);

        Assert.Equal((60_000, 60_000), (diff.Removed, diff.Added));
        Assert.Equal((LineKind.Same, LineKind.Same), (diff.Lines[0].Kind, diff.Lines[^1].Kind));
        Assert.All(diff.Lines.Skip(1).Take(60_000), line => Assert.Equal(LineKind.Removed, line.Kind));
    }

    private static string[] Lines(Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => ((char)('a' + random.Next(5))).ToString())];

    private static int Common(string[] left, string[] right)
    {
        int[,] longest = new int[left.Length + 1, right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                longest[i, j] = left[i - 1] == right[j - 1]
                    ? longest[i - 1, j - 1] + 1
                    : Math.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return longest[left.Length, right.Length];
    }
}
