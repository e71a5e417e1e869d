using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// The parts of an entry rule that can give an entry its tag: the first tag on true parts, outer before inner, in file
/// order; nothing below a false part, nor below a <c>not</c> (contracts 5.2).
/// </summary>
internal sealed record TagTree(string? Tag, int Step, ImmutableArray<TagTree> Parts)
{
    /// <summary>The tree of a rule, or null where no part of it has a tag.</summary>
    public static TagTree? Of(RuleNode rule, RuleCompiler compiler)
    {
        ImmutableArray<RuleNode> inner = rule switch
        {
            RuleNode.All all => all.Parts,
            RuleNode.Any any => any.Parts,
            _ => [],
        };
        ImmutableArray<TagTree> parts = [.. inner.Select(p => Of(p, compiler)).OfType<TagTree>()];
        return rule.Tag is null && parts.IsEmpty ? null : new TagTree(rule.Tag, compiler.CompileFlat(rule), parts);
    }

    /// <summary>Every step whose truth decides.</summary>
    public IEnumerable<int> Steps() => Parts.SelectMany(p => p.Steps()).Prepend(Step);

    /// <summary>The tag at a bar, or null.</summary>
    public string? First(Func<int, Truth> truthOf)
    {
        Truth truth = truthOf(Step);
        if (truth == Truth.False)
        {
            return null;
        }

        if (Tag is not null && truth == Truth.True)
        {
            return Tag;
        }

        foreach (TagTree part in Parts)
        {
            if (part.First(truthOf) is { } tag)
            {
                return tag;
            }
        }

        return null;
    }
}
