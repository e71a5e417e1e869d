using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// The indicator columns of one symbol for many strategies: each distinct one is computed once and shared by all that
/// ask for it. Columns that nobody needs any more give their memory to the next.
/// </summary>
internal sealed class SharedColumns(CandleSeries candles)
{
    private readonly Dictionary<IndicatorKey, double[]> blocks = [];
    private readonly Dictionary<Timeframe, ResampledCandles> longer = [];
    private readonly List<double[]> free = [];

    /// <summary>The candles under the columns.</summary>
    public CandleSeries Candles => candles;

    /// <summary>Bytes that an instance's columns take.</summary>
    public long BytesOf(in IndicatorKey key) => (long)candles.Count * key.Definition.Outputs.Length * sizeof(double);

    /// <summary>
    /// Makes exactly these columns ready: drops all others, and computes what is missing on all cores.
    /// </summary>
    public void Hold(IReadOnlyCollection<IndicatorKey> wanted, ParallelOptions parallel)
    {
        foreach (IndicatorKey key in blocks.Keys.Where(key => !wanted.Contains(key)).ToArray())
        {
            blocks.Remove(key, out double[]? block);
            free.Add(block!);
        }

        IndicatorKey[] missing = [.. wanted.Where(key => !blocks.ContainsKey(key))];
        double[][] room = new double[missing.Length][];
        for (int i = 0; i < missing.Length; i++)
        {
            room[i] = Take(candles.Count * missing[i].Definition.Outputs.Length);
            if (missing[i].Longer is { } timeframe && !longer.ContainsKey(timeframe))
            {
                longer.Add(timeframe, Resampler.Resample(candles, timeframe));
            }
        }

        int[][] passes = [.. Passes(missing)];
        Parallel.For(0, passes.Length, parallel, i => Fill(missing, room, passes[i]));
        for (int i = 0; i < missing.Length; i++)
        {
            blocks.Add(missing[i], room[i]);
        }
    }

    // Which columns are computed in one pass: settings of one indicator that has lanes together, all others alone.
    private static IEnumerable<int[]> Passes(IndicatorKey[] missing) => Enumerable.Range(0, missing.Length)
        .GroupBy(i => missing[i].Longer is null && SettingLanes.Has(missing[i].Definition) ? missing[i].Definition.Name : $"{i}")
        .SelectMany(alike => alike.Chunk(SettingLanes.Most));

    private void Fill(IndicatorKey[] missing, double[][] room, int[] pass)
    {
        IndicatorKey first = missing[pass[0]];
        if (pass.Length > 1)
        {
            SettingLanes.Fill(
                candles.Columns, first.Definition, [.. pass.Select(i => missing[i].Parameters)], [.. pass.Select(i => room[i])]);
        }
        else
        {
            ResampledCandles? over = first.Longer is { } timeframe ? longer[timeframe] : null;
            FeatureFrame.Fill(candles, first.Definition, first.Parameters, over, room[pass[0]]);
        }

        foreach (int i in pass)
        {
            // Said once here, nobody asks again.
            KnownValues.Copy(room[i], room[i]);
        }
    }

    /// <summary>The frame of some instances, all of which are held.</summary>
    public FeatureFrame FrameOf(ImmutableArray<IndicatorInstance> instances)
    {
        double[][] own = new double[instances.Length][];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = blocks[IndicatorKey.Of(instances[i], candles.Timeframe)];
        }

        return FeatureFrame.Over(candles, instances, own, isKnown: true);
    }

    private double[] Take(int length)
    {
        int at = free.FindIndex(block => block.Length == length);
        if (at < 0)
        {
            return GC.AllocateUninitializedArray<double>(length);
        }

        // What is free beside it waits for the next that is as long.
        double[] block = free[at];
        free.RemoveAt(at);
        return block;
    }
}
