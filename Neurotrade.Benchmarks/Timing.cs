using System.Diagnostics;

namespace Neurotrade.Benchmarks;

/// <summary>How long a piece of work takes, over repetitions in turn with what it is compared to.</summary>
internal sealed class Timing
{
    private readonly List<double> nanos = [];
    private readonly List<double> processorNanos = [];

    public double Median => Sorted()[nanos.Count / 2];

    public double Min => Sorted()[0];

    public double Max => Sorted()[^1];

    /// <summary>Median of the processor time of the whole process: what other work on the machine disturbs least.</summary>
    public double Processor
    {
        get
        {
            processorNanos.Sort();
            return processorNanos[processorNanos.Count / 2];
        }
    }

    /// <summary>Runs each piece of work in turn, after a warm-up in which the compiler settles.</summary>
    public static Timing[] Of(int repetitions, params Action[] works)
    {
        Timing[] timings = [.. works.Select(_ => new Timing())];
        for (int i = 0; i < repetitions + 3; i++)
        {
            for (int w = 0; w < works.Length; w++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                works[w]();
                if (i >= 3)
                {
                    timings[w].nanos.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds);
                    timings[w].processorNanos.Add((Environment.CpuUsage.TotalTime - before).TotalNanoseconds);
                }
            }
        }

        return timings;
    }

    private List<double> Sorted()
    {
        nanos.Sort();
        return nanos;
    }
}
