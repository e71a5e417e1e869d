using System.Collections.Immutable;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What became of a line.</summary>
public enum LineKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of two texts held against each other.</summary>
/// <param name="Kind">Whether both have it, only the former, or only the latter.</param>
/// <param name="Text">Without its line end.</param>
/// <param name="Former">Its number in the former text, from 1; null where it was added.</param>
/// <param name="Latter">Its number in the latter text, from 1; null where it was removed.</param>
public sealed record DiffLine(LineKind Kind, string Text, int? Former, int? Latter);

/// <summary>
/// Two texts line by line. What was removed stands before what was added in its place. Line ends are not compared: a text
/// with Windows' line ends is the same as one without, and so is one with a line end after its last line.
/// </summary>
public sealed class LineDiff
{
    private LineDiff(ImmutableArray<DiffLine> lines)
    {
        Lines = lines;
        Added = lines.Count(line => line.Kind == LineKind.Added);
        Removed = lines.Count(line => line.Kind == LineKind.Removed);
    }

    /// <summary>Every line of both, in order.</summary>
    public ImmutableArray<DiffLine> Lines { get; }

    /// <summary>How many lines only the latter has.</summary>
    public int Added { get; }

    /// <summary>How many lines only the former has.</summary>
    public int Removed { get; }

    /// <summary>Both have the same lines.</summary>
    public bool IsSame => Added == 0 && Removed == 0;

    /// <summary>The fewest lines that lead from one text to the other, but see <see cref="EditScript.MostEdits"/>.</summary>
    public static LineDiff Of(string former, string latter)
    {
        string[] left = Split(former);
        string[] right = Split(latter);
        (bool[] isRemoved, bool[] isAdded) = EditScript.Between(left, right);
        ImmutableArray<DiffLine>.Builder lines = ImmutableArray.CreateBuilder<DiffLine>(Math.Max(left.Length, right.Length));
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            if (i < left.Length && isRemoved[i])
            {
                lines.Add(new DiffLine(LineKind.Removed, left[i++], i, null));
            }
            else if (j < right.Length && isAdded[j])
            {
                lines.Add(new DiffLine(LineKind.Added, right[j++], null, j));
            }
            else
            {
                lines.Add(new DiffLine(LineKind.Same, left[i++], i, ++j));
            }
        }

        return new LineDiff(lines.DrainToImmutable());
    }

    private static string[] Split(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
