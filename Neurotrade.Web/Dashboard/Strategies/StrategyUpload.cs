using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What became of a file that somebody dropped in.</summary>
/// <param name="Name">The name under which it is kept; null where it is not.</param>
/// <param name="Told">In a sentence that begins with what the person's file is called.</param>
internal sealed record UploadNote(string? Name, string Told);

/// <summary>Takes files of people onto the shelf: what can be a strategy, whatever is wrong in it, and nothing else.</summary>
internal static class StrategyUpload
{
    /// <summary>Files at a time; the others are named and left.</summary>
    public const int MostFiles = 50;

    private const int LongestShown = 60;

    /// <summary>Judges a file's name and size before a byte is read; null where it may be read.</summary>
    public static UploadNote? Refusal(string fileName, long size)
    {
        string ending = Path.GetExtension(fileName);
        return ending.Length > 0 && !StrategyName.Endings.Contains(ending.ToLowerInvariant())
            ? Left(fileName, $"{ending} is no strategy file; expected {string.Join(", ", StrategyName.Endings)}")
            : size == 0 ? Left(fileName, "is empty")
            : size > StrategyShelf.MostBytes
                ? Left(fileName, string.Create(CultureInfo.InvariantCulture, $"has {size:N0} bytes; a strategy has at most 262,144 (256 KiB)"))
            : null;
    }

    /// <summary>Keeps a file's bytes as a strategy of that name, or says why not.</summary>
    public static UploadNote Keep(StrategyShelf shelf, string fileName, ReadOnlySpan<byte> bytes)
    {
        if (Refusal(fileName, bytes.Length) is { } refusal)
        {
            return refusal;
        }

        string name = StrategyName.From(fileName);
        try
        {
            string text = StrategyFile.TextOf(bytes, fileName);
            string? former = shelf.List().Any(one => one.Name == name && !one.IsSample) ? shelf.Read(name) : null;
            if (former == text)
            {
                return new UploadNote(name, $"{Shown(fileName)} is there already, the same to the letter.");
            }

            StrategyVersion version = shelf.Save(name, text);
            StrategyCheck check = StrategyCheck.Of(text, name);
            string place = name == fileName ? "is kept" : $"is kept as {name}";
            string replaced = former is null ? string.Empty
                : string.Create(CultureInfo.InvariantCulture, $" It replaces a text, which stays as v{version.Number - 1}.");
            string problems = check.Problems.Count switch
            {
                0 => check.Echo.Count > 0 ? " An older form; beside it stands how it is read." : string.Empty,
                1 => " It has a problem, which its page shows.",
                _ => string.Create(CultureInfo.InvariantCulture, $" It has {check.Problems.Count} problems, which its page shows."),
            };
            return new UploadNote(name, $"{Shown(fileName)} {place}.{replaced}{problems}");
        }
        catch (InputException refused)
        {
            return Left(fileName, $"cannot be kept: {refused.Problems[0].Message}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Left(fileName, $"cannot be kept: {refused.Message}");
        }
    }

    private static UploadNote Left(string fileName, string why) => new(null, $"{Shown(fileName)} {why.TrimEnd('.')}.");

    // A name may be anything and as long as a novel.
    private static string Shown(string fileName)
    {
        string safe = string.Concat(fileName.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return safe.Length > LongestShown ? $"{safe[..LongestShown]}…" : safe.Length == 0 ? "A file without a name" : safe;
    }
}
