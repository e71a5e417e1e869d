using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

public sealed partial class StrategyText
{
    /// <summary>
    /// Sets a value by its keys (<c>orders.stop_loss</c>, <c>indicators.rsi.period</c>); blocks that are not there are made,
    /// keys in the order of the schema.
    /// </summary>
    public TextEdit SetValue(string path, string value) => Find(path)?.Node is FileNode.Scalar
        ? Change(draft => EntryEdits.SetScalar(draft, Find(path)!, Said(value, "A value")))
        : Put(path, JsonValue.Create(value.Trim()));

    /// <summary>Sets a value, a block or a list, whatever stood there; of the numbers and texts as they are to be written.</summary>
    public TextEdit Put(string path, JsonNode value) => Change(draft =>
    {
        string[] steps = path.Split('.');
        Spot spot = draft.Root;
        for (int i = 0; i < steps.Length; i++)
        {
            if (spot.Find(steps[i]) is { } next && next.Node is not FileNode.Scalar { IsMissing: true })
            {
                spot = next;
                continue;
            }

            Add(draft, spot, steps.AsSpan(i), string.Join('.', steps[..i]), value);
            return;
        }

        EntryEdits.Replace(draft, spot, value);
    });

    /// <summary>An item more at the end of a list.</summary>
    public TextEdit Append(string path, JsonNode item) => Change(draft =>
    {
        Spot list = Find(path) is { Node: FileNode.Sequence { Items.Length: > 0 } } found
            ? found
            : throw new EditRefusedException($"`{path}` is no list.");
        ItemEdits.Insert(draft, list, list.Count, item);
    });

    /// <summary>Takes a value out, and the blocks that would be left empty.</summary>
    public TextEdit RemoveValue(string path) => Change(draft =>
    {
        Spot spot = Find(path) ?? throw new EditRefusedException($"`{path}` is not there.");
        while (spot.Parent is { Count: 1, Parent: not null } parent)
        {
            spot = parent;
        }

        if (spot.Parent is null)
        {
            throw new EditRefusedException("A file cannot be left empty.");
        }

        if (spot.Parent.Node is FileNode.Sequence)
        {
            ItemEdits.Remove(draft, spot.Parent, spot.Index);
        }
        else
        {
            EntryEdits.Remove(draft, spot);
        }
    });

    private static void Add(EditDraft draft, Spot block, ReadOnlySpan<string> steps, string path, JsonNode value)
    {
        JsonNode? made = value.DeepClone();
        for (int i = steps.Length - 1; i > 0; i--)
        {
            made = new JsonObject { [steps[i]] = made };
        }

        if (block.Find(steps[0]) is { } empty)
        {
            EntryEdits.Replace(draft, empty, made!);
        }
        else if (block.Node is FileNode.Mapping { Entries.Length: > 0 } or FileNode.Mapping { IsFlow: true })
        {
            var map = (FileNode.Mapping)block.Node;
            EntryEdits.Insert(draft, block, PlaceOf(steps[0], path, map), steps[0], made);
        }
        else
        {
            throw new EditRefusedException($"`{path}` is {block.Node.Kind} here; change it as a whole.");
        }
    }

    // Behind the last key that the schema names earlier; what the schema does not name comes last.
    private static int PlaceOf(string key, string path, FileNode.Mapping map)
    {
        string[] order = [.. SchemaBlock.At(path).Keys.Select(one => one.Name)];
        int rank = Array.IndexOf(order, key);
        if (rank < 0)
        {
            return map.Entries.Length;
        }

        for (int i = map.Entries.Length - 1; i >= 0; i--)
        {
            int other = Array.IndexOf(order, map.Entries[i].Key.Text);
            if (other >= 0 && other < rank)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
