using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Columns of equal length that lie behind one another in one block; a view that the caller owns.</summary>
public readonly ref struct ColumnBlock
{
    private readonly Span<double> block;

    /// <summary>A view of <c>block.Length / rows</c> columns.</summary>
    public ColumnBlock(Span<double> block, int rows)
    {
        Guard.That(rows == 0 ? block.Length == 0 : block.Length % rows == 0);
        this.block = block;
        Rows = rows;
    }

    /// <summary>Values in each column.</summary>
    public int Rows { get; }

    /// <summary>Columns in the block; 0 where they have no rows.</summary>
    public int Columns => Rows == 0 ? 0 : block.Length / Rows;

    /// <summary>The column at an index from 0.</summary>
    public Span<double> this[int column] => block.Slice(column * Rows, Rows);
}
