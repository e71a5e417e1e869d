using System.Text.Json.Nodes;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A value that says a name of its file, once or more often.</summary>
/// <param name="Spot">The value.</param>
/// <param name="Offsets">Where in its text the name begins, in order.</param>
internal readonly record struct NameUse(Spot Spot, IReadOnlyList<int> Offsets)
{
    private const string Unread = "cannot be read yet; mend it first, so that no use of the name is missed.";

    // Their names are words of the schema, so that a word with this name says a text and no value.
    private static readonly string[] Blocks = ["market", "capital", "orders", "costs", "risk"];
    private static readonly string[] Texts = ["type", "action", "model", "exchange", "symbols", "benchmark"];

    /// <summary>Every condition that says an indicator's name, with one of its outputs or alone.</summary>
    public static IReadOnlyList<NameUse> OfIndicator(Spot root, string name) => LanguageNames.Reserved.Contains(name)
        ? []
        : Found(Conditions(root), text => InCondition(text, TokenKind.Name, name));

    /// <summary>Every condition and value that says <c>$name</c>; its offsets are those behind the sign.</summary>
    public static IReadOnlyList<NameUse> OfParameter(Spot root, string name) =>
    [
        .. Found(Conditions(root), text => InCondition(text, TokenKind.Parameter, name)),
        .. Found(Values(root), text => InValue(text, name)),
    ];

    /// <summary>Whether a distance of the orders is said in <c>atr</c>, which is the indicator of that name if there is one.</summary>
    public static bool IsAtrSaid(Spot root)
    {
        string[] measured = [.. Parts(root.Find("parameters")).Where(one => Within(one).Any(EndsInAtr)).Select(one => one.Entry!.Key.Text)];
        return root.Find("orders") is { } orders
            && Within(orders).Any(one => EndsInAtr(one) || measured.Any(name => InValue(TextOf(one), name).Count > 0));
    }

    /// <summary>Puts another name in the place of this one, and leaves the rest of the value as it is written.</summary>
    public void Rename(EditDraft draft, string from, string to)
    {
        var scalar = (FileNode.Scalar)Spot.Node;
        string said = EditDraft.SpliceAll(scalar.Text, Offsets.Select(at => new Splice(at, from.Length, to)));
        int[] places = [.. Offsets.Select(scalar.OffsetAt)];
        if (!places.All(at => at >= 0 && string.CompareOrdinal(draft.Content, at, from, 0, from.Length) == 0))
        {
            EntryEdits.SetScalar(draft, Spot, said);
            return;
        }

        EntryEdits.Intend(draft, Spot, JsonValue.Create(scalar.IsBlock ? said.TrimEnd('\n') : said));
        foreach (int at in places)
        {
            draft.Replace(at, at + from.Length, to);
        }
    }

    private static IReadOnlyList<NameUse> Found(IEnumerable<Spot> spots, Func<string, IReadOnlyList<int>> find) =>
        [.. spots.Select(spot => new NameUse(spot, find(TextOf(spot)))).Where(use => use.Offsets.Count > 0)];

    private static IEnumerable<Spot> Conditions(Spot root) => Parts(root.Find("rules")).SelectMany(InRule);

    private static IEnumerable<Spot> InRule(Spot rule)
    {
        switch (RuleOutline.Read(rule.Node))
        {
            case (_, "when", FileNode.Scalar):
                return [rule.Node is FileNode.Scalar ? rule : rule.Find("when")!];
            case (_, "not", not null):
                return InRule(rule.Find("not")!);
            case (_, { } kind, FileNode.Sequence list):
                Spot parts = rule.Find(kind)!;
                return Enumerable.Range(0, list.Items.Length).SelectMany(i => InRule(parts.Find(Numbers.Text(i))!));
            default:
                throw new EditRefusedException($"A part of the rules {Unread}");
        }
    }

    private static IEnumerable<Spot> Values(Spot root) =>
        Blocks.Select(root.Find).OfType<Spot>().Concat(Parts(root.Find("indicators"))).SelectMany(Within);

    private static IEnumerable<Spot> Parts(Spot? block) => block?.Node is FileNode.Mapping map
        ? map.Entries.Select(entry => block.Find(entry.Key.Text)!)
        : [];

    private static IEnumerable<Spot> Within(Spot spot) => spot.Node switch
    {
        FileNode.Mapping map => map.Entries.Where(entry => !Texts.Contains(entry.Key.Text))
            .SelectMany(entry => Within(spot.Find(entry.Key.Text)!)),
        FileNode.Sequence list => Enumerable.Range(0, list.Items.Length).SelectMany(i => Within(spot.Find(Numbers.Text(i))!)),
        _ => [spot],
    };

    private static List<int> InCondition(string text, TokenKind kind, string name)
    {
        List<int> offsets = [];
        try
        {
            ExpressionLexer lexer = new(text);
            Token token = lexer.Next();
            while (token.Kind != TokenKind.End)
            {
                Token next = lexer.Next();
                int start = token.Start + (kind == TokenKind.Parameter ? 1 : 0);
                bool isSaid = token.Kind == kind && next.Kind != TokenKind.Open
                    && text[start..token.End].Split('.')[0] == name;
                if (isSaid)
                {
                    offsets.Add(start);
                }

                token = next;
            }
        }
        catch (ExpressionException)
        {
            throw new EditRefusedException($"The condition `{YamlTree.Shorten(text)}` {Unread}");
        }

        return offsets;
    }

    // `$stop` or, with a unit, `$stop atr`.
    private static List<int> InValue(string text, string name)
    {
        int at = text.Length - text.TrimStart().Length;
        int end = at + 1 + name.Length;
        bool isSaid = at < text.Length && text[at] == '$' && string.CompareOrdinal(text, at + 1, name, 0, name.Length) == 0
            && (end >= text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'));
        return isSaid ? [at + 1] : [];
    }

    private static bool EndsInAtr(Spot spot) => TextOf(spot).TrimEnd().EndsWith("atr", StringComparison.OrdinalIgnoreCase);

    private static string TextOf(Spot spot) => ((FileNode.Scalar)spot.Node).Text;
}
