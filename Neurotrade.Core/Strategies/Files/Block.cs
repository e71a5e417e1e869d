using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>A block of keys as the binder reads it: only known keys, each at most once.</summary>
internal sealed class Block
{
    private readonly FileNode.Mapping map;
    private readonly ProblemList problems;
    private readonly string name;

    private Block(FileNode.Mapping map, string name, ProblemList problems) =>
        (this.map, this.name, this.problems) = (map, name, problems);

    public SourcePosition At => map.At;

    /// <summary>Reads a node as a block; unknown keys are reported, and so is a node that is no block (null).</summary>
    public static Block? Of(FileNode node, string name, ProblemList problems, params ReadOnlySpan<string> keys)
    {
        ImmutableArray<string> known = [.. keys];
        if (node is not FileNode.Mapping map)
        {
            problems.Add(node.At, $"{Shown(name)} is {node.Kind}; keys were expected: {string.Join(", ", known)}.");
            return null;
        }

        foreach (FileEntry entry in map.Entries)
        {
            if (!known.Contains(entry.Key.Text))
            {
                string hint = NearestName.Hint(entry.Key.Text, known);
                string expected = hint.Length > 0 ? hint : $" Known are {string.Join(", ", known)}.";
                problems.Add(entry.Key.At, $"Unknown key `{YamlTree.Shorten(entry.Key.Text)}` in {Shown(name)}.{expected}");
            }
        }

        return new Block(map, name, problems);
    }

    /// <summary>The value of a key, or null where the key is not there.</summary>
    public FileNode? Find(string key) => map.Find(key);

    /// <summary>The value of a key that must be there; a problem and null where it is not.</summary>
    public FileNode? Require(string key, string example)
    {
        FileNode? found = map.Find(key);
        if (found is null)
        {
            problems.Add(map.At, $"`{key}` is missing in {Shown(name)}; expected is {example}.");
        }

        return found;
    }

    /// <summary>The one of several keys that stands here; a problem and null where none or more than one does.</summary>
    public string? OnlyOne(params ReadOnlySpan<string> keys)
    {
        string? found = null;
        foreach (string key in keys)
        {
            if (map.Find(key) is { } node)
            {
                if (found is not null)
                {
                    problems.Add(node.At, $"{Shown(name)} has both `{found}` and `{key}`; one of them was expected.");
                    return null;
                }

                found = key;
            }
        }

        if (found is null)
        {
            problems.Add(map.At, $"{Shown(name)} has none of {string.Join(", ", keys)}; one of them was expected.");
        }

        return found;
    }

    private static string Shown(string block) => block.StartsWith("the ", StringComparison.Ordinal) ? block : $"`{block}`";
}
