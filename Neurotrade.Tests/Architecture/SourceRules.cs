using System.Text.RegularExpressions;

namespace Neurotrade.Tests.Architecture;

/// <summary>What can be said of a source file without compiling it; a line for each fault.</summary>
internal static partial class SourceRules
{
    private const int MostFileLines = 300;
    private const int MostFunctionLines = 70;

    // The aim is 120; a line that would read worse broken may run a little over, and never past this.
    private const int MostColumns = 150;

    // Put together, so that this file does not hold what it looks for.
    private static readonly string[] BannedWords = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"];

    public static IEnumerable<string> Faults(SourceFile file)
    {
        if (file.Lines.Length > MostFileLines)
        {
            yield return $"{file.Path}: {file.Lines.Length} lines, at most {MostFileLines}";
        }

        for (int i = 0; i < file.Lines.Length; i++)
        {
            string line = file.Lines[i];
            if (line.Length > MostColumns)
            {
                yield return $"{file.Path}:{i + 1}: {line.Length} columns, at most {MostColumns}";
            }

            foreach (string word in BannedWords.Where(word => Regex.IsMatch(line, $@"\b{word}\b")))
            {
                yield return $"{file.Path}:{i + 1}: {word}";
            }
        }

        foreach ((int start, int length) in Functions(file.Lines).Where(found => found.Length > MostFunctionLines))
        {
            yield return $"{file.Path}:{start}: a function of {length} lines, at most {MostFunctionLines}";
        }
    }

    /// <summary>The type names that say nothing.</summary>
    public static IEnumerable<string> EmptyNames(SourceFile file) => file.Lines
        .Select(line => TypeDeclaration().Match(line))
        .Where(match => match.Success && EmptyName().IsMatch(match.Groups["name"].Value))
        .Select(match => $"{file.Path}: {match.Groups["name"].Value}");

    /// <summary>
    /// Functions with a block body: the line they begin at and how many lines they take. Relies on the layout that
    /// <c>dotnet format</c> keeps: braces on lines of their own, closed at the column where they opened.
    /// </summary>
    public static IEnumerable<(int Start, int Length)> Functions(string[] lines)
    {
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "{")
            {
                continue;
            }

            int start = i - 1;
            int depth = lines[i].Length - lines[i].TrimStart().Length;
            while (start > 0 && Indent(lines[start]) > depth)
            {
                start--;
            }

            bool isFunction = FunctionHead().IsMatch(lines[start]) && !NoFunction().IsMatch(lines[start]);
            int end = Array.FindIndex(lines, i, line => Indent(line) == depth && line.TrimStart().StartsWith('}'));
            if (isFunction && end > 0)
            {
                yield return (start + 1, end - start + 1);
            }
        }
    }

    // A blank line, and a line that only closes the parameters, belong to what stands around them.
    private static int Indent(string line) =>
        line.Length == 0 ? int.MaxValue : line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"\b(class|struct|record|interface|enum)\s+(?:struct\s+|class\s+)?(?<name>[A-Z]\w*)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex("(Utils?|Utilit(y|ies)|Helpers?|Manager|Common|Base)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^\s*[\w<>\[\],.?@ ()]+\(")]
    private static partial Regex FunctionHead();

    [GeneratedRegex(
        @"^\s*(if|else|for|foreach|while|do|switch|using|lock|fixed|try|catch|finally|return|unsafe|checked|unchecked)\b"
        + @"|\b(class|struct|record|interface|enum|namespace|new|case)\b|=>|[=;]\s*$")]
    private static partial Regex NoFunction();
}
