namespace Neurotrade.Tests;

/// <summary>The folder of real candles and reference values; tests that need it are skipped with a message without it.</summary>
internal static class SharedData
{
    /// <summary>The folder, from <c>NEUROTRADE_SHARED</c> or <c>../shared</c> beside the repository; null where absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The full path of a file in the folder; skips the test where it is absent.</summary>
    public static string Require(string relativePath)
    {
        string? path = Folder is null ? null : Path.Combine(Folder, relativePath);
        bool isThere = path is not null && (File.Exists(path) || Directory.Exists(path));
        Assert.SkipUnless(isThere, $"No shared data: {relativePath} (set NEUROTRADE_SHARED).");
        return path!;
    }

    private static string? Find()
    {
        string? named = Environment.GetEnvironmentVariable("NEUROTRADE_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(named) ? Path.GetFullPath(named) : null;
        }

        string beside = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));
        return Directory.Exists(beside) ? beside : null;
    }
}
