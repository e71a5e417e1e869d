using System.Text.Json;

namespace Neurotrade.Tests.Commands;

public sealed class CommandLineTests
{
    // contracts 1
    [Theory]
    [InlineData("docter", "arguments:1:1: Unknown verb 'docter'; did you mean 'doctor'?")]
    [InlineData("doctor --jsn", "arguments:1:2: Unknown option '--jsn'; did you mean '--json'?")]
    [InlineData("train --agent x", "arguments:1:1: 'train' is not in this version")]
    [InlineData("data", "arguments:1:0: 'data' needs a verb: import, download, list")]
    [InlineData("@/etc/passwd", "arguments:1:1: Unknown verb '@/etc/passwd'")]
    [InlineData("doctor --json ", "arguments:1:3: This argument is empty")]
    [InlineData("serve --urls nonsense", "--urls:0:0: 'nonsense' is not an address")]
    public async Task Arguments_WithAMistake_AreOneProblemAndExitTwo(string line, string expected)
    {
        VerbRun run = await VerbRun.Of(line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.StartsWith(expected, Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AsJson_IsOneDocumentThatSaysYesOrNo()
    {
        VerbRun run = await VerbRun.Of("doctor", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Error);
        using JsonDocument document = JsonDocument.Parse(run.Out);
        string[] names = [.. document.RootElement.EnumerateArray().Select(row => row.GetProperty("name").GetString()!)];
        Assert.Contains("Redis", names);
        Assert.All(document.RootElement.EnumerateArray(), row => Assert.True(
            row.GetProperty("is_there").GetBoolean() == (row.GetProperty("how_to_get_it").GetString()!.Length == 0)));
    }
}
