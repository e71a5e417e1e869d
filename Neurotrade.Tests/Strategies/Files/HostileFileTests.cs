using System.Diagnostics;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

public sealed class HostileFileTests
{
    private const int MostTimes = 40;
    private const int MostTries = 100;

    // A third of the smallest stack that .NET gives a thread by itself.
    private const int SmallStack = 512 * 1024;
    private const long MostBytes = 16 << 20;

    private static readonly string Valid = Sample.Entry("close > open");

    public static TheoryData<string> Names => [.. HostileCorpus.All().Select(c => c.Name)];

    // As long as a file may be, and nothing wrong with it.
    private static readonly string Longest = Valid + Comments((256 * 1024) - Valid.Length);

    // contracts 3: each is refused with its place, quickly, in bounded memory. Quickly: a clock would judge the machine, so each
    // is held against a harmless file of the greatest length, the best of a few readings of both in turn.
    [Theory]
    [MemberData(nameof(Names))]
    public void Load_HostileText_IsRefusedQuickly(string name)
    {
        string text = HostileCorpus.All().Single(c => c.Name == name).Text;
        (double best, double harmless) = (double.MaxValue, double.MaxValue);
        for (int i = 0; i < 3 || (i < MostTries && best > MostTimes * harmless); i++)
        {
            Stopwatch calm = Stopwatch.StartNew();
            Assert.NotNull(Sample.Load(Longest));
            harmless = Math.Min(harmless, calm.Elapsed.TotalMilliseconds);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Stopwatch watch = Stopwatch.StartNew();
            InputException refused = Refused(text);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
            Assert.All(refused.Problems, p => Assert.Equal("s.yaml", p.File));
        }

        Assert.True(best <= MostTimes * harmless, $"{name} took {best} ms, a harmless file {harmless} ms");
    }

    [Theory]
    [InlineData("nesting, flow", "Blocks and lists lie more than 32 deep")]
    [InlineData("nesting, block", "Blocks and lists lie more than 32 deep")]
    [InlineData("nesting, dashes", "Blocks and lists lie more than 32 deep")]
    [InlineData("too large", "at most 262144")]
    [InlineData("NUL", "NUL character")]
    [InlineData("half a pair", "Half of a surrogate pair")]
    [InlineData("aliases", "YAML anchor")]
    [InlineData("merge key", "YAML merge key")]
    [InlineData("tag", "YAML tag")]
    [InlineData("twice", "a second time")]
    [InlineData("second document", "second YAML document")]
    [InlineData("directive", "YAML directive")]
    [InlineData("many events", "more than 5000 parts")]
    [InlineData("key is a list", "A key is a plain name")]
    [InlineData("only a list", "a list; a strategy is")]
    [InlineData("empty", "The file is empty")]
    public void Load_HostileText_SaysWhatIsWrong(string name, string expected)
    {
        string text = HostileCorpus.All().Single(c => c.Name == name).Text;

        Assert.Contains(Refused(text).Problems, p => p.Message.Contains(expected, StringComparison.Ordinal));
    }

    // A stack overflow cannot be caught: only another process can show that there is none.
    [Fact]
    public async Task Load_HostileTexts_LeaveAProcessAlive()
    {
        string method = $"*.{nameof(Load_HostileTextsOnASmallStack_AreRefused)}";
        ProcessStartInfo start = new("dotnet", [typeof(HostileFileTests).Assembly.Location, "-method", method, "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process child = Process.Start(start)!;
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> errors = child.StandardError.ReadToEndAsync(cancel);
        string output = await child.StandardOutput.ReadToEndAsync(cancel);
        await child.WaitForExitAsync(cancel);

        Assert.True(child.ExitCode == 0, output + await errors);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    // Run by the test above in a process of its own, which may die.
    [Fact(Explicit = true)]
    public void Load_HostileTextsOnASmallStack_AreRefused()
    {
        int refused = 0;
        Thread small = new(() => refused = HostileCorpus.All().Count(c => Refused(c.Text).Problems.Count > 0), SmallStack);
        small.Start();
        small.Join();

        Assert.Equal(HostileCorpus.All().Count(), refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Load_Utf16WithItsMark_ReadsTheSameStrategy(bool isBigEndian)
    {
        UnicodeEncoding encoding = new(isBigEndian, byteOrderMark: true);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Valid)];

        Assert.Equal(Sample.Load(Valid).Hash, StrategyFile.Load(bytes, "s.yaml", StrategyOverrides.None).Hash);
    }

    [Fact]
    public void Load_Utf8WithItsMark_ReadsTheSameStrategy()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid.Replace("\n", "\r\n", StringComparison.Ordinal))];

        Assert.Equal(Sample.Load(Valid).Hash, StrategyFile.Load(bytes, "s.yaml", StrategyOverrides.None).Hash);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x62, 0xC3 }, 2, 2, "0xC3")]
    [InlineData(new byte[] { 0x61, 0xC0, 0x80 }, 1, 2, "0xC0")]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 1, 1, "0xED")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61 }, 0, 0, "odd number")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 }, 1, 1, "Half of a surrogate pair")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00 }, 1, 1, "UTF-32")]
    [InlineData(new byte[] { 0x61, 0x00, 0x62, 0x00 }, 1, 2, "NUL")]
    public void Load_WrongEncoding_NamesTheByte(byte[] bytes, int line, int column, string expected)
    {
        InputException refused = Assert.Throws<InputException>(() => StrategyFile.Load(bytes, "s.yaml", StrategyOverrides.None));

        Problem problem = Assert.Single(refused.Problems);
        Assert.Equal((line, column), (problem.Line, problem.Column));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    // Brackets in quotes, comments and texts are no nesting.
    [Theory]
    [InlineData("description: \"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"")]
    [InlineData("description: it's [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("description: x # [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("description: |\n  a\n   b [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n    c {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{")]
    public void Load_BracketsThatAreText_AreNoNesting(string description) =>
        Assert.NotEmpty(Sample.Load($"{Valid}\n{description}\n").Description);

    private static string Comments(int characters) =>
        "\n" + string.Concat(Enumerable.Repeat("# nothing\n", (characters - 1) / 10));

    private static InputException Refused(string text) =>
        Assert.Throws<InputException>(() => StrategyFile.Load(text, "s.yaml", StrategyOverrides.None));
}
