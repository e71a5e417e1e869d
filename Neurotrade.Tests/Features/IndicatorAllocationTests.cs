using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>An indicator allocates when it is made and never again, candle by candle as over columns.</summary>
public sealed class IndicatorAllocationTests
{
    private const int Bars = 700;

    public static TheoryData<string> Names => [.. IndicatorCatalog.All.Select(definition => definition.Name)];

    // Every kind of candle twice over, so that whatever grows with what comes would have to grow here.
    [Theory]
    [MemberData(nameof(Names))]
    public void Update_OncePrepared_AllocatesNothing(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (string kind in RandomCandles.Kinds)
        {
            CandleSeries candles = RandomCandles.Make(kind, Bars, 17);
            Candle[] rows = [.. Enumerable.Range(0, Bars).Select(i => candles[i])];
            double[] row = new double[definition.Outputs.Length];
            Roll(definition.Create(RandomInstances.Defaults(definition)), rows, row);
            IIndicator indicator = definition.Create(RandomInstances.Defaults(definition));

            long before = GC.GetAllocatedBytesForCurrentThread();
            Roll(indicator, rows, row);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(allocated == 0, $"{name} allocates {allocated} bytes over {Bars} candles of {kind}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compute_TwiceTheBars_AllocatesNoMore(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        CandleSeries candles = RandomCandles.Make("ordinary", 2 * Bars, 17);
        double[] block = new double[2 * Bars * definition.Outputs.Length];
        IIndicator indicator = definition.Create(RandomInstances.Defaults(definition));
        Computed(2 * Bars);

        Assert.Equal(Computed(Bars), Computed(2 * Bars));

        long Computed(int bars)
        {
            ColumnBlock outputs = new(block.AsSpan(0, bars * definition.Outputs.Length), bars);
            long before = GC.GetAllocatedBytesForCurrentThread();
            indicator.Compute(candles.Slice(0, bars).Columns, outputs);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void Roll(IIndicator indicator, Candle[] rows, double[] row)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            indicator.Update(in rows[i], row);
        }
    }
}
