using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;

namespace Neurotrade.Core.Features.Series;

/// <summary>The mean of the first values of a series, from which an exponential average starts.</summary>
internal sealed class MeanSeed(int length)
{
    private ExactSum sum = new(new OtherTerms());
    private int seen;

    /// <summary>Takes the next value; gives the mean with the last one, NaN before. Missing values do not count.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public double Next(double input)
    {
        if (double.IsNaN(input))
        {
            return double.NaN;
        }

        sum.Add(input);
        return ++seen < length ? double.NaN : sum.Over(length);
    }
}
