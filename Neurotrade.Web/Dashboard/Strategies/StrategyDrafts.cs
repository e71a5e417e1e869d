namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A text that was typed and not saved.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="TypedMillis">When, Unix milliseconds.</param>
internal sealed record TypedText(string Text, long TypedMillis);

/// <summary>
/// What was typed in each file and not saved, as plain files of their names: it outlives the page, the circuit and the
/// server. The last that was typed stands, whichever window it was typed in.
/// </summary>
internal sealed class StrategyDrafts(string folder)
{
    /// <summary>Texts longer than this are not kept: a strategy has at most a fourth of it.</summary>
    public const int MostLength = 4 * StrategyShelf.MostBytes;

    private readonly Lock gate = new();

    /// <summary>Keeps what is typed in a file, in place of what was kept of it.</summary>
    public void Keep(string name, string text)
    {
        if (!StrategyName.IsGood(name) || text.Length > MostLength)
        {
            return;
        }

        lock (gate)
        {
            // At every few letters, so not flushed: what the system has taken survives all but a loss of power.
            Directory.CreateDirectory(folder);
            string part = Path.Combine(folder, ".part");
            File.WriteAllText(part, text);
            File.Move(part, Path.Combine(folder, name), overwrite: true);
        }
    }

    /// <summary>What was typed in a file and not saved; null where nothing was.</summary>
    public TypedText? Find(string name)
    {
        string path = Path.Combine(folder, name);
        return StrategyName.IsGood(name) && File.Exists(path)
            ? new TypedText(File.ReadAllText(path), new DateTimeOffset(File.GetLastWriteTimeUtc(path)).ToUnixTimeMilliseconds())
            : null;
    }

    /// <summary>It was saved, or is not wanted.</summary>
    public void Drop(string name)
    {
        if (StrategyName.IsGood(name) && Directory.Exists(folder))
        {
            File.Delete(Path.Combine(folder, name));
        }
    }

    /// <summary>The file is called otherwise.</summary>
    public void Move(string name, string newName)
    {
        if (Find(name) is { } typed)
        {
            Keep(newName, typed.Text);
            Drop(name);
        }
    }

    /// <summary>Files in which something is not saved.</summary>
    public IReadOnlySet<string> Names() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(StrategyName.IsGood).ToHashSet(StringComparer.Ordinal)
        : new HashSet<string>();
}
