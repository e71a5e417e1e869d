namespace Neurotrade.Tests.Architecture;

/// <summary>A source file: its path below the repository's top, with forward slashes, and its lines.</summary>
internal sealed record SourceFile(string Path, string[] Lines);

/// <summary>The sources that the repository holds; build output and packages left out.</summary>
internal static class SourceFiles
{
    private static readonly string[] Folders =
    [
        "Neurotrade.Core", "Neurotrade.Web", "Neurotrade.Tests", "Neurotrade.Benchmarks", "wwwroot-assets",
    ];

    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "lib"];

    /// <summary>Files with one of the endings given.</summary>
    public static IEnumerable<SourceFile> Of(params string[] endings) => Folders
        .Select(folder => Path.Combine(Repository.Root, folder))
        .Where(Directory.Exists)
        .SelectMany(Below)
        .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(
            Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllLines(path)));

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(below => !Skipped.Contains(Path.GetFileName(below)))
            .SelectMany(Below));
}
