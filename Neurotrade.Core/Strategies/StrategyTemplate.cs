using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies;

/// <summary>
/// A strategy file read once and bound many times, with other values of its parameters each time: what a sweep does.
/// Safe to use from many threads.
/// </summary>
public sealed class StrategyTemplate
{
    private static readonly string[] Unmeant = ["name", "description", "tags", "parameters"];

    private readonly FileNode.Mapping? tree;
    private readonly StrategyOverrides overrides;
    private readonly string fileName;
    private readonly BoundRules? rules;

    private StrategyTemplate(FileNode.Mapping? tree, StrategyOverrides overrides, string fileName, StrategyReading reading)
    {
        (this.tree, this.overrides, this.fileName, Reading) = (tree, overrides, fileName, reading);
        rules = tree is null ? null : BoundRules.Of(tree, reading.Strategy);
    }

    /// <summary>The file at its own values.</summary>
    public StrategyReading Reading { get; }

    /// <summary>Reads a file's bytes; <see cref="InputException"/> with all problems where it cannot be used.</summary>
    public static StrategyTemplate Read(ReadOnlySpan<byte> bytes, string fileName, StrategyOverrides overrides) =>
        Read(TextGate.Decode(bytes, fileName), fileName, overrides);

    /// <summary>Reads a text; <see cref="InputException"/> with all problems where it cannot be used.</summary>
    public static StrategyTemplate Read(string text, string fileName, StrategyOverrides overrides)
    {
        StrategyReading reading = StrategyFile.Read(text, fileName, overrides);

        // The older forms have no parameters, so there is nothing to bind again.
        FileNode.Mapping? tree = reading.IsOlderForm
            ? null
            : StrategyFile.Tree(text, fileName, new ProblemList(fileName));
        return new StrategyTemplate(tree, overrides, fileName, reading);
    }

    /// <summary>
    /// SHA-256, lower-case hex, of the file without its name, description, tags and parameters, however it is formatted:
    /// the same strategy whatever values are tried.
    /// </summary>
    public string Identity
    {
        get
        {
            StringBuilder text = new();
            if (tree is null)
            {
                text.Append(Reading.Strategy.Hash);
            }
            else
            {
                foreach (FileEntry entry in tree.Entries.Where(entry => !Unmeant.Contains(entry.Key.Text)))
                {
                    text.Append(entry.Key.Text).Append('\n');
                    Print(entry.Value, text);
                }
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>
    /// The strategy with parameters set to these texts, as <c>--set</c> would; without canonical form and hash. Null
    /// where the values do not make a strategy, such as a fast average that is slower than the slow one.
    /// </summary>
    public Strategy? TryBind(ImmutableSortedDictionary<string, string> set)
    {
        if (tree is null)
        {
            return set.IsEmpty ? Reading.Strategy : null;
        }

        StrategyOverrides changed = overrides with { Set = set };
        return StrategyBinder.TryBind(
            tree, changed, new ProblemList(fileName), ImmutableDictionary<string, string>.Empty, rules);
    }

    /// <summary>The same with what is wrong: an <see cref="InputException"/> with all problems.</summary>
    public Strategy Bind(ImmutableSortedDictionary<string, string> set)
    {
        ProblemList problems = new(fileName);
        Strategy? strategy = tree is null
            ? Reading.Strategy
            : StrategyBinder.TryBind(
                tree, overrides with { Set = set }, problems, ImmutableDictionary<string, string>.Empty);
        problems.ThrowIfAny();
        Guard.That(strategy is not null);
        return strategy;
    }

    // Lengths stand before texts, so that no two trees print the same.
    private static void Print(FileNode node, StringBuilder into)
    {
        switch (node)
        {
            case FileNode.Scalar scalar:
                into.Append('"').Append(scalar.Text.Length).Append(' ').Append(scalar.Text).Append('\n');
                break;
            case FileNode.Sequence list:
                into.Append('[').Append(list.Items.Length).Append('\n');
                foreach (FileNode item in list.Items)
                {
                    Print(item, into);
                }

                break;
            case FileNode.Mapping map:
                into.Append('{').Append(map.Entries.Length).Append('\n');
                foreach (FileEntry entry in map.Entries)
                {
                    into.Append(entry.Key.Text).Append('\n');
                    Print(entry.Value, into);
                }

                break;
        }
    }
}
