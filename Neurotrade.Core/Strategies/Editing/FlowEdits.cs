namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Puts parts between brackets and braces and takes them out, commas with them.</summary>
internal static class FlowEdits
{
    /// <summary>Where the parts of a list or a block of keys stand.</summary>
    public static (int Start, int End)[] Parts(Spot spot) => spot.Node switch
    {
        Files.FileNode.Mapping map => [.. map.Entries.Select(entry => (entry.Key.Start, Math.Max(entry.Key.End, entry.Value.End)))],
        Files.FileNode.Sequence list => [.. list.Items.Select(item => (item.Start, item.End))],
        _ => [],
    };

    public static void Insert(EditDraft draft, Spot spot, int index, string part)
    {
        (int Start, int End)[] parts = Parts(spot);
        if (parts.Length == 0)
        {
            string space = spot.Node is Files.FileNode.Mapping ? " " : string.Empty;
            draft.Replace(spot.Node.Start + 1, spot.Node.End - 1, space + part + space);
            return;
        }

        int near = parts[Math.Min(index, parts.Length - 1)].Start;
        bool isOnLines = draft.Lines.IsFirst(near);
        string gap = isOnLines ? NodeText.NewLine(draft.Lines.Column(near)) : " ";
        if (index < parts.Length)
        {
            draft.Insert(parts[index].Start, part + "," + gap);
        }
        else
        {
            draft.Insert(parts[^1].End, "," + gap + part);
        }
    }

    public static void Remove(EditDraft draft, Spot spot, int index)
    {
        (int Start, int End)[] parts = Parts(spot);
        (int from, int to) = parts.Length == 1 ? (spot.Node.Start + 1, spot.Node.End - 1)
            : index < parts.Length - 1 ? (parts[index].Start, parts[index + 1].Start)
            : (parts[index - 1].End, parts[index].End);
        bool hasNote = draft.Lines.HasNote(from, parts[index].Start) || draft.Lines.HasNote(parts[index].End, to);
        if (hasNote)
        {
            throw new EditRefusedException("A comment stands between the values; take this one out in the text.");
        }

        draft.Delete(from, to);
    }
}
