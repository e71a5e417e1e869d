using Neurotrade.Core.Adapters.OpenCl;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>
/// A sweep on the first OpenCL device with doubles, beside the same on the processor; nothing where there is none. On a
/// driver for the processor itself the history is shorter: it is there for tests.
/// </summary>
internal static class DeviceFigures
{
    private const string Unit = "combination-bars/s";
    private const int Combinations = 1000;

    public static IEnumerable<Figure> All()
    {
        if (OpenClDevices.Find().All.FirstOrDefault(one => one.HasDoubles) is not { } device)
        {
            yield break;
        }

        (int bars, string length) = device.Kind == OpenClKind.Processor ? (10_000, "10k") : (100_000, "100k");
        string name = $"sweep.sma_cross.1000x{length}.opencl";
        yield return Figure.Rate(name, Unit, () => Work(device, bars));
        yield return Figure.Rate($"{name}.processor", Unit, () => Work(null, bars));
        yield return Figure.Level($"{name}.single_difference", "millionths of the final equity, median", () => Difference(device, bars));
    }

    private static (Action Work, int Amount) Work(OpenClDevice? device, int bars)
    {
        SweepInput input = SweepFigures.AveragesOver(bars);
        if (device is null)
        {
            return (() => SweepFigures.RowsOf(input), Combinations * bars);
        }

        // Open as long as the process measures.
        OpenClSweeps sweeps = OpenClSweeps.Open(device, SweepPrecision.Doubles);
        SweepInput there = input with { Device = sweeps };
        Guard.That(Finals(there).SequenceEqual(Finals(input)));
        return (() => SweepFigures.RowsOf(there), Combinations * bars);
    }

    private static double Difference(OpenClDevice device, int bars)
    {
        SweepInput input = SweepFigures.AveragesOver(bars);
        using OpenClSweeps sweeps = OpenClSweeps.Open(device, SweepPrecision.Singles);
        double[] apart = [.. Finals(input).Zip(Finals(input with { Device = sweeps }), (a, b) => Math.Abs((b / a) - 1)).Order()];
        return apart[apart.Length / 2] * 1e6;
    }

    private static double[] Finals(SweepInput input)
    {
        int final = RunFigures.IndexOf("final_equity");
        return [.. SweepFigures.RowsOf(input).ReadAll().OrderBy(row => row.Combination).Select(row => row.Figures[final])];
    }
}
