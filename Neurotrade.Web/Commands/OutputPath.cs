using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>Looks at <c>--out</c> before the work begins: what cannot be written is a bad argument.</summary>
internal static class OutputPath
{
    /// <summary>The problem where a file stands for one of the path's folders; null where none does.</summary>
    public static Problem? FileInTheWay(string path)
    {
        string? above = Path.GetDirectoryName(Path.GetFullPath(path));
        while (above is not null && !File.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above is null
            ? null
            : new Problem("--out", 0, 0, $"'{path}' lies beneath the file '{above}'; expected folders above it");
    }

    /// <summary>Throws where no folder can be at the path.</summary>
    public static void RefuseAFile(string folder)
    {
        if (File.Exists(folder))
        {
            throw new InputException(new Problem("--out", 0, 0, $"'{folder}' is a file; expected a folder, or a name for one"));
        }

        if (FileInTheWay(folder) is { } problem)
        {
            throw new InputException(problem);
        }
    }
}
