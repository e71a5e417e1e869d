namespace Neurotrade.Benchmarks.Suite;

/// <summary>What <c>bench</c> measures in this process, on inputs that it makes itself: the same on every machine.</summary>
public static class PublishedFigures
{
    /// <summary>The machine under measurement, in a line.</summary>
    public static string MachineText => Machine.Text;

    /// <summary>Every figure's name, in order.</summary>
    public static IReadOnlyList<string> Names => [.. All().Select(one => one.Name)];

    /// <summary>
    /// The figures whose names hold <paramref name="filter"/>, each when it is there. Results are checked before they are
    /// timed.
    /// </summary>
    public static IEnumerable<Measurement> Measure(string? filter, int repetitions, CancellationToken cancellation)
    {
        foreach (Figure figure in All().Where(one => filter is null || one.Name.Contains(filter, StringComparison.Ordinal)))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return figure.Measure(repetitions);
        }
    }

    private static IEnumerable<Figure> All() =>
        IndicatorFigures.All().Concat(CandleFigures.All()).Concat(BacktestFigures.All()).Concat(SweepFigures.All())
            .Concat(DeviceFigures.All()).Concat(PipelineFigures.All());
}

/// <summary>One thing to measure; its input is made when it is measured, not before.</summary>
/// <param name="Name">As published.</param>
/// <param name="Unit"><c>ns a bar</c>, or a rate.</param>
/// <param name="Work">Makes the input, checks the result, and gives the work to time and how much it does.</param>
internal sealed record Figure(string Name, string Unit, Func<(Action Work, int Amount)> Work)
{
    private const string PerBar = "ns a bar";

    /// <summary>Nanoseconds for each of the amount.</summary>
    public static Figure Cost(string name, Func<(Action Work, int Amount)> work) => new(name, PerBar, work);

    /// <summary>Something that is not a time: read again and again.</summary>
    public static Figure Level(string name, string unit, Func<double> read) =>
        new(name, unit, static () => (static () => { }, 1)) { Read = read };

    /// <summary>So many of the amount a second.</summary>
    public static Figure Rate(string name, string unit, Func<(Action Work, int Amount)> work) => new(name, unit, work);

    private Func<double>? Read { get; init; }

    public Measurement Measure(int repetitions)
    {
        if (Read is { } read)
        {
            double[] levels = [.. Enumerable.Range(0, repetitions).Select(_ => read()).Order()];
            return new Measurement(Name, Unit, levels[repetitions / 2], levels[0], levels[^1], repetitions, null);
        }

        (Action work, int amount) = Work();
        Timing timing = Timing.Of(repetitions, work)[0];
        (double median, double low, double high) = Unit == PerBar
            ? (timing.Median / amount, timing.Min / amount, timing.Max / amount)
            : (amount * 1e9 / timing.Median, amount * 1e9 / timing.Max, amount * 1e9 / timing.Min);
        double processor = Unit == PerBar ? timing.Processor / amount : amount * 1e9 / timing.Processor;
        return new Measurement(Name, Unit, median, low, high, repetitions, processor);
    }
}
