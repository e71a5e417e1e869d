using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Rules;

/// <summary>
/// The exchangeInfo documents that backtests may run under, in <c>rules</c> of the state folder. A document's name holds the
/// beginning of its SHA-256, so that what stands under a name never changes.
/// </summary>
internal sealed class RulesShelf(string folder)
{
    /// <summary>More documents are refused.</summary>
    public const int MostFiles = 50;

    /// <summary>The largest document; an exchange with thousands of pairs needs a quarter of it.</summary>
    public const int MostBytes = 64 << 20;

    private const string Ending = ".json";
    private const int LongestStem = 60;
    private const int HashLetters = 8;

    /// <summary>Names, in order.</summary>
    public IReadOnlyList<string> List() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(IsName).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The path of a document; null where there is none of that name.</summary>
    public string? PathOf(string name) => IsName(name) && File.Exists(Path.Combine(folder, name)) ? Path.Combine(folder, name) : null;

    /// <summary>The same for a run under a document; null without one, <see cref="InputException"/> where it is not there.</summary>
    public string? Require(string? name) => name is null ? null
        : PathOf(name) ?? throw Refused(name, "these instrument rules are not stored any more; choose others");

    /// <summary>Keeps a document and returns its name; <see cref="InputException"/> with every problem where it is none.</summary>
    public string Save(string fileName, byte[] bytes)
    {
        if (bytes.Length is 0 or > MostBytes)
        {
            throw Refused(fileName, bytes.Length == 0 ? "the file is empty" : $"larger than {MostBytes >> 20} MB, the most a document may hold");
        }

        ExchangeInfo.Parse(Encoding.UTF8.GetString(bytes), fileName);
        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLetters];
        string name = $"{StemOf(fileName)}-{hash}{Ending}";
        string path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return name;
        }

        Directory.CreateDirectory(folder);
        if (List().Count >= MostFiles)
        {
            throw Refused(fileName, $"there are {MostFiles} documents in {folder} already; delete some first");
        }

        string part = Path.Combine(folder, $".{Path.GetRandomFileName()}.part");
        File.WriteAllBytes(part, bytes);
        File.Move(part, path, overwrite: true);
        return name;
    }

    private static string StemOf(string fileName)
    {
        string last = Path.GetFileNameWithoutExtension(fileName.Split('/', '\\')[^1]);
        string stem = string.Concat(last.Where(IsLetter)).Trim('.', '-');
        return stem.Length == 0 ? "rules" : stem[..Math.Min(stem.Length, LongestStem)];
    }

    private static bool IsName(string name) => name.Length is > HashLetters and <= LongestStem + HashLetters + 8 && name.All(IsLetter)
        && name[0] != '.' && name.EndsWith(Ending, StringComparison.Ordinal);

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    private static InputException Refused(string name, string why) => new(new Problem(name, 0, 0, why));
}
