using System.Numerics;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Chance that can be asked for any moment without having been asked for the moments before: a counter hashed with a
/// key. Whole numbers, + − × ÷ and √ only, so that every machine draws the same (contracts 4.19).
/// </summary>
internal readonly struct GeneratedMarketChance
{
    // The odd number nearest to 2^64 / φ, and the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
    private const ulong Step = 0x9E3779B97F4A7C15;

    // A sum of 64 fair bits has variance 16; the uniform that fills its steps has 1/12.
    private static readonly double ToUnit = 1 / Math.Sqrt(16 + (1.0 / 12));

    private readonly ulong key;

    private GeneratedMarketChance(ulong key) => this.key = key;

    /// <summary>A stream of a seed; streams of other names are independent.</summary>
    public static GeneratedMarketChance Of(int seed, string stream)
    {
        ulong hash = Mix((ulong)(uint)seed + Step);
        foreach (char c in stream)
        {
            hash = Mix((hash ^ c) + Step);
        }

        return new GeneratedMarketChance(hash);
    }

    /// <summary>64 fair bits for a moment.</summary>
    public ulong Bits(long moment) => Mix(key + ((ulong)moment * Step));

    /// <summary>From [0, 1).</summary>
    public double Uniform(long moment) => (Bits(moment) >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// Nearly normal, mean 0, deviation 1: 64 fair coins, their steps filled evenly. Uses two moments.
    /// </summary>
    public double Normal(long moment)
    {
        double coins = BitOperations.PopCount(Bits(2 * moment)) - 32;
        return (coins + Uniform((2 * moment) + 1) - 0.5) * ToUnit;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
