using System.Globalization;
using System.Text;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// A strategy's kernel as it is written: the text, which is the same for all combinations of one structure, and beside it
/// this combination's own numbers, in the order in which the text asks for them.
/// </summary>
internal sealed class KernelDraft
{
    private readonly Dictionary<KernelColumn, string> columnNames = [];

    /// <summary>Declares what the combination's own numbers are called.</summary>
    public StringBuilder Parameters { get; } = new();

    /// <summary>What stands at a bar before the walk.</summary>
    public StringBuilder Rules { get; } = new();

    /// <summary>Names that say which orders there are.</summary>
    public StringBuilder Defines { get; } = new();

    /// <summary>What a held position asks at the close.</summary>
    public string Leaves { get; set; } = string.Empty;

    /// <summary>The combination's numbers.</summary>
    public List<double> Reals { get; } = [];

    public List<int> Integers { get; } = [];

    public List<long> Longs { get; } = [];

    /// <summary>The columns that it reads, and which of <see cref="Integers"/> says where each lies.</summary>
    public List<(int At, KernelColumn Column)> Columns { get; } = [];

    /// <summary>How many past values each ring holds: of a step that is read later, or of a window.</summary>
    public List<KernelRing> Rings { get; } = [];

    /// <summary>What steps keep from bar to bar beside rings: a name and what it begins with.</summary>
    public List<(string Name, int Start)> Memory { get; } = [];

    /// <summary>How many bars back columns and candles are read.</summary>
    public int History { get; private set; }

    /// <summary>The combination's part without the text: what is kept of each.</summary>
    public KernelNumbers Numbers() =>
        new([.. Reals], [.. Integers], [.. Longs], [.. Columns], [.. Rings], [.. Memory], History);

    /// <summary>A number of this combination; returns what the text calls it.</summary>
    public string Real(double value)
    {
        string name = Name('r', Reals.Count);
        Parameter("real", name, "reals", Reals.Count);
        Reals.Add(value);
        return name;
    }

    /// <summary>A whole number of this combination.</summary>
    public string Integer(int value)
    {
        string name = Name('i', Integers.Count);
        Parameter("int", name, "ints", Integers.Count);
        Integers.Add(value);
        return name;
    }

    /// <summary>A length of time of this combination, milliseconds.</summary>
    public string Long(long value)
    {
        string name = Name('l', Longs.Count);
        Parameter("long", name, "longs", Longs.Count);
        Longs.Add(value);
        return name;
    }

    /// <summary>A column's value so many bars ago.</summary>
    public string Column(KernelColumn column, int lag)
    {
        if (!columnNames.TryGetValue(column, out string? name))
        {
            Columns.Add((Integers.Count, column));
            name = Integer(0);
            columnNames.Add(column, name);
        }

        History = Math.Max(History, lag);
        return $"COLUMN({name}, {Lag(lag)})";
    }

    /// <summary>A candle's own field so many bars ago; fields are counted from the open.</summary>
    public string Field(int field, int lag)
    {
        History = Math.Max(History, lag);
        return lag == 0
            ? field switch { 0 => "open", 1 => "high", 2 => "low", 3 => "close", _ => "volume" }
            : string.Create(CultureInfo.InvariantCulture, $"FIELD({field}, {Lag(lag)})");
    }

    /// <summary>
    /// A lag as the text has it. Nothing and one, which crosses ask for, stand in the text; others are numbers of the
    /// combination, so that they share a kernel.
    /// </summary>
    public string Lag(int bars) => bars <= 1 ? bars.ToString(CultureInfo.InvariantCulture) : Integer(bars);

    private void Parameter(string type, string name, string from, int at) => Parameters.Append(
        CultureInfo.InvariantCulture, $"    const {type} {name} = {from}[(size_t){at} * stride + item];\n");

    private static string Name(char kind, int at) => kind + at.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What one combination brings to the text that it shares with others of its structure.</summary>
/// <param name="Reals">Its numbers.</param>
/// <param name="Integers">Its whole numbers; where a column lies is filled in once that is known.</param>
/// <param name="Longs">Its lengths of time, milliseconds.</param>
/// <param name="Columns">The columns that it reads, each with its place among the whole numbers.</param>
/// <param name="Rings">How many past values each ring holds.</param>
/// <param name="Memory">What steps keep from bar to bar: a name and what it begins with.</param>
/// <param name="History">How many bars back columns and candles are read.</param>
internal sealed record KernelNumbers(
    double[] Reals,
    int[] Integers,
    long[] Longs,
    (int At, KernelColumn Column)[] Columns,
    KernelRing[] Rings,
    (string Name, int Start)[] Memory,
    int History);

/// <summary>A column of values a bar that lies in the device's memory.</summary>
/// <param name="Operation">An indicator's output, a field computed of several, or a part of the time.</param>
/// <param name="Argument">The indicator's instance, the field or the clock.</param>
/// <param name="Output">The indicator's output.</param>
internal readonly record struct KernelColumn(RuleOperation Operation, int Argument, int Output);

/// <summary>Past values of a step.</summary>
/// <param name="Length">How many.</param>
/// <param name="HasBars">Whether each stands with its bar, as in a window; else the length becomes a power of two.</param>
internal readonly record struct KernelRing(int Length, bool HasBars);
