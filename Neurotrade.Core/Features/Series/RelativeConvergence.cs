using System.Collections.Immutable;

namespace Neurotrade.Core.Features.Series;

/// <summary>The distance of a fast from a slow average in percent of the slow one, with an average of that.</summary>
public struct RelativeConvergence(ImmutableArray<double> parameters)
{
    private ExponentialMean fast = ExponentialMean.Ema((int)parameters[0]);
    private ExponentialMean slow = ExponentialMean.Ema((int)parameters[1]);
    private ExponentialMean signal = ExponentialMean.Ema((int)parameters[2]);

    /// <summary>Takes the next value and sets line, signal and histogram.</summary>
    public void Step(double value, OutputRow row)
    {
        double quick = fast.Next(value);
        double lazy = slow.Next(value);
        double line = lazy == 0 ? double.NaN : 100 * ((quick - lazy) / lazy);
        double average = double.IsNaN(line) ? double.NaN : signal.Next(line);
        row[0] = line;
        row[1] = average;
        row[2] = line - average;
    }
}
