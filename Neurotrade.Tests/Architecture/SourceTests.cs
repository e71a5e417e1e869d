namespace Neurotrade.Tests.Architecture;

public sealed class SourceTests
{
    [Fact]
    public void Sources_EveryFile_KeepsTheHouseRules() =>
        AssertNone(SourceFiles.Of(".cs", ".razor", ".ts", ".mjs").SelectMany(SourceRules.Faults));

    [Fact]
    public void Types_OfTheProduct_HaveNamesThatSaySomething() => AssertNone(SourceFiles.Of(".cs")
        .Where(file => !file.Path.StartsWith("Neurotrade.Tests/", StringComparison.Ordinal))
        .SelectMany(SourceRules.EmptyNames));

    [Fact]
    public void Namespaces_OfTheProduct_AreTheirFolders()
    {
        IEnumerable<string> strangers = SourceFiles.Of(".cs")
            .Where(file => !file.Path.Contains("/Architecture/Sample/", StringComparison.Ordinal))
            .Where(file => Array.Find(file.Lines, line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
                && line != $"namespace {Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Replace('/', '.')};")
            .Select(file => file.Path);

        AssertNone(strangers);
    }

    [Fact]
    public void Rules_OfAFileWithFaults_FindEach()
    {
        string[] lines =
        [
            "internal sealed class Long",
            "{",
            "    public static int Sum(",
            "        int first,",
            "        int second)",
            "    {",
            .. Enumerable.Repeat("        first += second;", 70),
            "    }",
            "    // TO" + "DO: later",
            new string(' ', 151),
            .. Enumerable.Repeat(string.Empty, 240),
            "}",
        ];

        string[] found = [.. SourceRules.Faults(new SourceFile("Long.cs", lines))];

        string[] expected =
        [
            "Long.cs: 320 lines, at most 300",
            "Long.cs:78: TO" + "DO",
            "Long.cs:79: 151 columns, at most 150",
            "Long.cs:3: a function of 75 lines, at most 70",
        ];
        Assert.Equal(expected, found);
    }

    private static void AssertNone(IEnumerable<string> faults)
    {
        string[] found = [.. faults];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
