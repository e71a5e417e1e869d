using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary><c>sweep.csv</c> (contracts 5.4): best first, missing objectives last, ties by combination.</summary>
public static class SweepTable
{
    private const int RowsOfPiece = 128;

    /// <summary>
    /// Writes the table: a column per parameter as <c>--set</c> takes it, then the figures; of rows that were not computed
    /// in doubles each says so in a last column.
    /// </summary>
    public static void Write(
        SweepPart part,
        SweepPlan plan,
        IEnumerable<SweepKey> sorted,
        Stream into,
        SweepPrecision precision = SweepPrecision.Doubles)
    {
        bool isMarked = precision != SweepPrecision.Doubles;
        CsvText csv = new();
        csv.Header(string.Join(
            ',', [.. plan.Axes.Select(axis => axis.Name), .. RunFigures.Names, .. isMarked ? (string[])["precision"] : []]));
        string[][] texts =
            [.. plan.Axes.Select(axis => Enumerable.Range(0, axis.Values.Length).Select(axis.Text).ToArray())];
        int[] positions = new int[plan.Axes.Length];
        int rows = 0;
        foreach (SweepKey key in sorted)
        {
            SweepRow row = part.Read(key.Place);
            plan.Positions(row.Combination, positions);
            for (int axis = 0; axis < positions.Length; axis++)
            {
                csv.Text(texts[axis][positions[axis]]);
            }

            WriteFigures(csv, row.Figures);
            if (isMarked)
            {
                csv.Text(NameOf(precision));
            }

            csv.EndRow();
            if (++rows % RowsOfPiece == 0)
            {
                into.Write(csv.Written.Span);
                csv = new CsvText(csv.Written.Length);
            }
        }

        into.Write(csv.Written.Span);
    }

    /// <summary>A precision as <c>--precision</c> and the files name it.</summary>
    public static string NameOf(SweepPrecision precision) => precision == SweepPrecision.Singles ? "single" : "double";

    /// <summary>Writes a row of <see cref="RunFigures"/> as cells; what is missing is empty.</summary>
    internal static void WriteFigures(CsvText csv, double[] figures)
    {
        for (int i = 0; i < figures.Length; i++)
        {
            if (RunFigures.IsTime(i) && !double.IsNaN(figures[i]))
            {
                csv.Time((long)figures[i]);
            }
            else
            {
                csv.Number(figures[i]);
            }
        }
    }
}

/// <summary>Where a row belongs among the others, and where it lies.</summary>
/// <param name="Score">Its objective; NaN where missing.</param>
/// <param name="Combination">Its number in the plan.</param>
/// <param name="Place">Its place in the part.</param>
public readonly record struct SweepKey(double Score, long Combination, int Place)
{
    /// <summary>Best first, missing last, ties by combination.</summary>
    public static int Compare(SweepKey one, SweepKey other)
    {
        bool isMissing = double.IsNaN(one.Score);
        if (isMissing != double.IsNaN(other.Score))
        {
            return isMissing ? 1 : -1;
        }

        int byScore = isMissing ? 0 : other.Score.CompareTo(one.Score);
        return byScore != 0 ? byScore : one.Combination.CompareTo(other.Combination);
    }
}
