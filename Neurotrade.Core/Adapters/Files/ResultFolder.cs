using System.Collections.Immutable;
using Neurotrade.Core.Research;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// Writes a result's files into a folder so that none is ever seen half written: each beside its name, then renamed.
/// The last one given is taken away first and put in place last: a folder that has it is complete.
/// </summary>
public static class ResultFolder
{
    private const string Unfinished = ".partial";

    /// <summary>
    /// Writes the files, replaces those of an earlier run, and removes the earlier run's that this one has not. Throws
    /// what the file system throws (<see cref="IOException"/>, <see cref="UnauthorizedAccessException"/>).
    /// </summary>
    public static void Write(string folder, ImmutableArray<ResultFile> files)
    {
        Directory.CreateDirectory(folder);
        if (files.IsEmpty)
        {
            return;
        }

        try
        {
            foreach (ResultFile file in files)
            {
                WriteBeside(Path.Combine(folder, file.Name + Unfinished), file);
            }

            RemoveStale(folder, files);

            foreach (ResultFile file in files)
            {
                string path = Path.Combine(folder, file.Name);
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        finally
        {
            foreach (ResultFile file in files)
            {
                string left = Path.Combine(folder, file.Name + Unfinished);
                if (File.Exists(left))
                {
                    File.Delete(left);
                }
            }
        }
    }

    // Only a folder that has a run's record holds a run: elsewhere a file of such a name is a person's own.
    private static void RemoveStale(string folder, ImmutableArray<ResultFile> files)
    {
        string record = Path.Combine(folder, files[^1].Name);
        if (!File.Exists(record))
        {
            return;
        }

        File.Delete(record);
        HashSet<string> names = [.. files.Select(file => file.Name)];
        foreach (string stale in ResultFiles.KnownNames.Where(name => !names.Contains(name)))
        {
            File.Delete(Path.Combine(folder, stale));
        }
    }

    private static void WriteBeside(string path, ResultFile file)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            BufferSize = 0,
            PreallocationSize = file.Length,
        };
        using FileStream stream = new(path, options);
        foreach (ReadOnlyMemory<byte> part in file.Parts)
        {
            stream.Write(part.Span);
        }
    }
}
