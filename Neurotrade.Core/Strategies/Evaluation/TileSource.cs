using Neurotrade.Core.Features;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Indicators computed so many bars at a time, just before the rules read them: a history's columns never stand in memory
/// at once. Those that look far back, those of a higher timeframe and the range that <c>n atr</c> means are computed whole.
/// </summary>
internal sealed class TileSource : BarSource
{
    /// <summary>Bars of a tile: a few columns of it fit into a core's own cache.</summary>
    public const int DefaultTileBars = 16_384;

    // A loop over many bars at once begins after a look-back; a tile should be long beside that.
    private const int LongestWarmUpBars = 512;

    private readonly CandleSeries candles;
    private readonly int tileBars;
    private readonly int[] blockOf;
    private readonly IIndicator?[] running;
    private readonly double[][] columns;
    private readonly (int From, int Count)[] tiles;

    /// <param name="strategy">Whose indicators.</param>
    /// <param name="candles">Over which.</param>
    /// <param name="tileBars">Bars of a tile, whole blocks of <see cref="BitRun"/>.</param>
    public TileSource(Strategy strategy, CandleSeries candles, int tileBars = DefaultTileBars)
    {
        Guard.That(tileBars > 0 && tileBars % BitRun.Block == 0);
        (this.candles, this.tileBars) = (candles, Math.Min(tileBars, candles.Count));
        FeatureBlocks plan = FeatureBlocks.Of(candles.Timeframe, strategy.Indicators);
        blockOf = [.. plan.OfInstance];
        running = new IIndicator?[plan.Distinct.Length];
        columns = new double[plan.Distinct.Length][];
        tiles = new (int, int)[plan.Distinct.Length];
        ResampledCandles[] longer = [.. plan.Longer.Select(timeframe => Resampler.Resample(candles, timeframe))];
        int whole = strategy.AtrInstance is { } atr ? blockOf[atr] : -1;
        for (int i = 0; i < columns.Length; i++)
        {
            FeatureBlocks.Block block = plan.Distinct[i];
            int outputs = block.Definition.Outputs.Length;
            if (i != whole && block.LongerIndex < 0 && block.Definition.WarmUpBars(block.Parameters) <= LongestWarmUpBars)
            {
                running[i] = block.Definition.Create(block.Parameters);
                columns[i] = GC.AllocateUninitializedArray<double>(this.tileBars * outputs);
            }
            else
            {
                columns[i] = GC.AllocateUninitializedArray<double>(candles.Count * outputs);
                FeatureFrame.Fill(
                    candles, block.Definition, block.Parameters,
                    block.LongerIndex < 0 ? null : longer[block.LongerIndex], columns[i]);
            }
        }

        Atr = whole < 0 ? default : columns[whole].AsMemory(0, candles.Count);
    }

    /// <summary>The range that <c>n atr</c> means, a value a bar; empty where nothing is given in it.</summary>
    public ReadOnlyMemory<double> Atr { get; }

    public override CandleColumns Candles(int bar, int count) => candles.Columns.Slice(bar, count);

    public override ReadOnlySpan<double> Indicator(int instance, int output, int bar, int count)
    {
        int block = blockOf[instance];
        if (running[block] is null)
        {
            return new ColumnBlock(columns[block], candles.Count)[output].Slice(bar, count);
        }

        while (bar >= tiles[block].From + tiles[block].Count)
        {
            Advance(block);
        }

        (int from, int length) = tiles[block];
        Guard.That(bar >= from && bar + count <= from + length);
        return Tile(block)[output].Slice(bar - from, count);
    }

    private void Advance(int block)
    {
        int from = tiles[block].From + tiles[block].Count;
        int length = Math.Min(tileBars, candles.Count - from);
        Guard.That(length > 0);
        tiles[block] = (from, length);
        running[block]!.Advance(candles.Columns.Slice(from, length), Tile(block));
    }

    private ColumnBlock Tile(int block)
    {
        int length = tiles[block].Count;
        return new ColumnBlock(columns[block].AsSpan(0, columns[block].Length / tileBars * length), length);
    }
}
