using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A node with the way to it: its parent and which item or key of it the node is.</summary>
internal sealed record Spot(FileNode Node, Spot? Parent, int Index, FileEntry? Entry)
{
    /// <summary>Whether it stands inside brackets or braces.</summary>
    public bool IsInFlow => Parent is { } parent && (parent.IsInFlow || parent.IsFlow);

    /// <summary>Whether it is itself written in brackets or braces.</summary>
    public bool IsFlow => Node is FileNode.Mapping { IsFlow: true } or FileNode.Sequence { IsFlow: true };

    /// <summary>How many parts it has.</summary>
    public int Count => Node switch
    {
        FileNode.Mapping map => map.Entries.Length,
        FileNode.Sequence list => list.Items.Length,
        _ => 0,
    };

    public static Spot Root(FileNode.Mapping root) => new(root, null, 0, null);

    /// <summary>The value of a key, or the item of a number; null where there is none.</summary>
    public Spot? Find(string step)
    {
        if (Node is FileNode.Sequence list)
        {
            bool isItem = int.TryParse(step, out int index) && index >= 0 && index < list.Items.Length;
            return isItem ? new Spot(list.Items[index], this, index, null) : null;
        }

        for (int i = 0; Node is FileNode.Mapping map && i < map.Entries.Length; i++)
        {
            if (map.Entries[i].Key.Text == step)
            {
                return new Spot(map.Entries[i].Value, this, i, map.Entries[i]);
            }
        }

        return null;
    }

    /// <summary>The same node in a tree of values.</summary>
    public JsonNode? In(JsonNode root) => Parent is null ? root
        : Parent.In(root) is JsonArray list ? list[Index]
        : ((JsonObject)Parent.In(root)!)[Entry!.Key.Text];

    /// <summary>The file's tree as plain values, which is what a text means.</summary>
    public static JsonNode? Values(FileNode node)
    {
        switch (node)
        {
            case FileNode.Mapping map:
                JsonObject block = [];
                foreach (FileEntry entry in map.Entries)
                {
                    block[entry.Key.Text] = Values(entry.Value);
                }

                return block;
            case FileNode.Sequence list:
                return new JsonArray([.. list.Items.Select(Values)]);
            default:
                var scalar = (FileNode.Scalar)node;
                return scalar.IsMissing ? null : JsonValue.Create(scalar.IsBlock ? scalar.Text.TrimEnd('\n') : scalar.Text);
        }
    }
}
