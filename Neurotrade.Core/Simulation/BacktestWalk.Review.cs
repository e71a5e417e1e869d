using System.Collections.Immutable;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <content>Walks to one place as sparsely as ever, and through it time by time, for somebody who asks why.</content>
internal sealed partial class BacktestWalk<T>
{
    private CloseWatch<T>? watch;

    /// <summary>The levels that the bars [fromBar, toBar) of a symbol were held against; of those in range.</summary>
    public ImmutableArray<LevelStep> LevelsOf(int symbol, int fromBar, int toBar, CancellationToken cancellation)
    {
        int first = Math.Max(fromBar, axis.FirstBar(symbol));
        int end = Math.Min(toBar, axis.EndBar(symbol));
        if (first >= end)
        {
            return [];
        }

        int from = axis.TimeOf(symbol, first);
        Walk(0, from, from, null, cancellation);
        LevelRecorder levels = new(strategy.Orders.TakeProfits.Length);
        symbols[symbol].Venue.Levels = levels;
        Walk(from, from, axis.TimeOf(symbol, end - 1) + 1, null, cancellation);
        return levels.Finish();
    }

    /// <summary>What stood for and against an entry at the close of a symbol's bar; null where it is not in range.</summary>
    public CloseReview<T>? ReviewOf(int symbol, int bar, CancellationToken cancellation)
    {
        if (bar < axis.FirstBar(symbol) || bar >= axis.EndBar(symbol))
        {
            return null;
        }

        int time = axis.TimeOf(symbol, bar);
        kernel.ReviewedSymbol = symbol;
        watch = new CloseWatch<T>(symbol, axis.Times[time]);
        Walk(0, time, time, null, cancellation);
        LevelRecorder levels = new(strategy.Orders.TakeProfits.Length);
        symbols[symbol].Venue.Levels = levels;
        Walk(time, time, time + 1, null, cancellation);
        EntryReview<T>? entry = kernel.Review;
        Guard.That(entry is not null);
        kernel.ReviewedSymbol = -1;
        symbols[symbol].Venue.Levels = null;

        // As far as the symbol's next open, where a market order is sized (contracts 4.2).
        int next = bar + 1 < axis.EndBar(symbol) ? axis.TimeOf(symbol, bar + 1) + 1 : axis.Count;
        Walk(time + 1, time + 1, next, null, cancellation);
        return new CloseReview<T>(entry, levels.Finish().FirstOrDefault(), watch.AtClose, watch.IsGivenUp);
    }
}
