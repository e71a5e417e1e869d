namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Two operands and every comparison that the rules make of them: one pass over both columns answers all, so a cross and
/// its opposite cost one.
/// </summary>
internal sealed class BitRelation(Operand left, Operand right)
{
    public Operand Left => left;

    public Operand Right => right;

    /// <summary>The comparison left above right; null where nobody makes it.</summary>
    public BitCompared? Above { get; private set; }

    /// <summary>The comparison right above left.</summary>
    public BitCompared? Below { get; private set; }

    /// <summary>The comparison for equality.</summary>
    public BitCompared? Same { get; private set; }

    /// <summary>Whether it has run over the current block.</summary>
    public bool HasRun { get; set; }

    /// <summary>Whether a comparison is one of these operands.</summary>
    public bool Holds(in BitCompare compare) =>
        (compare.Left == left && compare.Right == right) || (compare.Left == right && compare.Right == left);

    /// <summary>Takes a comparison that it holds.</summary>
    public void Add(in BitCompare compare, BitCompared room)
    {
        if (compare.IsEqual)
        {
            Same = room;
        }
        else if (compare.Left == left)
        {
            Above = room;
        }
        else
        {
            Below = room;
        }
    }

    /// <summary>Compares a block; the columns are as long as each other.</summary>
    public void Run(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        HasRun = true;
        if (Above is null && Same is null)
        {
            BitLanes.Relate(b, a, new RelationRoom { Above = Below!.True, NotAbove = Below.False });
            return;
        }

        BitLanes.Relate(a, b, new RelationRoom
        {
            Above = Above is null ? [] : Above.True,
            NotAbove = Above is null ? [] : Above.False,
            Below = Below is null ? [] : Below.True,
            NotBelow = Below is null ? [] : Below.False,
            Same = Same is null ? [] : Same.True,
            NotSame = Same is null ? [] : Same.False,
        });
    }
}

/// <summary>One comparison's bits, and which side of them anybody reads.</summary>
internal sealed class BitCompared(int bars)
{
    public BitTruth Room { get; } = BitTruth.Room(bars);

    public bool IsTrueRead { get; set; }

    public bool IsFalseRead { get; set; }

    /// <summary>Room for the bars where it is true; empty where nobody reads it.</summary>
    public Span<ulong> True => IsTrueRead ? Room.IsTrue : [];

    /// <summary>Room for the bars where it is false; empty where nobody reads it.</summary>
    public Span<ulong> False => IsFalseRead ? Room.IsFalse : [];
}
