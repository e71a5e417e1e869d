using System.Collections.Immutable;
using Neurotrade.Core.Adapters.OpenCl;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Composition;

/// <summary>What a person asks of where a sweep is computed.</summary>
/// <param name="Device"><c>cpu</c>, <c>gpu</c> or <c>auto</c>.</param>
/// <param name="Precision">The numbers in which it is.</param>
internal sealed record DeviceRequest(string Device, SweepPrecision Precision);

/// <summary>What computes a sweep: the processor alone, or a device that is open until this is disposed of.</summary>
/// <param name="Device">Null: the processor alone.</param>
/// <param name="Why">For a person: what was chosen and why; null where the processor was asked for.</param>
internal sealed record DeviceChoice(OpenClSweeps? Device, string? Why) : IDisposable
{
    // A device takes many combinations at once, and their columns with them.
    private const long MostColumnBytes = 1L << 30;

    /// <summary>Chooses as asked; what cannot be had is one <see cref="InputException"/>.</summary>
    public static DeviceChoice Of(SweepInput input, DeviceRequest request, TimeProvider clock, CancellationToken cancel) =>
        request.Device switch
        {
            "gpu" => Asked(input, request.Precision),
            "auto" => Tried(input, clock, cancel),
            _ => new DeviceChoice(null, null),
        };

    /// <summary>The sweep on what was chosen.</summary>
    public SweepInput On(SweepInput input) =>
        Device is null ? input : input with { Device = Device, MostColumnBytes = MostColumnBytes };

    public void Dispose() => Device?.Dispose();

    private static DeviceChoice Asked(SweepInput input, SweepPrecision precision)
    {
        OpenClDevices devices = OpenClDevices.Find();
        bool isDouble = precision == SweepPrecision.Doubles;
        if (devices.All.FirstOrDefault(one => one.HasDoubles || !isDouble) is not { } device)
        {
            throw new InputException(new Problem("--device", 0, 0, devices.All.IsEmpty
                ? $"'gpu': no OpenCL device ({devices.Tried}); {OpenClDevices.HowToGetOne}; or --device cpu"
                : $"'gpu': {devices.All[0].Name} has no doubles; expected --precision single, or --device cpu"));
        }

        OpenClSweeps opened = OpenClSweeps.Open(device, precision);
        if (opened.Refusal(BacktestOf(input)) is not { } refusal)
        {
            return new DeviceChoice(opened, $"device: {device}");
        }

        opened.Dispose();
        return isDouble
            ? new DeviceChoice(null, $"device: the processor, because {refusal}")
            : throw new InputException(new Problem("--precision", 0, 0, $"'single' cannot be had: {refusal}"));
    }

    // A driver for the processor itself never gains anything, so it is not tried.
    private static DeviceChoice Tried(SweepInput input, TimeProvider clock, CancellationToken cancel)
    {
        ImmutableArray<OpenClDevice> all = OpenClDevices.Find().All;
        if (all.FirstOrDefault(one => one.HasDoubles && one.Kind != OpenClKind.Processor) is not { } device)
        {
            return new DeviceChoice(null, "device: the processor, because there is no GPU with doubles");
        }

        OpenClSweeps opened = OpenClSweeps.Open(device, SweepPrecision.Doubles);
        try
        {
            DeviceTrial trial = DeviceTrial.Of(input, opened, clock, cancel);
            if (trial.IsDeviceChosen)
            {
                return new DeviceChoice(opened, $"device: {device}, because {trial.Why}");
            }

            opened.Dispose();
            return new DeviceChoice(null, $"device: the processor, because {trial.Why}");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static BacktestInput BacktestOf(SweepInput input) => input.BacktestOf(input.Template.Reading.Strategy);
}
