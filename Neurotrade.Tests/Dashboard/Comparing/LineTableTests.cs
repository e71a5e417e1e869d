using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Tests.Dashboard.Comparing;

public sealed class LineTableTests
{
    private const string First = "name: a\nindicators:\n  fast:\n    type: ema\n    period: 5\nrules:\n  exit: never";

    [Fact]
    public void Of_EqualTexts_IsTheSameInEveryLine()
    {
        var lines = LineTable.Of([First, First.ReplaceLineEndings("\r\n") + "\n", First]);

        Assert.Equal(7, lines.Length);
        Assert.All(lines, line => Assert.True(line.IsSame));
    }

    [Fact]
    public void Of_AnotherValue_StandsBesideTheFirstOnesWithItsPlace()
    {
        var lines = LineTable.Of(
        [
            First,
            First.Replace("period: 5", "period: 7", StringComparison.Ordinal),
            First.Replace("period: 5", "period: 9", StringComparison.Ordinal),
        ]);

        LineRow different = Assert.Single(lines, line => !line.IsSame);
        Assert.Equal(["    period: 5", "    period: 7", "    period: 9"], different.Cells);
        Assert.Equal("indicators › fast", different.Place);
    }

    [Fact]
    public void Of_LinesThatOnlySomeHave_LeaveTheOthersEmpty()
    {
        const string stop = "orders:\n  stop_loss: 5%";
        var lines = LineTable.Of([First, $"{First}\n{stop}", $"{First}\n{stop.Replace("5%", "8%", StringComparison.Ordinal)}"]);

        Assert.Equal(9, lines.Length);
        Assert.Equal([null, "orders:", "orders:"], lines[7].Cells);
        Assert.Equal([null, "  stop_loss: 5%", "  stop_loss: 8%"], lines[8].Cells);
    }

    [Fact]
    public void Of_AnyTexts_HoldsEachLineOnceAndInOrder()
    {
        var random = new Random(75);
        for (int round = 0; round < 300; round++)
        {
            string[] texts = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => string.Join(
                '\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{new string(' ', random.Next(3))}k{random.Next(4)}: {random.Next(3)}")))];

            var lines = LineTable.Of(texts);

            for (int place = 0; place < texts.Length; place++)
            {
                Assert.Equal(texts[place], string.Join('\n', lines.Select(line => line.Cells[place]).Where(cell => cell is not null)));
            }
        }
    }
}
