using System.Text;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyUploadTests : IDisposable
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(StoredRuns.Strategy);
    private readonly TemporaryFolder folder = new();
    private readonly StrategyShelf shelf;

    public StrategyUploadTests() => shelf = new StrategyShelf(folder["own"], folder["samples"], TimeProvider.System);

    [Theory]
    [InlineData("a.yaml", "a.yaml", "a.yaml is kept.")]
    [InlineData("A B.YML", "A B.yml", "A B.YML is kept as A B.yml.")]
    [InlineData("noending", "noending.yaml", "noending is kept as noending.yaml.")]
    [InlineData("../../etc/passwd.yaml", "passwd.yaml", "../../etc/passwd.yaml is kept as passwd.yaml.")]
    [InlineData("..\\..\\evil.json", "evil.json", "..\\..\\evil.json is kept as evil.json.")]
    [InlineData("<b onload=x(1)>.yaml", "b onload-x-1--.yaml", "<b onload=x(1)>.yaml is kept as b onload-x-1--.yaml.")]
    [InlineData("nul.yaml", "strategy-nul.yaml", "nul.yaml is kept as strategy-nul.yaml.")]
    public void File_OfAnyName_IsKeptUnderAGoodOne(string given, string name, string told)
    {
        UploadNote note = StrategyUpload.Keep(shelf, given, Good);

        Assert.Equal((name, told), (note.Name, note.Told));
        Assert.Equal(StoredRuns.Strategy, shelf.Read(name));
        Assert.Equal(name, Assert.Single(Directory.GetFiles(folder["own"]).Select(path => Path.GetFileName(path))));
    }

    [Theory]
    [InlineData("picture.png", "picture.png .png is no strategy file; expected .yaml, .yml, .json.")]
    [InlineData("a.yaml.exe", "a.yaml.exe .exe is no strategy file; expected .yaml, .yml, .json.")]
    public void File_OfAnotherType_IsRefused_BeforeItIsRead(string given, string told)
    {
        Assert.Equal(told, StrategyUpload.Refusal(given, 10)!.Told);
        Assert.Null(StrategyUpload.Keep(shelf, given, Good).Name);
        Assert.Empty(shelf.List());
    }

    [Fact]
    public void File_WithoutABytesOrWithOneTooMany_IsRefused_AndTheLargestIsKept()
    {
        Assert.Equal("a.yaml is empty.", StrategyUpload.Keep(shelf, "a.yaml", []).Told);
        Assert.Equal(
            "a.yaml has 262,145 bytes; a strategy has at most 262,144 (256 KiB).",
            StrategyUpload.Keep(shelf, "a.yaml", Enumerable.Repeat((byte)'#', 262_145).ToArray()).Told);
        Assert.Empty(shelf.List());

        Assert.Equal("a.yaml", StrategyUpload.Keep(shelf, "a.yaml", Enumerable.Repeat((byte)'#', 262_144).ToArray()).Name);
    }

    public static TheoryData<byte[], string> NoTexts => new()
    {
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "not valid UTF-8" },
        { [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00], "control character" },
        { [.. "schema: 1"u8, 0, 0], "NUL" },
        { [0xFF, 0xFE, 0x61], "odd number of bytes" },
    };

    [Theory]
    [MemberData(nameof(NoTexts))]
    public void File_ThatIsNoText_IsRefused_WithWhatIsWrong(byte[] bytes, string why)
    {
        UploadNote note = StrategyUpload.Keep(shelf, "a.yaml", bytes);

        Assert.Contains(why, note.Told, StringComparison.Ordinal);
        Assert.Null(note.Name);
        Assert.Empty(shelf.List());
    }

    [Fact]
    public void File_WithMistakes_IsKept_SoThatTheyCanBeMended()
    {
        byte[] bad = Encoding.UTF8.GetBytes(StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));

        Assert.Equal("a.yaml is kept. It has a problem, which its page shows.", StrategyUpload.Keep(shelf, "a.yaml", bad).Told);
    }

    [Fact]
    public void File_OfANameThatIsThere_KeepsTheFormerAsAVersion_AndTheSameTextChangesNothing()
    {
        shelf.Save("a.yaml", "# mine");

        Assert.Equal("a.yaml is kept. It replaces a text, which stays as v1.", StrategyUpload.Keep(shelf, "a.yaml", Good).Told);
        Assert.Equal("# mine", shelf.Versions.Read("a.yaml", 1));
        Assert.Equal("a.yaml is there already, the same to the letter.", StrategyUpload.Keep(shelf, "a.yaml", Good).Told);
        Assert.Equal(2, shelf.Versions.List("a.yaml").Count);
    }

    [Fact]
    public void File_OfAnOlderForm_IsKept_AndSaysSo()
    {
        byte[] older = Encoding.UTF8.GetBytes("""
            { "symbol": "BTC/USDT", "timeframe": "1h", "indicators": { "rsi": { "enabled": true, "period": 14 } },
              "trading": { "buy_condition": "rsi < 30", "sell_condition": "rsi > 70" } }
            """);

        Assert.Contains("An older form", StrategyUpload.Keep(shelf, "old.json", older).Told, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
