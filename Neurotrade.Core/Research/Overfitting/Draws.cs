using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// Numbers drawn for one run of a test: the same for a seed, a test's name and a run's number, whatever other runs drew
/// and on which thread.
/// </summary>
internal sealed class Draws
{
    // Room for the draws of a run among those of the others.
    private const int MomentBits = 40;

    private readonly GeneratedMarketChance chance;
    private long moment;

    public Draws(int seed, string test, int run)
    {
        Guard.That(run >= 0 && run < 1 << (62 - MomentBits));
        chance = GeneratedMarketChance.Of(seed, test);
        moment = (long)run << MomentBits;
    }

    /// <summary>A whole number from 0 to below a bound above 0, each as likely as any other to within 2⁻⁶⁴.</summary>
    public int Below(int bound) => (int)Math.BigMul(chance.Bits(moment++), (ulong)bound, out _);

    /// <summary>Puts items into an order, each as likely as any other (R. A. Fisher and F. Yates, 1938).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    /// <summary>
    /// Places drawn in blocks that follow one another in the source and go round its end (D. N. Politis and J. P. Romano,
    /// A Circular Block-Resampling Procedure, 1992).
    /// </summary>
    /// <param name="places">Filled; each from 0 to below <paramref name="count"/>.</param>
    /// <param name="count">Length of the source.</param>
    /// <param name="block">Length of a block.</param>
    public void Blocks(Span<int> places, int count, int block)
    {
        int at = 0;
        for (int i = 0; i < places.Length; i++)
        {
            at = i % block == 0 ? Below(count) : at + 1 == count ? 0 : at + 1;
            places[i] = at;
        }
    }
}
