using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>A part of a file that whoever reads the text has no place for.</summary>
/// <param name="Path">Its keys with dots between, items by their number.</param>
/// <param name="At">Where its key or, of a list, the item itself stands.</param>
public sealed record OutsidePart(string Path, SourcePosition At);

public sealed partial class StrategyText
{
    /// <summary>
    /// What is outside the places that <paramref name="isPlace"/> knows, which is told a path and whether a value stands
    /// there: whole blocks where none of their parts has a place.
    /// </summary>
    public IReadOnlyList<OutsidePart> Outside(Func<string, bool, bool> isPlace) =>
        root is null ? [] : [.. Outside(Spot.Root(root), string.Empty, isPlace).Parts];

    private (bool IsWhole, IEnumerable<OutsidePart> Parts) Outside(Spot spot, string path, Func<string, bool, bool> isPlace)
    {
        if (isPlace(path, spot.Node is FileNode.Scalar) || spot.Node is FileNode.Scalar { IsMissing: true })
        {
            return (false, []);
        }

        (bool IsWhole, IEnumerable<OutsidePart> Parts)[] below = [.. StepsOf(spot).Select(step =>
            Outside(spot.Find(step)!, path.Length == 0 ? step : $"{path}.{step}", isPlace))];
        bool isWhole = path.Length > 0 && Array.TrueForAll(below, part => part.IsWhole)
            && (below.Length > 0 || spot.Node is FileNode.Scalar);
        return isWhole
            ? (true, [new OutsidePart(path, source!.At(spot.Entry?.Key.Start ?? spot.Node.Start))])
            : (false, below.SelectMany(part => part.Parts));
    }

    private static IEnumerable<string> StepsOf(Spot spot) => spot.Node switch
    {
        FileNode.Mapping map => map.Entries.Select(entry => entry.Key.Text),
        FileNode.Sequence list => Enumerable.Range(0, list.Items.Length).Select(i => Numbers.Text(i)),
        _ => [],
    };
}
