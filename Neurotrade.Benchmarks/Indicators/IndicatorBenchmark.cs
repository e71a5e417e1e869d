using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks.Indicators;

/// <summary>
/// Every indicator with its default parameters over one million bars: ns a bar over columns and candle by candle, bytes
/// allocated a bar when rolling, and where one stands beside it a plain loop over doubles in the same run.
/// </summary>
internal static class IndicatorBenchmark
{
    private const int Count = 1_000_000;
    private const int Repetitions = 15;

    public static void Run(string? filter)
    {
        CandleSeries candles = Bars.Make(Count);
        Candle[] rows = [.. Enumerable.Range(0, Count).Select(i => candles[i])];
        Console.WriteLine("ns a bar: median (min to max)");
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            if (filter is null || definition.Name.Contains(filter, StringComparison.Ordinal))
            {
                Measure(definition, candles, rows);
            }
        }
    }

    private static void Measure(IndicatorDefinition definition, CandleSeries candles, Candle[] rows)
    {
        ImmutableArray<double> parameters = [.. definition.Parameters.Select(p => p.Default)];
        double[] block = new double[Count * definition.Outputs.Length];
        double[] row = new double[definition.Outputs.Length];
        double[] plain = new double[Count * Math.Max(3, definition.Outputs.Length)];
        IIndicator batch = definition.Create(parameters);
        PlainLoops.Loop? loop = PlainLoops.Of(definition.Name);

        void Batch() => batch.Compute(candles.Columns, new ColumnBlock(block, Count));
        void Rolling() => Roll(definition.Create(parameters), rows, row);
        void Plain() => loop?.Invoke(candles, plain);

        Batch();
        Plain();
        if (loop is not null)
        {
            double difference = Math.Abs(block[Count - 1] - plain[Count - 1]);
            Guard.That(difference <= 1e-6 * Math.Max(1, Math.Abs(block[Count - 1])));
        }

        Timing[] timings = Timing.Of(Repetitions, Batch, Rolling, Plain);
        long before = GC.GetAllocatedBytesForCurrentThread();
        IIndicator once = definition.Create(parameters);
        long made = GC.GetAllocatedBytesForCurrentThread();
        Roll(once, rows, row);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - made;
        string baseline = loop is null ? string.Empty : $"   plain loop {Text(timings[2])}";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{definition.Name,-12} batch {Text(timings[0])}   rolling {Text(timings[1])}   {bytes / (double)Count:F0} B a bar, "
            + $"{made - before} B once{baseline}"));
    }

    private static void Roll(IIndicator indicator, Candle[] rows, double[] row)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            indicator.Update(in rows[i], row);
        }
    }

    private static string Text(Timing timing) => string.Create(
        CultureInfo.InvariantCulture,
        $"{timing.Median / Count,7:F2} ({timing.Min / Count:F2} to {timing.Max / Count:F2})");
}
