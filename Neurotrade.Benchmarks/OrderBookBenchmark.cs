using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks;

/// <summary>
/// What one change of a level costs, in nanoseconds: changes as far from the best price as those of a liquid pair, among as
/// many levels. The book is held against a sorted dictionary before anything is timed.
/// </summary>
internal static class OrderBookBenchmark
{
    private const int ChangeCount = 400_000;
    private const int Repetitions = 15;

    /// <summary>Prints a row a number of levels; a filter chooses by it.</summary>
    public static void Run(string? filter)
    {
        Console.WriteLine("ns a change | median | min | max | processor time | bytes a change");
        foreach (int levels in new[] { 1000, 5000 })
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{levels} levels a side");
            if (filter is null || name.Contains(filter, StringComparison.Ordinal))
            {
                Measure(name, levels);
            }
        }
    }

    private static void Measure(string name, int levels)
    {
        (long Price, long Quantity)[] changes = Changes(levels);
        OrderBook book = Filled(levels);
        Apply(book, changes);
        Check(book, levels, changes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Apply(book, changes);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Timing timing = Timing.Of(Repetitions, () => Apply(book, changes))[0];
        string figures = string.Join(" | ", new[] { timing.Median, timing.Min, timing.Max, timing.Processor }
            .Select(time => (time / ChangeCount).ToString("F1", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} | {figures} | {(double)bytes / ChangeCount:F1}"));
    }

    private static void Apply(OrderBook book, (long Price, long Quantity)[] changes)
    {
        foreach ((long price, long quantity) in changes)
        {
            book.SetBid(price, quantity);
        }
    }

    private static OrderBook Filled(int levels)
    {
        OrderBook book = new();
        for (int i = 0; i < levels; i++)
        {
            book.SetBid(Price(levels, i), 1);
        }

        return book;
    }

    // Half of all changes within some twenty levels of the best, the rest spread ever thinner; two in five take a level away.
    private static (long Price, long Quantity)[] Changes(int levels)
    {
        Random random = new(42);
        (long, long)[] changes = new (long, long)[ChangeCount];
        for (int i = 0; i < changes.Length; i++)
        {
            double distance = 20 * ((1 / Math.Pow(1 - random.NextDouble(), 0.8)) - 1);
            long quantity = random.Next(5) < 2 ? 0 : 1 + random.Next(1_000_000);
            changes[i] = (Price(levels, (int)Math.Min(distance, levels - 1)), quantity);
        }

        return changes;
    }

    private static long Price(int levels, int depth) => 6_000_000_000_000 + ((levels - depth) * 1_000_000L);

    private static void Check(OrderBook book, int levels, (long Price, long Quantity)[] changes)
    {
        SortedDictionary<long, long> plain = [];
        foreach ((long price, long quantity) in Enumerable.Range(0, levels).Select(i => (Price(levels, i), 1L)).Concat(changes))
        {
            plain[price] = quantity;
        }

        Guard.That(plain.Reverse().Where(level => level.Value != 0).Select(level => new BookLevel(level.Key, level.Value))
            .SequenceEqual(Enumerable.Range(0, book.BidCount).Select(book.Bid)));
    }
}
