namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>
/// A number and how far another correct computation of it may lie from it: 0 where contracts 4.19 and 4.20 fix every
/// bit (fields, averages, channels), small where only the last bits are free (EMA, RSI, ATR). NaN is missing.
/// Readings of equal origin went through the same operations, so that any program has them equal to the bit.
/// </summary>
internal readonly record struct Reading(double Value, double Error, ulong Origin = 0)
{
    public static Reading Missing { get; } = new(double.NaN, 0);

    public bool IsMissing => !double.IsFinite(Value);

    public static Reading Of(double value) => new(value, 0);

    /// <summary>Whether last bits that are free could order the two the other way.</summary>
    public static bool IsNearTie(Reading a, Reading b)
    {
        double free = a.Error + b.Error;
        bool isSame = a.Error > 0 && a.Origin != 0 && a.Origin == b.Origin;
        return free > 0 && !isSame && Math.Abs(a.Value - b.Value) <= free;
    }

    /// <summary>The origin of an operation's result; exact operands count by their bits.</summary>
    public static ulong Mix(int operation, Reading a, Reading b)
    {
        ulong hash = 0x9E3779B97F4A7C15UL + (ulong)operation;
        foreach (Reading part in (Reading[])[a, b])
        {
            hash = (hash ^ (part.Error > 0 ? part.Origin : BitConverter.DoubleToUInt64Bits(part.Value))) * 0xFF51AFD7ED558CCDUL;
            hash ^= hash >> 29;
        }

        return hash;
    }

    /// <summary>Missing with anything missing; the errors of operands carry over.</summary>
    public static Reading Arithmetic(string symbol, Reading a, Reading b)
    {
        if (a.IsMissing || b.IsMissing)
        {
            return Missing;
        }

        (double value, double error) = symbol switch
        {
            "+" => (a.Value + b.Value, a.Error + b.Error),
            "-" => (a.Value - b.Value, a.Error + b.Error),
            "*" => (a.Value * b.Value, (Math.Abs(a.Value) * b.Error) + (Math.Abs(b.Value) * a.Error)),
            _ => (a.Value / b.Value, (a.Error + (Math.Abs(a.Value / b.Value) * b.Error)) / Math.Abs(b.Value)),
        };
        return new Reading(value, error, Mix(symbol[0], a, b));
    }

    /// <summary>The highest or lowest of a window; missing with anything missing.</summary>
    public static Reading Extreme(bool isHighest, List<Reading> window)
    {
        if (window.Exists(r => r.IsMissing))
        {
            return Missing;
        }

        Reading extreme = isHighest ? window.MaxBy(r => r.Value) : window.MinBy(r => r.Value);

        // Another reading as good as this one may be taken elsewhere; then the result is as free as both.
        double error = window.Where(r => Math.Abs(r.Value - extreme.Value) <= r.Error + extreme.Error).Max(r => r.Error);
        return extreme with { Error = error };
    }
}
