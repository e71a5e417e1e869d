using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Puts a node into a group of its own, or a group's only part in the group's place.</summary>
internal static class NestingEdits
{
    /// <summary>A node becomes the only part of <c>all</c> or <c>any</c>, or what <c>not</c> denies.</summary>
    public static void Enclose(EditDraft draft, Spot spot, string kind)
    {
        bool isList = kind != "not";
        JsonNode? inner = spot.In(draft.Intended)?.DeepClone();
        string key = NodeText.Key(kind, draft.IsJson);
        EntryEdits.Intend(draft, spot, new JsonObject { [kind] = isList ? new JsonArray(inner) : inner });
        if (spot.IsInFlow)
        {
            draft.Insert(spot.Node.Start, $"{{ {key}: {(isList ? "[" : string.Empty)}");
            draft.Insert(spot.Node.End, $"{(isList ? "]" : string.Empty)} }}");
            return;
        }

        int column = Begin(draft, spot);
        bool isBlock = spot.Node is FileNode.Mapping { IsFlow: false };
        int below = column + NodeText.Unit;
        string head = isList ? key + ":" + NodeText.NewLine(below) + "- "
            : isBlock ? key + ":" + NodeText.NewLine(below)
            : key + ": ";
        draft.Insert(spot.Node.Start, head);
        int shift = isBlock
            ? below + (isList ? 2 : 0) - draft.Lines.Column(spot.Node.Start)
            : (isList ? below : column) - OuterColumn(draft, spot);
        draft.Indent(spot.Node.Start, spot.Node.End, shift);
    }

    /// <summary>A bare condition becomes a block with a tag.</summary>
    public static void Label(EditDraft draft, Spot spot, string tag)
    {
        string value = NodeText.Flow(JsonValue.Create(tag), draft.IsJson, spot.IsInFlow);
        (string label, string when) = (NodeText.Key("tag", draft.IsJson), NodeText.Key("when", draft.IsJson));
        EntryEdits.Intend(draft, spot, new JsonObject { ["tag"] = tag, ["when"] = spot.In(draft.Intended)?.DeepClone() });
        if (spot.IsInFlow)
        {
            draft.Insert(spot.Node.Start, $"{{ {label}: {value}, {when}: ");
            draft.Insert(spot.Node.End, " }");
            return;
        }

        int column = Begin(draft, spot);
        draft.Insert(spot.Node.Start, $"{label}: {value}{NodeText.NewLine(column)}{when}: ");
        draft.Indent(spot.Node.Start, spot.Node.End, column - OuterColumn(draft, spot));
    }

    /// <summary>Puts a part, which stands last in a group, in the place of the whole group.</summary>
    public static void Dissolve(EditDraft draft, Spot group, Spot part)
    {
        EntryEdits.Intend(draft, group, part.In(draft.Intended)?.DeepClone());
        SourceLines lines = draft.Lines;
        bool isLost = lines.HasNote(group.Node.Start, part.Node.Start) || lines.HasNote(part.Node.End, group.Node.End);
        if (isLost)
        {
            throw new EditRefusedException("A comment stands in the group; take the group apart in the text.");
        }

        if (group.IsFlow)
        {
            draft.Replace(group.Node.Start, group.Node.End, draft.Content[part.Node.Start..part.Node.End]);
            return;
        }

        int column = lines.Column(group.Node.Start);
        if (part.Node is FileNode.Mapping { IsFlow: false })
        {
            draft.Delete(group.Node.Start, part.Node.Start);
            draft.Indent(part.Node.Start, part.Node.End, column - lines.Column(part.Node.Start));
            return;
        }

        int outer = OuterColumn(draft, group);
        draft.Indent(part.Node.Start, part.Node.End, outer - OuterColumn(draft, part));
        bool isBelowKey = group.Entry is not null && !lines.HasNote(EntryEdits.AfterColon(draft, group), group.Node.Start);
        if (isBelowKey)
        {
            draft.Replace(EntryEdits.AfterColon(draft, group), part.Node.Start, " ");
        }
        else
        {
            draft.Delete(group.Node.Start, part.Node.Start);
        }
    }

    // A block of keys begins where the node stood, or, beside a key, on a line of its own.
    private static int Begin(EditDraft draft, Spot spot)
    {
        SourceLines lines = draft.Lines;
        if (spot.Entry is not { } entry || lines.StartOf(entry.Key.Start) != lines.StartOf(spot.Node.Start))
        {
            return lines.Column(spot.Node.Start);
        }

        int column = lines.Column(entry.Key.Start) + NodeText.Unit;
        draft.Replace(EntryEdits.AfterColon(draft, spot), spot.Node.Start, NodeText.NewLine(column));
        return column;
    }

    // What the node's further lines must lie deeper than.
    private static int OuterColumn(EditDraft draft, Spot spot) =>
        draft.Lines.Column(spot.Entry?.Key.Start ?? spot.Parent!.Node.Start);
}
