using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class VersionLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StrategyFactsShelf facts = new();

    [Theory]
    [InlineData("fast: { value: 5,", "fast: { value: 7,", "$fast 5 → 7")]
    [InlineData("period: 14", "period: 15", "+1 −1: rsi: { type: rsi, period: 15 }")]
    [InlineData("schema: 1", "schema: 1 # note", "+1 −1, same meaning: schema: 1 # note")]
    [InlineData("type: rsi", "type: rsj", "+1 −1: rsi: { type: rsj, period: 14 }")]
    [InlineData("  rsi: { type: rsi, period: 14 }\n", "", "+0 −1: without rsi: { type: rsi, period: 14 }")]
    [InlineData("\n", "\r\n", "line ends only")]
    public void Change_OfAText_IsSaidInALine(string from, string to, string expected)
    {
        string latter = StoredRuns.Strategy.Replace(from, to, StringComparison.Ordinal);

        Assert.Equal(expected, VersionLine.ChangeOf(StoredRuns.Strategy, latter, facts));
    }

    [Fact]
    public void Lines_OfAFile_CarryTheResultOfExactlyThatVersion()
    {
        var shelf = new StrategyShelf(folder["own"], folder["samples"], TimeProvider.System);
        PastRun run = StoredRuns.Keep(new RunArchive(folder["runs"]), days: 20);
        shelf.Save("cross.yaml", StoredRuns.Strategy);
        shelf.Save("cross.yaml", StoredRuns.Strategy.Replace("value: 5", "value: 7", StringComparison.Ordinal));
        shelf.Save("cross.yaml", StoredRuns.Strategy);

        IReadOnlyList<VersionLine> lines = VersionLine.Of(shelf, facts, [run], "cross.yaml");

        Assert.Equal(
            [(3, true, true), (2, false, false), (1, true, true)],
            lines.Select(line => (line.Version.Number, line.LastRun is not null, line.IsHeld)));
        Assert.Equal(["the text of v1 again", "$fast 5 → 7", "the first that is kept"], lines.Select(line => line.Change));
    }

    public void Dispose() => folder.Dispose();
}
