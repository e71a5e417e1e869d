using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Changes the items of a list.</summary>
internal static class ItemEdits
{
    // A rule may lie as deep as a file allows; each level stands on lines of its own.
    private const int AllLevels = StrategyLimits.Nesting;

    public static void Insert(EditDraft draft, Spot list, int index, JsonNode item)
    {
        ((JsonArray)list.In(draft.Intended)!).Insert(index, item.DeepClone());
        Place(draft, list, index, list.IsFlow || list.IsInFlow
            ? NodeText.Flow(item, draft.IsJson, true)
            : NodeText.Block(item, draft.Lines.Column(list.Node.Start) + 2, AllLevels));
    }

    /// <summary>Takes an item out, with the comment on its own line; the list keeps at least one other.</summary>
    public static void Remove(EditDraft draft, Spot list, int index)
    {
        ((JsonArray)list.In(draft.Intended)!).RemoveAt(index);
        if (list.IsFlow)
        {
            FlowEdits.Remove(draft, list, index);
            return;
        }

        var sequence = (FileNode.Sequence)list.Node;
        int dash = draft.Lines.Dash(sequence, index);
        if (draft.Lines.IsFirst(dash))
        {
            int end = draft.Lines.ChunkEnd(sequence.Items[index].End, draft.Lines.Column(dash));
            draft.Delete(draft.Lines.StartOf(dash), end);
            return;
        }

        int next = draft.Lines.Dash(sequence, index + 1);
        if (draft.Lines.HasNote(sequence.Items[index].End, next))
        {
            throw new EditRefusedException("A comment stands between the items; take this one out in the text.");
        }

        draft.Delete(dash, next);
    }

    /// <summary>Moves an item, as it is written and with the comments above it, to a place that counts without it.</summary>
    public static void Move(EditDraft draft, Spot item, Spot target, int index)
    {
        Spot list = item.Parent!;
        bool isSame = ReferenceEquals(list.Node, target.Node);
        int place = isSame && index > item.Index ? index + 1 : index;
        if (isSame && index == item.Index)
        {
            return;
        }

        Copy(draft, item, target, place);
        var from = (JsonArray)list.In(draft.Intended)!;
        var to = (JsonArray)target.In(draft.Intended)!;
        JsonNode? value = from[item.Index];
        from.RemoveAt(item.Index);
        to.Insert(index, value);
        if (list.IsFlow)
        {
            FlowEdits.Remove(draft, list, item.Index);
        }
        else
        {
            (int start, int end) = Chunk(draft, item);
            draft.Delete(start, end);
        }
    }

    /// <summary>Writes an item a second time, before the item that has the place now.</summary>
    public static void Duplicate(EditDraft draft, Spot item, Spot target, int place)
    {
        Copy(draft, item, target, place);
        ((JsonArray)target.In(draft.Intended)!).Insert(place, item.In(draft.Intended)?.DeepClone());
    }

    private static void Copy(EditDraft draft, Spot item, Spot target, int place)
    {
        string written = draft.Content[item.Node.Start..item.Node.End];
        if (target.IsFlow)
        {
            bool isKept = item.IsInFlow || (item.IsFlow && !draft.Lines.HasNote(item.Node.Start, item.Node.End));
            if (!isKept && draft.Lines.HasNote(item.Node.Start, draft.Lines.After(item.Node.End)))
            {
                throw new EditRefusedException("It has a comment, which has no place inside brackets; move it in the text.");
            }

            FlowEdits.Insert(draft, target, place, isKept ? written : NodeText.Flow(Spot.Values(item.Node), draft.IsJson, true));
            return;
        }

        if (item.IsInFlow)
        {
            Place(draft, target, place, written);
            return;
        }

        (int start, int end) = Chunk(draft, item);
        var list = (FileNode.Sequence)target.Node;
        int columns = draft.Lines.Column(list.Start) - draft.Lines.Column(((FileNode.Sequence)item.Parent!.Node).Start);
        int at = place == 0 ? draft.Lines.ChunkStart(list, 0)
            : draft.Lines.ChunkEnd(list.Items[place - 1].End, draft.Lines.Column(list.Start));
        if (!draft.Lines.IsFirst(list.Start))
        {
            throw new EditRefusedException("The list begins on the line of another one; move it in the text.");
        }

        draft.Insert(at, draft.Shifted(start, end, columns));
    }

    // The lines of an item: those above it that belong to nothing else, its own, and deeper comments below.
    private static (int Start, int End) Chunk(EditDraft draft, Spot item)
    {
        var list = (FileNode.Sequence)item.Parent!.Node;
        int dash = draft.Lines.Dash(list, item.Index);
        return draft.Lines.IsFirst(dash)
            ? (draft.Lines.ChunkStart(list, item.Index), draft.Lines.ChunkEnd(item.Node.End, draft.Lines.Column(dash)))
            : throw new EditRefusedException("It stands on the line of its list; move it in the text.");
    }

    private static void Place(EditDraft draft, Spot list, int index, string written)
    {
        if (list.IsFlow)
        {
            FlowEdits.Insert(draft, list, index, written);
            return;
        }

        var sequence = (FileNode.Sequence)list.Node;
        int column = draft.Lines.Column(sequence.Start);
        if (index > 0)
        {
            // Behind the last item, comments that stand in line with it are the list's own.
            bool isLast = index == sequence.Items.Length;
            int at = draft.Lines.ChunkEnd(sequence.Items[index - 1].End, isLast ? column - 1 : column);
            draft.Insert(at, $"{NodeText.Pad(column)}- {written}\n");
        }
        else
        {
            draft.Insert(sequence.Start, $"- {written}{NodeText.NewLine(column)}");
        }
    }
}
