namespace Neurotrade.Tests;

/// <summary>Where the sources lie, for tests that read or start them.</summary>
internal static class Repository
{
    /// <summary>The folder of <c>Neurotrade.sln</c>, found upwards from the test assembly.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Neurotrade.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("Neurotrade.sln was not found above the test assembly.");
    }
}
