namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>Rows of a sweep, filtered and put in an order.</summary>
internal static class SweepRows
{
    /// <summary>Places of the rows that a filter lets through; by a column, with a dash before it for falling, else best first.</summary>
    public static int[] Of(OpenSweep sweep, SweepFilter filter, string? sort)
    {
        int[] rows = filter.Of([.. Enumerable.Range(0, sweep.Count)]);
        if (string.IsNullOrEmpty(sort) || sweep.Column(sort.TrimStart('-')) is not { } column)
        {
            return rows;
        }

        bool isFalling = sort[0] == '-';
        Array.Sort(rows, (one, other) =>
        {
            (double a, double b) = (column[one], column[other]);
            if (double.IsNaN(a) != double.IsNaN(b))
            {
                // What is missing stands last, whichever way one looks.
                return double.IsNaN(a) ? 1 : -1;
            }

            int by = isFalling ? b.CompareTo(a) : a.CompareTo(b);
            return by != 0 ? by : one.CompareTo(other);
        });
        return rows;
    }
}
