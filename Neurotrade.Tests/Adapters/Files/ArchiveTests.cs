using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Files;

// binance-and-faults.md S32: archives that are bombs, lie, climb or are damaged.
public sealed class ArchiveTests : IDisposable
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 20_000 : 400;
    private const string Kline = "1704067200000,10,12,9,11,1,1704067259999,0,0,0,0,0\n";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static IReadOnlyList<CandleRows> Read(string path, ArchiveLimits? limits = null) =>
        CandleFiles.Read(path, limits, TestContext.Current.CancellationToken);

    private static string ErrorOf(string path, ArchiveLimits? limits = null) =>
        string.Join('\n', Assert.Throws<InputException>(() => Read(path, limits)).Problems.Select(problem => problem.Message));

    [Fact]
    public void Read_EntriesOfAnArchive_ComeInOrderOfNamesAndCarryThem()
    {
        IReadOnlyList<CandleRows> rows = Read(folder.Zip("a.zip", ("2.csv", Kline), ("1.csv", Kline), ("readme.txt", "x")));

        Assert.Equal([folder.Of("a.zip/1.csv"), folder.Of("a.zip/2.csv")], rows.Select(one => one.File));
    }

    [Fact]
    public void Read_Bombs_StopAtTheRatio()
    {
        string text = string.Concat(Enumerable.Repeat(Kline, 60_000));

        Assert.Equal("unpacks to more than 50 times its size, expected candles",
            ErrorOf(folder.Gzip("a.csv.gz", text), new ArchiveLimits { MostRatio = 50 }));
        Assert.Equal("unpacks to more than 50 times its size, expected candles",
            ErrorOf(folder.Zip("a.zip", ("a.csv", text)), new ArchiveLimits { MostRatio = 50 }));
    }

    [Fact]
    public void Read_MoreThanMayBeUnpacked_IsRefused()
    {
        string text = string.Concat(Enumerable.Repeat(Kline, 30_000));
        ArchiveLimits small = new() { MostBytes = 1 << 20, MostRatio = 100_000 };

        Assert.Equal("unpacks to more than 1 MiB, expected less", ErrorOf(folder.Gzip("a.csv.gz", text), small));
        Assert.Equal("unpacks to more than 1 MiB, expected less", ErrorOf(folder.Zip("a.zip", ("a.csv", text)), small));
        Assert.Equal("unpacks to more than 1 MiB, expected less",
            ErrorOf(folder.Zip("b.zip", ("a.csv", text[..1_000_000]), ("b.csv", text[..1_000_000])), small));
    }

    [Fact]
    public void Read_TooManyEntries_AreRefused() => Assert.Equal("holds more than 1000 entries, expected candles",
        ErrorOf(folder.Zip("a.zip", [.. Enumerable.Range(0, 1001).Select(i => ($"{i}.csv", Kline))])));

    [Theory]
    [InlineData("inner.zip", "an archive inside an archive, expected .csv files")]
    [InlineData("inner.csv.gz", "an archive inside an archive, expected .csv files")]
    [InlineData("../a.csv", "a path that leads out of the archive, expected plain names")]
    [InlineData("x/..\\a.csv", "a path that leads out of the archive, expected plain names")]
    [InlineData("/etc/a.csv", "a path that leads out of the archive, expected plain names")]
    [InlineData("C:\\a.csv", "a path that leads out of the archive, expected plain names")]
    public void Read_EntryThatHasNoPlaceInCandles_IsRefused(string entry, string expected) =>
        Assert.Equal(expected, ErrorOf(folder.Zip("a.zip", ("good.csv", Kline), (entry, Kline))));

    [Fact]
    public void Read_SymbolicLink_IsRefused()
    {
        using (FileStream file = File.Create(folder.Of("a.zip")))
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            ZipArchiveEntry link = zip.CreateEntry("a.csv");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using StreamWriter writer = new(link.Open());
            writer.Write("/etc/passwd");
        }

        Assert.Equal("a symbolic link, expected .csv files", ErrorOf(folder.Of("a.zip")));
    }

    // The declared length and checksum stand in the central directory, before and in the local header.
    [Theory]
    [InlineData(24, -51)]
    [InlineData(24, 51)]
    [InlineData(16, 1)]
    public void Read_LyingEntry_IsRefused(int fieldOffset, int change)
    {
        string path = folder.Zip("a.zip", ("a.csv", string.Concat(Enumerable.Repeat(Kline, 100))));
        byte[] bytes = File.ReadAllBytes(path);
        int central = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        Span<byte> field = bytes.AsSpan(central + fieldOffset, 4);
        BinaryPrimitives.WriteUInt32LittleEndian(field, BinaryPrimitives.ReadUInt32LittleEndian(field) + (uint)change);
        File.WriteAllBytes(path, bytes);

        string error = ErrorOf(path);

        Assert.Matches("^its (length|checksum) is not the one that the archive declares$", error);
    }

    [Fact]
    public void Read_ArchiveCutOffAnywhere_IsAProblemAndNothingElse()
    {
        string text = string.Concat(Enumerable.Range(0, 400).Select(i =>
            Kline.Replace("10,", $"1{i % 10},", StringComparison.Ordinal)));
        byte[] gzip = TemporaryFolder.Packed(Encoding.UTF8.GetBytes(text));
        byte[] zip = File.ReadAllBytes(folder.Zip("whole.zip", ("a.csv", text)));
        for (int cut = 1; cut < 12; cut++)
        {
            string damagedGzip = ErrorOf(folder.Write("cut.csv.gz", gzip[..(gzip.Length * cut / 12)]));
            Assert.Equal("damaged data, expected a whole archive", damagedGzip);
            Assert.Equal("a damaged archive, expected a whole .zip", ErrorOf(folder.Write("cut.zip", zip[..(zip.Length * cut / 12)])));
        }
    }

    [Theory]
    [InlineData(51)]
    [InlineData(52)]
    public void Read_GarbledArchives_NeverEscape(int seed)
    {
        Random random = new(seed);
        string text = string.Concat(Enumerable.Repeat(Kline, 200));
        byte[] gzip = TemporaryFolder.Packed(Encoding.UTF8.GetBytes(text));
        byte[] zip = File.ReadAllBytes(folder.Zip("whole.zip", ("a.csv", text)));
        for (int round = 0; round < Rounds; round++)
        {
            (byte[] sound, string name) = round % 2 == 0 ? (gzip, "x.csv.gz") : (zip, "x.zip");
            byte[] bytes = [.. sound];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                Assert.All(Read(folder.Write(name, bytes)), rows => Assert.True(rows.Count <= 200, $"seed {seed} round {round}"));
            }
            catch (InputException)
            {
                continue;
            }
        }
    }

    [Fact]
    public void Read_PublishedChecksum_IsHeldAgainstTheFile()
    {
        string path = folder.Zip("BTCUSDT-1m-2024-01.zip", ("BTCUSDT-1m-2024-01.csv", Kline));
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        folder.Write("BTCUSDT-1m-2024-01.zip.CHECKSUM", $"{hash}  BTCUSDT-1m-2024-01.zip\n");
        Assert.Single(Read(path));

        folder.Write("BTCUSDT-1m-2024-01.zip.CHECKSUM", new string('0', 64) + "  BTCUSDT-1m-2024-01.zip\n");
        Assert.Equal($"its SHA-256 is {hash}, expected {new string('0', 64)} as its .CHECKSUM file says", ErrorOf(path));
    }

    [Fact]
    public void Read_EmptyArchives_AreErrors()
    {
        Assert.Equal("the archive holds no .csv file, expected at least one", ErrorOf(folder.Zip("a.zip")));
        Assert.Equal("no line of text, expected candles", ErrorOf(folder.Gzip("a.csv.gz", string.Empty)));
        Assert.Equal("no line of text, expected candles", ErrorOf(folder.Write("b.csv.gz", [])));
        Assert.Equal("a damaged archive, expected a whole .zip", ErrorOf(folder.Write("b.zip", [])));
    }

    [Fact]
    public void Read_OtherFilesAndPlaces_AreErrors()
    {
        Assert.Equal("not a candle file, expected .csv, .csv.gz, .zip or a folder", ErrorOf(folder.Write("a.parquet", "x")));
        Assert.Equal("no such file or folder", ErrorOf(folder.Of("nothing.csv")));
        Assert.Equal("the folder holds no .csv, .csv.gz or .zip file, expected at least one", ErrorOf(folder.Path));
    }

    // contracts 1: an input that may not be read is bad input, a folder as much as a file
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Read_AFolderThatMayNotBeRead_IsAnError()
    {
        const UnixFileMode passable = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        new DirectoryInfo(folder.Path).UnixFileMode |= passable;
        string closed = Directory.CreateDirectory(folder.Of("closed")).FullName;
        new DirectoryInfo(closed).UnixFileMode = UnixFileMode.None;

        string error = string.Empty;
        Thread nobody = new(() => error = AsNobody(() => ErrorOf(closed)));
        nobody.Start();
        nobody.Join();

        new DirectoryInfo(closed).UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        Assert.Equal("may not be read, expected permission to read it", error);
    }

    [Fact]
    public void Read_GzipOfSeveralMembers_ReadsThemAll()
    {
        byte[] one = TemporaryFolder.Packed(Encoding.UTF8.GetBytes(Kline));

        Assert.Equal(2, Read(folder.Write("a.csv.gz", [.. one, .. one]))[0].Count);
    }

    // Root may read everything; Linux lets one thread alone touch files as somebody else (setfsuid(2)).
    private static string AsNobody(Func<string> read)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return read();
        }

        _ = SetFileUser(65534);
        try
        {
            return read();
        }
        catch (Exception failure)
        {
            return failure.ToString();
        }
        finally
        {
            _ = SetFileUser(0);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(uint user);
}
