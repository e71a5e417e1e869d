using System.Diagnostics;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

public sealed class HostileFileTests
{
    private const string Child = "NEUROTRADE_HOSTILE_CHILD";
    private const int MostMillis = 100;
    private const long MostBytes = 16 << 20;

    private static readonly string Valid = Sample.Entry("close > open");

    public static TheoryData<string> Names => [.. Corpus().Select(c => c.Name)];

    // contracts 3: each is refused with its place, quickly, in bounded memory.
    [Theory]
    [MemberData(nameof(Names))]
    public void Load_HostileText_IsRefusedQuickly(string name)
    {
        string text = Corpus().Single(c => c.Name == name).Text;
        double best = double.MaxValue;
        for (int i = 0; i < 10 && best > MostMillis; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Stopwatch watch = Stopwatch.StartNew();
            InputException refused = Refused(text);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
            Assert.All(refused.Problems, p => Assert.Equal("s.yaml", p.File));
        }

        Assert.True(best < MostMillis, $"{name} took {best} ms");
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
        string text = Corpus().Single(c => c.Name == name).Text;

        Assert.Contains(Refused(text).Problems, p => p.Message.Contains(expected, StringComparison.Ordinal));
    }

    // A stack overflow cannot be caught: only another process can show that there is none.
    [Fact]
    public async Task Load_HostileTexts_LeaveAProcessAlive()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Child) == "1", "This is the child.");
        ProcessStartInfo start = new("dotnet", [typeof(HostileFileTests).Assembly.Location, "-method", $"*.{nameof(Load_HostileTextsOnASmallStack_AreRefused)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Child] = "1";
        using Process child = Process.Start(start)!;
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> errors = child.StandardError.ReadToEndAsync(cancel);
        string output = await child.StandardOutput.ReadToEndAsync(cancel);
        await child.WaitForExitAsync(cancel);

        Assert.True(child.ExitCode == 0, output + await errors);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HostileTextsOnASmallStack_AreRefused()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable(Child) == "1", "Run in a child process, which may die.");
        int refused = 0;
        Thread small = new(() => refused = Corpus().Count(c => Refused(c.Text).Problems.Count > 0), 256 * 1024);
        small.Start();
        small.Join();

        Assert.Equal(Corpus().Count(), refused);
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

    private static InputException Refused(string text) =>
        Assert.Throws<InputException>(() => StrategyFile.Load(text, "s.yaml", StrategyOverrides.None));

    private static IEnumerable<(string Name, string Text)> Corpus()
    {
        string Many(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
        yield return ("nesting, flow", "schema: 1\nrules: " + Many("[", 33) + Many("]", 33));
        yield return ("nesting, block", string.Concat(Enumerable.Range(0, 40).Select(i => new string(' ', 2 * i) + "a:\n")));
        yield return ("nesting, dashes", "rules:\n  " + Many("- ", 40) + "a");
        yield return ("100 KB of [", new string('[', 100_000));
        yield return ("100 KB of [ after a key", "schema: 1\na: " + new string('[', 100_000));
        yield return ("100 KB of {", new string('{', 100_000));
        yield return ("{a: {a:", Many("{a: ", 20_000));
        yield return ("[ on lines of their own", Many("[\n", 100_000));
        yield return ("[ closed in comments", Many("[ # ]\n", 30_000));
        yield return ("[ closed in quotes", Many("[ \"]\",\n", 30_000));
        yield return ("[ behind a quote in a word", "a: it's " + Many("[", 100) + "\nb: " + Many("[", 50_000));
        yield return ("- - -", Many("- ", 100_000));
        yield return ("? ? ?", Many("? ", 100_000));
        yield return ("deep keys", Many("a:\n ", 30_000));
        yield return ("deep and deeper", string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n")));
        yield return ("too large", "#" + new string('x', 256 * 1024));
        yield return ("too large by accents", new string('é', 131_073));
        yield return ("aliases", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]");
        yield return ("billion laughs", string.Concat(Enumerable.Range(1, 30).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat(i == 1 ? "lol" : $"*a{i - 1}", 9))}]\n")));
        yield return ("alias to itself", "a: &a [*a]");
        yield return ("tag", "schema: !!int 1");
        yield return ("tag of a type", "a: !<tag:yaml.org,2002:System.Diagnostics.Process> {}");
        yield return ("merge key", "schema: 1\nb: { <<: x }");
        yield return ("twice", "schema: 1\nname: a\nname: b");
        yield return ("second document", "schema: 1\n---\nschema: 1");
        yield return ("directive", "%YAML 1.1\n---\nschema: 1");
        yield return ("many events", "a: [" + Many("x,", 6000) + "]");
        yield return ("a list that is not indented", "a: [" + Many("x,\n", 6000) + "]");
        yield return ("many keys", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: 1\n")));
        yield return ("long value", "name: " + new string('x', 40_000));
        yield return ("long key", new string('x', 100_000) + ": 1");
        yield return ("long quoted key", "\"" + new string('x', 100_000) + "\": 1");
        yield return ("open quote", "name: \"" + new string('x', 200_000));
        yield return ("open quote over lines", "name: '" + Many("\n", 200_000));
        yield return ("many quotes", Many("\"a\" ", 60_000));
        yield return ("many colons", Many("a: ", 60_000));
        yield return ("many hashes", "a: b" + Many(" #", 100_000));
        yield return ("many spaces", "a:" + new string(' ', 250_000) + "{");
        yield return ("NUL", "schema: 1\nname: a\0b");
        yield return ("control character", "schema: 1\nname: a\u0007");
        yield return ("next line", "schema: 1\u0085name: a");
        yield return ("line separator", "schema: 1\u2028name: a");
        yield return ("half a pair", "name: \ud800x");
        yield return ("other half", "name: x\udc00");
        yield return ("escaped half", "name: \"\\ud800\"");
        yield return ("escape of a NUL", "schema: 1\nname: \"\\0\"");
        yield return ("wrong escape", "name: \"\\q\"");
        yield return ("mark inside", "name: a\ufeffb");
        yield return ("tab", "market:\n\tname: x");
        yield return ("key is a list", "[a]: b");
        yield return ("key is a block", "? {a: b}\n: c");
        yield return ("only a list", "- a");
        yield return ("only a value", "a");
        yield return ("empty", string.Empty);
        yield return ("only a comment", "# nothing");
        yield return ("only a mark", "\ufeff");
        yield return ("json cut short", "{\"schema\": 1, \"name\": ");
        yield return ("json with a tail", "{\"schema\": 1} }");
        yield return ("unknown schema", "schema: 2");
        yield return ("long rule", Sample.Entry(Many("close > 1 and ", 2000) + "close > 1"));
        yield return ("rule of (", Sample.Entry(Many("(", 30_000)));
        yield return ("rule of -", Sample.Entry(Many("-", 30_000) + "1 < 2"));
        yield return ("rule of not", Sample.Entry(Many("not ", 8_000) + "a < b"));
        yield return ("rule of lags", Sample.Entry("close" + Many("[1]", 8_000) + " > 1"));
        yield return ("rule of sums", Sample.Entry("close" + Many(" + close", 3_500) + " > 1"));
        yield return ("lags that add up", Sample.Entry("close[60000][60000] > 1"));
        yield return ("windows that add up", Sample.Entry("highest(highest(close, 60000), 60000) > 1"));
        yield return ("201 indicators", string.Concat(
            "schema: 1\nindicators:\n", string.Concat(Enumerable.Range(0, 201).Select(i => $"  i{i}: {{ type: sma }}\n"))));
        yield return ("much history", Sample.Entry(string.Join(
            " and ", Enumerable.Range(1, 60).Select(i => $"highest(close + {i}, 60000) > 1"))));
    }
}
