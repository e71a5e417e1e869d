using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>Reads a sweep's own table back.</summary>
internal static class SweepTableReading
{
    /// <summary>The table; <see cref="InputException"/> where it is damaged.</summary>
    public static OpenSweep Read(AskedSweep asked, string tablePath)
    {
        try
        {
            SweepPlan plan = asked.ToPlan();
            (string Name, string[] Texts)[] axes =
                [.. plan.Axes.Select(axis => (axis.Name, Enumerable.Range(0, axis.Values.Length).Select(axis.Text).ToArray()))];
            string[] lines = File.ReadAllLines(tablePath);
            if (lines.Length == 0 || lines[0] != string.Join(',', axes.Select(axis => axis.Name).Concat(RunFigures.Names)))
            {
                throw Damaged(tablePath, 1);
            }

            Dictionary<string, int>[] places = [.. axes.Select(axis => axis.Texts
                .Select((text, at) => KeyValuePair.Create(text, at)).ToDictionary(StringComparer.Ordinal))];
            int[][] positions = [.. axes.Select(_ => new int[lines.Length - 1])];
            double[][] figures = [.. Enumerable.Range(0, RunFigures.Count).Select(_ => new double[lines.Length - 1])];
            Parallel.For(1, lines.Length, line => Row(lines[line], line, places, positions, figures, tablePath));
            return new OpenSweep(asked, plan, positions, figures);
        }
        catch (AggregateException several) when (several.InnerExceptions[0] is InputException)
        {
            throw several.InnerExceptions[0];
        }
        catch (IOException unreadable)
        {
            throw new InputException(new Problem(tablePath, 0, 0, $"cannot be read: {unreadable.Message}"));
        }
    }

    private static void Row(
        ReadOnlySpan<char> text, int line, Dictionary<string, int>[] places, int[][] positions, double[][] figures, string path)
    {
        int cell = 0;
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> value = text[range];
            int figure = cell - places.Length;
            if (figure >= RunFigures.Count)
            {
                throw Damaged(path, line + 1);
            }

            if (figure < 0)
            {
                positions[cell][line - 1] = places[cell].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(value, out int place)
                    ? place
                    : throw Damaged(path, line + 1);
            }
            else
            {
                figures[figure][line - 1] = value.IsEmpty || RunFigures.IsTime(figure) ? double.NaN
                    : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number
                    : throw Damaged(path, line + 1);
            }

            cell++;
        }

        if (cell != places.Length + RunFigures.Count)
        {
            throw Damaged(path, line + 1);
        }
    }

    private static InputException Damaged(string path, int line) =>
        new(new Problem(path, line, 0, "is not as the sweep has written it; run the sweep again"));
}
