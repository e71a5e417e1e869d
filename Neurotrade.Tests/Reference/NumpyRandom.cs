namespace Neurotrade.Tests.Reference;

/// <summary>
/// The draws of NumPy's <c>default_rng(seed)</c>, so that inputs published as a NumPy script need no Python here: PCG64
/// (O'Neill 2014, XSL-RR 128/64) seeded by NumPy's SeedSequence, and its 256-layer ziggurat for the normal distribution.
/// </summary>
internal sealed class NumpyRandom
{
    private const double TailStart = 3.6541528853610088;
    private const double Mantissa = 1L << 52;

    private static readonly UInt128 Multiplier = new(2549297995355413924UL, 4865540595714422341UL);
    private static readonly ulong[] LayerLimits = new ulong[256];
    private static readonly double[] LayerWidths = new double[256];
    private static readonly double[] LayerHeights = new double[256];

    private readonly UInt128 increment;
    private UInt128 state;
    private uint? spareHalf;

    static NumpyRandom() => FillLayers();

    public NumpyRandom(uint seed)
    {
        ulong[] words = SeedWords(seed);
        increment = (new UInt128(words[2], words[3]) << 1) | 1;
        state = increment + new UInt128(words[0], words[1]);
        state = (state * Multiplier) + increment;
    }

    public double Normal(double mean, double deviation) => mean + (deviation * StandardNormal());

    public double LogNormal(double mean, double deviation) => Math.Exp(Normal(mean, deviation));

    public double Uniform(double low, double high) => low + ((high - low) * UnitDouble());

    /// <summary>A whole number in [low, high), by Lemire's method over 32 bits.</summary>
    public int Integer(int low, int high)
    {
        uint range = (uint)(high - low);
        ulong product = (ulong)Half() * range;
        if ((uint)product < range)
        {
            uint threshold = (uint.MaxValue - (range - 1)) % range;
            while ((uint)product < threshold)
            {
                product = (ulong)Half() * range;
            }
        }

        return low + (int)(product >> 32);
    }

    private double UnitDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    private uint Half()
    {
        if (spareHalf is { } spare)
        {
            spareHalf = null;
            return spare;
        }

        ulong word = Next();
        spareHalf = (uint)(word >> 32);
        return (uint)word;
    }

    private ulong Next()
    {
        state = (state * Multiplier) + increment;
        ulong high = (ulong)(state >> 64);
        return ulong.RotateRight(high ^ (ulong)state, (int)(high >> 58));
    }

    private double StandardNormal()
    {
        while (true)
        {
            ulong word = Next();
            int layer = (int)(word & 0xff);
            ulong magnitude = (word >> 9) & 0x000f_ffff_ffff_ffff;
            double x = magnitude * LayerWidths[layer];
            x = ((word >> 8) & 1) == 1 ? -x : x;
            if (magnitude < LayerLimits[layer])
            {
                return x;
            }

            if (layer == 0)
            {
                return Tail(((magnitude >> 8) & 1) == 1);
            }

            double height = ((LayerHeights[layer - 1] - LayerHeights[layer]) * UnitDouble()) + LayerHeights[layer];
            if (height < Math.Exp(-0.5 * x * x))
            {
                return x;
            }
        }
    }

    private double Tail(bool isNegative)
    {
        while (true)
        {
            // 1 - u is exact for these u, so a logarithm of it is as good as log1p.
            double x = -1 / TailStart * Math.Log(1 - UnitDouble());
            double y = -Math.Log(1 - UnitDouble());
            if (y + y > x * x)
            {
                return isNegative ? -(TailStart + x) : TailStart + x;
            }
        }
    }

    // Layers of equal area under exp(-x²/2), from the outermost inwards (Marsaglia and Tsang 2000). NumPy's table carries
    // the roundings of a computation in doubles, which this order of operations and this area repeat.
    private static void FillLayers()
    {
        const double area = 0.0049286732339746519;
        double x = TailStart;
        double height = Math.Exp(-0.5 * x * x);
        (LayerWidths[255], LayerHeights[255]) = (x / Mantissa, height);
        (LayerLimits[0], LayerWidths[0]) = ((ulong)(x * height / area * Mantissa), area / height / Mantissa);
        LayerHeights[0] = 1;
        for (int i = 254; i > 0; i--)
        {
            double inner = Math.Sqrt(-2 * Math.Log((area / x) + LayerHeights[i + 1]));
            LayerLimits[i + 1] = (ulong)Math.Round(inner / x * Mantissa);
            (LayerWidths[i], LayerHeights[i]) = (inner / Mantissa, Math.Exp(-0.5 * inner * inner));
            x = inner;
        }

        LayerLimits[1] = 0;
    }

    // NumPy's SeedSequence: the seed hashed into a pool of four words, the pool hashed into the generator's state.
    private static ulong[] SeedWords(uint seed)
    {
        uint[] pool = new uint[4];
        uint constant = 0x43b0d7e5;
        uint Hash(uint value)
        {
            value ^= constant;
            constant *= 0x931e8875;
            value *= constant;
            return value ^ (value >> 16);
        }

        for (int i = 0; i < 4; i++)
        {
            pool[i] = Hash(i == 0 ? seed : 0);
        }

        for (int from = 0; from < 4; from++)
        {
            for (int to = 0; to < 4; to++)
            {
                if (from != to)
                {
                    uint mixed = (0xca01f9dd * pool[to]) - (0x4973f715 * Hash(pool[from]));
                    pool[to] = mixed ^ (mixed >> 16);
                }
            }
        }

        uint outConstant = 0x8b51f9dd;
        ulong[] words = new ulong[4];
        for (int i = 0; i < 8; i++)
        {
            uint value = pool[i % 4] ^ outConstant;
            outConstant *= 0x58f38ded;
            value *= outConstant;
            words[i / 2] |= (ulong)(value ^ (value >> 16)) << (32 * (i % 2));
        }

        return words;
    }
}
