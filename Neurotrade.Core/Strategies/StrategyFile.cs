using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies;

/// <summary>
/// Reads strategy files (contracts 3): YAML or JSON, schema 1. A file is data, of bounded size, and every problem in it
/// is told at once with line and column.
/// </summary>
public static class StrategyFile
{
    /// <summary>The strategy in a text; <see cref="InputException"/> with all problems where it cannot be used.</summary>
    public static Strategy Load(string text, string fileName, StrategyOverrides overrides) =>
        Read(text, fileName, overrides).Strategy;

    /// <summary>The strategy in a file's bytes: UTF-8, or UTF-16 with its byte order mark.</summary>
    public static Strategy Load(ReadOnlySpan<byte> bytes, string fileName, StrategyOverrides overrides) =>
        Load(TextGate.Decode(bytes, fileName), fileName, overrides);

    /// <summary>The strategy in a text, schema 1 or an older form, with how an older form was understood.</summary>
    public static StrategyReading Read(string text, string fileName, StrategyOverrides overrides)
    {
        ProblemList problems = new(fileName);
        FileNode.Mapping map = Tree(text, fileName, problems);
        if (OlderForm.Of(map, overrides, problems) is { } older)
        {
            return older.Read();
        }

        Strategy strategy = StrategyBinder.Bind(map, overrides, problems, ImmutableDictionary<string, string>.Empty);
        return new StrategyReading(strategy, false, [], null, null);
    }

    /// <summary>
    /// The text of a file's bytes, which may be kept as a strategy's whatever it says; <see cref="InputException"/> where they
    /// are no text.
    /// </summary>
    public static string TextOf(ReadOnlySpan<byte> bytes, string fileName)
    {
        string text = TextGate.Decode(bytes, fileName);
        TextGate.CheckCharacters(new SourceText(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')), fileName);
        return text;
    }

    /// <summary>The strategy in a file's bytes, schema 1 or an older form.</summary>
    public static StrategyReading Read(ReadOnlySpan<byte> bytes, string fileName, StrategyOverrides overrides) =>
        Read(TextGate.Decode(bytes, fileName), fileName, overrides);

    /// <summary>The text as a tree whose names mean nothing yet; <see cref="InputException"/> where it is none.</summary>
    internal static FileNode.Mapping Tree(string text, string fileName, ProblemList problems)
    {
        SourceText source = TextGate.Pass(text, fileName);
        FileNode? root = YamlTree.Read(source, problems);
        problems.ThrowIfAny();
        if (root is FileNode.Mapping map)
        {
            return map;
        }

        problems.Add(root!.At, $"The file holds {root.Kind}; a strategy is a block of keys that begins with `schema: 1`.");
        throw problems.ToException();
    }
}
