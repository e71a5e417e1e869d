using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Changes keys of a block and their values.</summary>
internal static class EntryEdits
{
    /// <summary>Another text in place of a value's, in the same quotes.</summary>
    public static void SetScalar(EditDraft draft, Spot spot, string value)
    {
        Intend(draft, spot, JsonValue.Create(value));
        var old = (FileNode.Scalar)spot.Node;
        if (old.Start >= old.End)
        {
            draft.Insert(AfterColon(draft, spot), " " + NodeText.Restyled(old, draft.Content, value, draft.IsJson, spot.IsInFlow));
        }
        else if (old.IsBlock && !value.Any(c => c != '\n' && char.IsControl(c)) && value.Length > 0 && value[0] != ' ')
        {
            int line = draft.Lines.After(old.Start);
            int indent = draft.Lines.IndentOf(line);
            draft.Replace(line + indent, old.End, value.Replace("\n", NodeText.NewLine(indent), StringComparison.Ordinal));
        }
        else
        {
            draft.Replace(old.Start, old.End, NodeText.Restyled(old, draft.Content, value, draft.IsJson, spot.IsInFlow));
        }
    }

    public static void Rename(EditDraft draft, Spot spot, string key)
    {
        FileEntry entry = spot.Entry!;
        var block = (JsonObject)spot.Parent!.In(draft.Intended)!;
        JsonNode? value = block[entry.Key.Text];
        int index = block.IndexOf(entry.Key.Text);
        block.RemoveAt(index);
        block.Insert(index, key, value);
        draft.Replace(entry.Key.Start, entry.Key.End, NodeText.Restyled(entry.Key, draft.Content, key, draft.IsJson, true));
    }

    /// <summary>Another value of whatever kind, on one line.</summary>
    public static void Replace(EditDraft draft, Spot spot, JsonNode value)
    {
        Intend(draft, spot, value.DeepClone());
        string written = NodeText.Flow(value, draft.IsJson, spot.IsInFlow);
        bool isBelow = spot.Entry is { } entry && !spot.IsInFlow && spot.Node.Start < spot.Node.End
            && draft.Lines.StartOf(entry.Key.Start) != draft.Lines.StartOf(spot.Node.Start);
        if (isBelow)
        {
            // A comment beside the key stays where it is.
            draft.Insert(AfterColon(draft, spot), " " + written);
            int line = draft.Lines.After(spot.Entry!.Key.End);
            draft.Delete(line, draft.Lines.ChunkEnd(spot.Node.End, draft.Lines.Column(spot.Entry.Key.Start)));
        }
        else if (spot.Node.Start >= spot.Node.End)
        {
            draft.Insert(AfterColon(draft, spot), " " + written);
        }
        else
        {
            draft.Replace(spot.Node.Start, spot.Node.End, written);
        }
    }

    /// <summary>A key more; at the top of the file a block of keys stands on lines of its own.</summary>
    public static void Insert(EditDraft draft, Spot block, int index, string key, JsonNode? value)
    {
        ((JsonObject)block.In(draft.Intended)!).Insert(index, key, value?.DeepClone());
        if (block.IsFlow)
        {
            FlowEdits.Insert(
                draft, block, index, $"{NodeText.Key(key, draft.IsJson)}: {NodeText.Flow(value, draft.IsJson, true)}");
            return;
        }

        var map = (FileNode.Mapping)block.Node;
        SourceLines lines = draft.Lines;
        int column = lines.Column(map.Start);
        string written = NodeText.Key(key, false) + ":" + NodeText.Value(value, column, block.Parent is null ? 1 : 0);
        if (index == 0)
        {
            draft.Insert(map.Start, written + NodeText.NewLine(column));
            return;
        }

        int at = lines.ChunkEnd(End(map.Entries[index - 1]), column);
        int keyLine = lines.StartOf(map.Entries[index - 1].Key.Start);
        bool isApart = block.Parent is null
            && (lines.IsBlank(at) || (at == lines.Length && keyLine > 0 && lines.IsBlank(lines.StartOf(keyLine - 1))));
        draft.Insert(at, $"{(isApart ? "\n" : string.Empty)}{NodeText.Pad(column)}{written}\n");
    }

    /// <summary>Takes a key out; its block keeps at least one other.</summary>
    public static void Remove(EditDraft draft, Spot spot)
    {
        Spot block = spot.Parent!;
        ((JsonObject)block.In(draft.Intended)!).Remove(spot.Entry!.Key.Text);
        if (block.IsFlow)
        {
            FlowEdits.Remove(draft, block, spot.Index);
            return;
        }

        SourceLines lines = draft.Lines;
        int start = spot.Entry.Key.Start;
        int end = lines.ChunkEnd(End(spot.Entry), lines.Column(start));
        if (!lines.IsFirst(start))
        {
            int next = ((FileNode.Mapping)block.Node).Entries[spot.Index + 1].Key.Start;
            if (lines.HasNote(end, next))
            {
                throw new EditRefusedException("A comment stands between the keys; take this one out in the text.");
            }

            draft.Delete(start, next);
            return;
        }

        int line = lines.StartOf(start);
        bool isApart = block.Parent is null && line > 0 && lines.IsBlank(lines.StartOf(line - 1))
            && (end == lines.Length || lines.IsBlank(end));
        draft.Delete(isApart ? lines.StartOf(line - 1) : line, end);
    }

    /// <summary>Where the colon of a key ends.</summary>
    public static int AfterColon(EditDraft draft, Spot spot)
    {
        int colon = spot.Entry is { } entry ? draft.Content.IndexOf(':', entry.Key.End) : -1;
        return colon >= 0 ? colon + 1 : throw new EditRefusedException("Nothing stands here; write it in the text.");
    }

    private static int End(FileEntry entry) => Math.Max(entry.Key.End, entry.Value.End);

    /// <summary>Notes what the text is meant to say at a place.</summary>
    public static void Intend(EditDraft draft, Spot spot, JsonNode? value)
    {
        switch (spot.Parent!.In(draft.Intended))
        {
            case JsonArray list:
                list[spot.Index] = value;
                break;
            case JsonObject block:
                block[spot.Entry!.Key.Text] = value;
                break;
        }
    }
}
