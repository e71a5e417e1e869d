using Neurotrade.Core.Adapters.OpenCl;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Adapters.OpenCl;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class DeviceTrialTests
{
    [Fact]
    public void Trial_OfADeviceWithOtherRows_IsLost()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(200));

        DeviceTrial trial = DeviceTrial.Measured(input, new WrongDevice(), TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.False(trial.IsDeviceChosen);
        Assert.Contains("other rows", trial.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Trial_OfARealDevice_SaysBothSpeeds()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(500));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);

        DeviceTrial trial = DeviceTrial.Measured(input, device, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Contains(device.Name, trial.Why, StringComparison.Ordinal);
        Assert.Matches(@"did \d+ million .* the processor \d+", trial.Why);
    }

    [Fact]
    public void Trial_OfASmallOrAGuidedSweep_IsNotMade()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(200));
        CancellationToken none = TestContext.Current.CancellationToken;

        DeviceTrial small = DeviceTrial.Of(input, new WrongDevice(), TimeProvider.System, none);
        DeviceTrial guided = DeviceTrial.Of(
            input with { Search = new SweepSearch.Guided(20, 1) }, new WrongDevice(), TimeProvider.System, none);

        Assert.Equal((false, "the sweep is done sooner than a trial would be"), (small.IsDeviceChosen, small.Why));
        Assert.Equal((false, "a guided search tries few at a time"), (guided.IsDeviceChosen, guided.Why));
    }

    private sealed class WrongDevice : IComputeDevice
    {
        public string Name => "wrong";

        public SweepPrecision Precision => SweepPrecision.Doubles;

        public string? Refusal(BacktestInput backtest) => null;

        public double[][] FiguresOf(SweepBatch batch, Action<int> advance, CancellationToken cancellation) =>
            [.. batch.Strategies.Select(_ => new double[RunFigures.Count])];
    }
}
