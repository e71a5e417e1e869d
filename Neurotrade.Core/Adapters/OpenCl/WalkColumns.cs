using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// The distinct columns that some combinations read, and tiles of them. On the device the values of one bar lie together,
/// so that neighbours, which walk in step, read neighbours.
/// </summary>
internal sealed class WalkColumns
{
    private const int BarsOfPiece = 64;

    private readonly CandleSeries candles;
    private readonly List<ReadOnlyMemory<double>> columns = [];

    /// <summary>Collects the columns, and says in each draft where its own lie.</summary>
    public WalkColumns(SweepBatch batch, IReadOnlyList<WalkMember> members)
    {
        candles = batch.Columns.Candles;
        History = Math.Min(members.Max(one => one.Numbers.History), candles.Count);
        Dictionary<(IndicatorKey? Key, KernelColumn Column), int> places = [];
        foreach (WalkMember member in members)
        {
            FeatureFrame? frame = null;
            foreach ((int at, KernelColumn column) in member.Numbers.Columns)
            {
                bool isIndicator = column.Operation == RuleOperation.Indicator;
                (IndicatorKey?, KernelColumn) known = isIndicator
                    ? (KeyOf(member, column), column with { Argument = 0 })
                    : (null, column);
                if (!places.TryGetValue(known, out int place))
                {
                    place = columns.Count;
                    places.Add(known, place);
                    frame ??= batch.Columns.FrameOf(member.Strategy.Indicators);
                    columns.Add(isIndicator ? frame.Values(column.Argument, column.Output) : Computed(column));
                }

                member.Numbers.Integers[at] = place;
            }
        }
    }

    /// <summary>How many bars before a bar are read at it.</summary>
    public int History { get; }

    /// <summary>How many there are.</summary>
    public int Count => columns.Count;

    /// <summary>The columns' values from a bar on, those of a bar together.</summary>
    public void Fill(Reals into, int from, int count) => Parallel.For(0, (count + BarsOfPiece - 1) / BarsOfPiece, piece =>
    {
        int start = piece * BarsOfPiece;
        int length = Math.Min(BarsOfPiece, count - start);
        for (int i = 0; i < columns.Count; i++)
        {
            into.Put(columns[i].Span.Slice(from + start, length), (start * columns.Count) + i, columns.Count);
        }
    });

    /// <summary>Open, high, low, close and volume from a bar on.</summary>
    public void FillCandles(Reals into, int from, int count)
    {
        const int fields = 5;
        CandleColumns all = candles.Columns;
        into.Put(all.Opens.Slice(from, count), 0, fields);
        into.Put(all.Highs.Slice(from, count), 1, fields);
        into.Put(all.Lows.Slice(from, count), 2, fields);
        into.Put(all.Closes.Slice(from, count), 3, fields);
        into.Put(all.Volumes.Slice(from, count), 4, fields);
    }

    private IndicatorKey KeyOf(WalkMember member, KernelColumn column) =>
        IndicatorKey.Of(member.Strategy.Indicators[column.Argument], candles.Timeframe);

    private double[] Computed(KernelColumn column)
    {
        double[] values = new double[candles.Count];
        if (column.Operation == RuleOperation.Clock)
        {
            RuleKernels.Clock((ClockField)column.Argument, candles.Times, values);
        }
        else
        {
            RuleKernels.Field((CandleField)column.Argument, candles.Columns, values);
        }

        return values;
    }
}
