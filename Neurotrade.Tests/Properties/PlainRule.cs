using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Properties;

/// <summary>A bound rule as a tree that a test changes by itself, to hold a change of the text against.</summary>
internal sealed class PlainRule
{
    public string Kind { get; set; } = "when";

    public string? Tag { get; set; }

    public string Text { get; set; } = string.Empty;

    public List<PlainRule> Parts { get; } = [];

    public static PlainRule Of(Strategy strategy, bool isExit) => Of((isExit ? strategy.Exit : strategy.Entry)!);

    public PlainRule At(RulePath path) =>
        path.IsRoot ? this : At(path.Parent).Parts[path.Index];

    public void Wrap(string kind)
    {
        PlainRule inner = new() { Kind = Kind, Tag = Tag, Text = Text };
        inner.Parts.AddRange(Parts);
        (Kind, Tag, Text) = (kind, null, string.Empty);
        Parts.Clear();
        Parts.Add(inner);
    }

    /// <summary>Takes a part out, and the groups that it leaves empty.</summary>
    public void Remove(RulePath path)
    {
        PlainRule parent = At(path.Parent);
        parent.Parts.RemoveAt(path.Index);
        if (parent.Parts.Count == 0)
        {
            Remove(path.Parent);
        }
    }

    public void Move(RulePath path, RulePath group, int index)
    {
        PlainRule part = At(path);
        PlainRule from = At(path.Parent);
        PlainRule to = At(group);
        from.Parts.Remove(part);
        to.Parts.Insert(index, part);
        RemoveEmpty();
    }

    public override string ToString() =>
        $"{Kind}{(Tag is null ? string.Empty : $"[{Tag}]")}({Text}{string.Join(", ", Parts)})";

    private void RemoveEmpty()
    {
        Parts.ForEach(part => part.RemoveEmpty());
        Parts.RemoveAll(part => part.Kind != "when" && part.Parts.Count == 0);
    }

    private static PlainRule Of(RuleNode node)
    {
        PlainRule made = new() { Tag = node.Tag };
        switch (node)
        {
            case RuleNode.Leaf leaf:
                made.Text = leaf.Text;
                break;
            case RuleNode.Not not:
                made.Kind = "not";
                made.Parts.Add(Of(not.Part));
                break;
            case RuleNode.All all:
                made.Kind = "all";
                made.Parts.AddRange(all.Parts.Select(Of));
                break;
            case RuleNode.Any any:
                made.Kind = "any";
                made.Parts.AddRange(any.Parts.Select(Of));
                break;
        }

        return made;
    }
}
