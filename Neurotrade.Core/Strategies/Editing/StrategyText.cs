using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>
/// A strategy's text as a form sees and changes it. A change touches the characters that it must and no others, and is
/// held to what was meant: the new text is read again, and where it says anything else the text stays as it was.
/// </summary>
public sealed partial class StrategyText
{
    private const string Broken = "The text cannot be taken apart yet; mend its first problem in the text.";
    private const string Older = "This is an older form, which only the text can change; saved as schema 1 it has a form too.";
    private const string Unwritable = "This cannot be written here without disturbing the rest; change it in the text.";

    private readonly SourceText? source;
    private readonly FileNode.Mapping? root;

    private StrategyText(string text, SourceText? source, FileNode.Mapping? root, string? refusal) =>
        (Text, this.source, this.root, Refusal) = (text, source, root, refusal);

    public string Text { get; }

    /// <summary>Why no form can show this text; null where one can, problems in rules and values or not.</summary>
    public string? Refusal { get; }

    /// <summary>The rule that opens a position; null where there is none.</summary>
    public RuleOutline? Entry => Outline(RulePath.Entry);

    /// <summary>The rule that closes it; null where there is none.</summary>
    public RuleOutline? Exit => Outline(RulePath.Exit);

    /// <summary>Takes a text apart.</summary>
    public static StrategyText Read(string text)
    {
        (SourceText Source, FileNode.Mapping Root)? tree = Tree(WithLineEnd(text));
        return tree is not { } found ? new StrategyText(text, null, null, Broken)
            : found.Root.Find("schema") is null ? new StrategyText(text, null, null, Older)
            : new StrategyText(text, found.Source, found.Root, null);
    }

    /// <summary>A value as written, by its keys with dots between (<c>orders.stop_loss</c>); null where none stands there.</summary>
    public string? Value(string path) => Find(path)?.Node is FileNode.Scalar { IsMissing: false } scalar ? scalar.Text : null;

    /// <summary>Where a value stands in the text; null where it does not.</summary>
    public SourcePosition? Place(string path) => Find(path)?.Node.At;

    /// <summary>Where the key of a value or a block stands in the text; null where there is none.</summary>
    public SourcePosition? KeyPlace(string path) => Find(path)?.Entry?.Key.At;

    /// <summary>The keys of a block in their order, or the numbers of a list's items; empty where it is neither.</summary>
    public IReadOnlyList<string> Keys(string path) => Find(path) is { } spot ? [.. StepsOf(spot)] : [];

    /// <summary>Whether something stands there: a value, a block of keys or a list.</summary>
    public bool Has(string path) => Find(path) is { } spot && spot.Node is not FileNode.Scalar { IsMissing: true };

    private static (SourceText Source, FileNode.Mapping Root)? Tree(string text)
    {
        try
        {
            SourceText source = TextGate.Pass(text, string.Empty);
            ProblemList problems = new(string.Empty);
            return YamlTree.Read(source, problems) is FileNode.Mapping map && !problems.Any ? (source, map) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private RuleOutline? Outline(RulePath path) =>
        Find(path) is { Node: not FileNode.Scalar { IsMissing: true } } spot ? RuleOutline.Of(spot.Node, path, source!) : null;

    private Spot? Find(string path)
    {
        Spot? spot = root is null ? null : Spot.Root(root);
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            spot = spot?.Find(step);
        }

        return spot;
    }

    private Spot? Find(RulePath path)
    {
        Spot? spot = Find("rules")?.Find(path.Rule);
        foreach (int step in path.Steps)
        {
            spot = spot is null ? null : Part(spot, step);
        }

        return spot;
    }

    private static Spot? Part(Spot node, int index) => RuleOutline.Read(node.Node).Kind switch
    {
        "not" => index == 0 ? node.Find("not") : null,
        "all" => node.Find("all")?.Find(Numbers.Text(index)),
        "any" => node.Find("any")?.Find(Numbers.Text(index)),
        _ => null,
    };

    private TextEdit Change(Action<EditDraft> change)
    {
        if (root is null)
        {
            return new TextEdit(Text, Refusal);
        }

        try
        {
            EditDraft draft = new(source!.Text, root);
            change(draft);
            bool isSame = Tree(draft.Apply()) is { } made
                && Spot.Values(made.Root)!.ToJsonString() == draft.Intended.ToJsonString();
            return isSame ? new TextEdit(InOriginal(draft.Splices), null) : new TextEdit(Text, Unwritable);
        }
        catch (EditRefusedException refused)
        {
            return new TextEdit(Text, refused.Message);
        }
    }

    // Changes are found on a text whose lines end in \n alone; the file's own line ends and byte order mark stay.
    private string InOriginal(IEnumerable<Splice> splices)
    {
        string original = WithLineEnd(Text);
        bool isPlain = !original.Contains('\r', StringComparison.Ordinal) && original[0] != '\uFEFF';
        string made = isPlain ? EditDraft.SpliceAll(original, splices) : EditDraft.SpliceAll(original, Placed(original, splices));
        return original.Length == Text.Length ? made : made[..^LineEnd(Text).Length];
    }

    private static IEnumerable<Splice> Placed(string original, IEnumerable<Splice> splices)
    {
        List<int> places = [];
        for (int i = original[0] == '\uFEFF' ? 1 : 0; i < original.Length; i++)
        {
            places.Add(i);
            i += original[i] == '\r' && i + 1 < original.Length && original[i + 1] == '\n' ? 1 : 0;
        }

        places.Add(original.Length);
        string lineEnd = LineEnd(original);
        return splices.Select(splice => new Splice(
            places[splice.At],
            places[splice.At + splice.Length] - places[splice.At],
            splice.Insert.Replace("\n", lineEnd, StringComparison.Ordinal)));
    }

    private static string WithLineEnd(string text) => text.EndsWith('\n') || text.EndsWith('\r') ? text : text + LineEnd(text);

    private static string LineEnd(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n"
        : text.Contains('\r', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal) ? "\r"
        : "\n";
}
