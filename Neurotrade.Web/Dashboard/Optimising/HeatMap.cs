namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>What a cell of a heat map shows of its runs.</summary>
public enum HeatOf
{
    /// <summary>The best of them.</summary>
    Best,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,
}

/// <summary>
/// The objective over two parameters, those of the others taken together; over one where only one was varied. Cells that no
/// run lies in are left out.
/// </summary>
/// <param name="X">The columns' parameter.</param>
/// <param name="Y">The rows' parameter; null over one.</param>
/// <param name="Cells">By row, then column.</param>
public sealed record HeatMap(OpenAxis X, OpenAxis? Y, IReadOnlyList<HeatCell> Cells)
{
    /// <summary>The map of a sweep; runs without an objective count only where a cell has no other.</summary>
    public static HeatMap Of(OpenSweep sweep, OpenAxis x, OpenAxis? y, HeatOf of)
    {
        // Rows come best first, so the first of a cell is its best.
        SortedDictionary<(int Y, int X), List<int>> cells = [];
        for (int row = 0; row < sweep.Count; row++)
        {
            (int, int) place = (y?.Positions[row] ?? 0, x.Positions[row]);
            if (!cells.TryGetValue(place, out List<int>? held))
            {
                cells[place] = held = [];
            }

            held.Add(row);
        }

        return new HeatMap(x, y, [.. cells.Select(cell => new HeatCell(
            cell.Key.X, cell.Key.Y, Value(sweep.Scores, cell.Value, of), cell.Value[0], cell.Value.Count))]);
    }

    private static double Value(double[] scores, List<int> rows, HeatOf of)
    {
        double[] known = [.. rows.Select(row => scores[row]).Where(score => !double.IsNaN(score))];
        return known.Length == 0 ? double.NaN : of switch
        {
            HeatOf.Best => known[0],
            HeatOf.Mean => known.Sum() / known.Length,

            // Best first is in order too.
            _ => known.Length % 2 == 1 ? known[known.Length / 2] : (known[(known.Length / 2) - 1] + known[known.Length / 2]) / 2,
        };
    }
}

/// <summary>A cell of a heat map.</summary>
/// <param name="X">Place on the columns' axis.</param>
/// <param name="Y">Place on the rows' axis.</param>
/// <param name="Value">NaN where none of its runs has an objective.</param>
/// <param name="Row">Its best run.</param>
/// <param name="Count">How many runs lie in it.</param>
public readonly record struct HeatCell(int X, int Y, double Value, int Row, int Count);
