using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Whether a device or the processor runs a sweep: both run some of its combinations over its first bars, and the faster
/// is chosen. A device whose rows differ anywhere is not chosen, so the choice changes no file.
/// </summary>
/// <param name="IsDeviceChosen">Whether it is the device.</param>
/// <param name="Why">For a person: what was measured, or why nothing was.</param>
public sealed record DeviceTrial(bool IsDeviceChosen, string Why)
{
    // Fewer combination-bars than this are done before a trial would be.
    private const double LeastWork = 200e6;

    private const int MostBars = 20_000;
    private const int MostCombinations = 1024;

    /// <summary>Tries a device on a sweep.</summary>
    /// <param name="input">The sweep; its own device is not looked at.</param>
    /// <param name="device">Computes in doubles.</param>
    /// <param name="clock">Measures.</param>
    /// <param name="cancellation">Ends it.</param>
    public static DeviceTrial Of(SweepInput input, IComputeDevice device, TimeProvider clock, CancellationToken cancellation)
    {
        Guard.That(device.Precision == SweepPrecision.Doubles);
        Strategy own = input.Template.Reading.Strategy;
        double work = (double)input.Search.TrialsOf(input.Plan) * input.Symbols[0].Bars.Count;
        return device.Refusal(input.BacktestOf(own)) is { } refusal ? new DeviceTrial(false, refusal)
            : input.Search is SweepSearch.Guided ? new DeviceTrial(false, "a guided search tries few at a time")
            : work < LeastWork ? new DeviceTrial(false, "the sweep is done sooner than a trial would be")
            : Measured(Part(input), device, clock, cancellation);
    }

    /// <summary>Runs a sweep both ways.</summary>
    internal static DeviceTrial Measured(
        SweepInput part, IComputeDevice device, TimeProvider clock, CancellationToken cancellation)
    {
        // Once for the kernels' sake and for the rows, then against the clock.
        SweepPart there = Run(part with { Device = device }, cancellation);
        long start = clock.GetTimestamp();
        SweepPart here = Run(part with { Device = null }, cancellation);
        TimeSpan processor = clock.GetElapsedTime(start);
        if (!here.ReadAll().OrderBy(row => row.Combination).SelectMany(Bits)
            .SequenceEqual(there.ReadAll().OrderBy(row => row.Combination).SelectMany(Bits)))
        {
            return new DeviceTrial(false, $"{device.Name} gave other rows than the processor");
        }

        start = clock.GetTimestamp();
        Run(part with { Device = device }, cancellation);
        TimeSpan elsewhere = clock.GetElapsedTime(start);
        double work = (double)here.Count * part.Symbols[0].Bars.Count / 1e6;
        return new DeviceTrial(elsewhere < processor, string.Create(
            CultureInfo.InvariantCulture,
            $"in a trial {device.Name} did {work / elsewhere.TotalSeconds:0} million combination-bars a second, "
            + $"the processor {work / processor.TotalSeconds:0}"));
    }

    private static SweepInput Part(SweepInput input)
    {
        ImmutableArray<SymbolCandles> symbols =
            [.. input.Symbols.Select(one => one with { Bars = one.Bars.Slice(0, Math.Min(one.Bars.Count, MostBars)) })];
        int trials = (int)Math.Min(MostCombinations, input.Search.TrialsOf(input.Plan));
        return input with { Symbols = symbols, From = null, To = null, Search = new SweepSearch.Random(trials, Seed: 1) };
    }

    private static SweepPart Run(SweepInput input, CancellationToken cancellation)
    {
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        Sweep.Run(input, part, null, cancellation);
        return part;
    }

    private static IEnumerable<long> Bits(SweepRow row) =>
        row.Figures.Select(BitConverter.DoubleToInt64Bits).Prepend(row.Combination);
}
