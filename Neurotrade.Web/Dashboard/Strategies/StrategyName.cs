using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What a strategy file may be called: a name of one part that means a file on every system.</summary>
internal static class StrategyName
{
    /// <summary>More characters than this are refused.</summary>
    public const int Longest = 80;

    /// <summary>What a name ends in.</summary>
    public static readonly IReadOnlyList<string> Endings = [".yaml", ".yml", ".json"];

    // Devices of Windows, whatever ending they carry.
    private static readonly string[] Devices =
    [
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ];

    /// <summary>Whether a file may have the name.</summary>
    public static bool IsGood(string name) => FaultOf(name) is null;

    /// <summary>Why no file may have the name, and what was expected; null where it may.</summary>
    public static string? FaultOf(string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name);
        char wrong = name.FirstOrDefault(c => !IsLetter(c));
        return name.Trim().Length == 0 ? "no name; expected one such as `my-strategy.yaml`"
            : name.Any(c => !IsLetter(c)) ? $"{NameOf(wrong)} may not stand in a name; expected letters, digits, spaces and . _ -"
            : name[0] is '.' or ' ' ? "a name begins with a letter, a digit, _ or -"
            : !Endings.Contains(Path.GetExtension(name), StringComparer.Ordinal) ? $"a name ends in {string.Join(", ", Endings)}"
            : stem.Trim(' ', '.').Length == 0 ? "nothing stands before the ending; expected a name such as `my-strategy.yaml`"
            : name.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"{name.Length} characters; a name has at most {Longest}")
            : Devices.Contains(stem.Split('.')[0].Trim().ToLowerInvariant()) ? $"`{stem}` is a device on Windows; expected another name"
            : null;
    }

    /// <summary>A name as a person types it: without an ending it gets <c>.yaml</c>.</summary>
    public static string Completed(string typed)
    {
        string name = typed.Trim();
        return name.Length == 0 || Endings.Contains(Path.GetExtension(name).ToLowerInvariant()) ? name : name + Endings[0];
    }

    /// <summary>A name that may stand for a file, made of what somebody's file was called.</summary>
    public static string From(string fileName)
    {
        string last = fileName.Split('/', '\\')[^1];
        string safe = string.Concat(last.Select(c => IsLetter(c) ? c : '-')).TrimStart('.', '-', ' ');
        string ending = Path.GetExtension(safe).ToLowerInvariant();
        string stem = (Endings.Contains(ending) ? Path.GetFileNameWithoutExtension(safe) : safe).TrimEnd('.', ' ');
        stem = stem[..Math.Min(stem.Length, Longest - 6)];
        string name = (stem.Length == 0 ? "strategy" : stem) + (Endings.Contains(ending) ? ending : Endings[0]);
        return IsGood(name) ? name : $"strategy-{name}";
    }

    /// <summary>The name itself, or with the first number that makes it differ from all that are taken, in any case.</summary>
    public static string Free(string wish, IEnumerable<string> taken)
    {
        var used = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        string ending = Path.GetExtension(wish);
        string stem = Path.GetFileNameWithoutExtension(wish);
        stem = stem[..Math.Min(stem.Length, Longest - ending.Length - 5)];
        string name = wish;
        for (int number = 2; used.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}");
        }

        return name;
    }

    /// <summary>The fault of a name as an error of the file of that name.</summary>
    public static void Require(string name)
    {
        if (FaultOf(name) is { } fault)
        {
            throw Refused(name, fault);
        }
    }

    /// <summary>Why something about the file of that name may not be.</summary>
    public static InputException Refused(string name, string why) => new(new Problem(name, 0, 0, why));

    private static bool IsLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-';

    private static string NameOf(char c) => char.IsControl(c) || char.IsSurrogate(c)
        ? string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)c:X4}")
        : $"`{c}`";
}
