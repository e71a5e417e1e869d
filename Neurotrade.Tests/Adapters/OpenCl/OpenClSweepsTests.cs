using Neurotrade.Core.Adapters.OpenCl;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Research.Sweeps;

namespace Neurotrade.Tests.Adapters.OpenCl;

/// <summary>Sweeps on a device: in doubles every row is the processor's, to the bit (contracts 4.19).</summary>
public sealed class OpenClSweepsTests
{
    [Fact]
    public void Sweep_OfTwoAverages_IsTheProcessorsToTheByte()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(3000));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);

        (_, string expected, _) = Sweeps.Run(input);
        (_, string found, _) = Sweeps.Run(input with { Device = device });

        Assert.Equal(expected, found);
        Assert.Equal(1, device.KernelsBuilt);
        Assert.Equal(input.Identity(), (input with { Device = device }).Identity());
    }

    // The device is no part of a sweep's identity: what the processor began the device ends.
    [Fact]
    public void Sweep_BegunOnTheProcessor_GoesOnThere()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(800));
        SweepPart whole = SweepPart.Begin(new MemoryStream(), input.Identity());
        Sweep.Run(input, whole, null, TestContext.Current.CancellationToken);
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        foreach (SweepRow row in whole.ReadAll().Take(10))
        {
            part.Append(row);
        }

        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);
        Sweep.Run(input with { Device = device }, part, null, TestContext.Current.CancellationToken);

        Assert.Equal(Sweeps.Table(input, whole), Sweeps.Table(input, part));
        Assert.Equal(1, device.KernelsBuilt);
    }

    // What differs between combinations is a number of theirs, not text: one kernel serves all.
    [Fact]
    public void Sweep_OfEveryNumber_BuildsOneKernel()
    {
        const string text = """
            schema: 1
            name: numbers
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            parameters:
              period: { value: 5, min: 5, max: 9, step: 4 }
              level: { value: 1, min: 1, max: 2, step: 1 }
              window: { value: 4, min: 4, max: 7, step: 3 }
              stop: { value: 2%, min: 2%, max: 3%, step: 1% }
              take: { value: 2%, min: 2%, max: 5%, step: 3% }
            indicators:
              fast: { type: rsi, period: $period }
            rules:
              entry: close > highest(close[1], $window) - $level and fast > 30
              exit: { any: [ position.pnl > 0.03, "within(fast < 40, $window)" ] }
            orders:
              stop_loss: $stop
              trailing_stop: { distance: $stop, after: $take }
              take_profit: [ { at: $take, close: 50% }, { at: 9%, close: 100% } ]
              max_holding: 30 bars
            """;
        SweepInput input = Sweeps.Input(text, Sweeps.Candles(2000));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);

        (SweepRow[] rows, string expected, _) = Sweeps.Run(input);
        (_, string found, _) = Sweeps.Run(input with { Device = device });

        Assert.Equal(expected, found);
        Assert.Equal(1, device.KernelsBuilt);
        Assert.True(rows.Select(row => row.Figures[RunFigures.Trades]).Distinct().Count() > 4);
    }

    [Fact]
    public void Sweep_InSingle_IsNearAndAnotherSweep()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(3000));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Singles);
        SweepInput single = input with { Device = device };

        (SweepRow[] expected, _, _) = Sweeps.Run(input);
        (SweepRow[] found, _, _) = Sweeps.Run(single);

        int final = RunFigures.IndexOf("final_equity");
        Assert.All(expected.Zip(found), pair => Assert.Equal(
            pair.First.Figures[final], pair.Second.Figures[final], pair.First.Figures[final] * 1e-3));
        Assert.Contains(expected.Zip(found), pair => pair.First.Figures[final] != pair.Second.Figures[final]);
        Assert.NotEqual(input.Identity(), single.Identity());
    }

    [Fact]
    public void Table_OfSingleRows_MarksEach()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(100));
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        Sweep.Run(input, part, null, TestContext.Current.CancellationToken);
        using MemoryStream into = new();

        SweepTable.Write(part, input.Plan, SweepSort.Sorted(part, input.Objective, () => new MemoryStream()), into, SweepPrecision.Singles);

        string[] lines = System.Text.Encoding.UTF8.GetString(into.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",precision", lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.EndsWith(",single", line.TrimEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("costs: { slippage: { model: volume_share, impact: 10%, limit: 10% } }", "volume")]
    [InlineData("risk: { max_drawdown: { limit: 20%, action: halt } }", "losses")]
    [InlineData("risk: { protections: [ { type: stoploss_guard, count: 2, within: 10 bars, lock: 5 bars } ] }", "guard")]
    public void Refusal_OfWhatTheWalkDoesNotKnow_NamesIt(string block, string word)
    {
        StrategyTemplate template = StrategyTemplate.Read(
            $"{Sweeps.TwoAverages}\n{block}", "strategy.yaml", StrategyOverrides.None);
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(50));
        BacktestInput backtest = input.BacktestOf(template.Reading.Strategy);
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);

        Assert.Contains(word, device.Refusal(backtest), StringComparison.Ordinal);
        Assert.Null(device.Refusal(input.BacktestOf(input.Template.Reading.Strategy)));
    }

    // A sweep that the device cannot run is the processor's, the same rows.
    [Fact]
    public void Sweep_ThatTheDeviceRefuses_RunsOnTheProcessor()
    {
        const string block = "\nrisk: { max_drawdown: { limit: 20%, action: halt } }";
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages + block, Sweeps.Candles(500));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);

        Assert.Equal(Sweeps.Run(input).Table, Sweeps.Run(input with { Device = device }).Table);
        Assert.Equal(0, device.KernelsBuilt);
    }

    [Fact]
    public void Build_OfAnUnreadableText_SaysWhatItsCompilerSays()
    {
        using OpenClQueue queue = OpenClQueue.Open(Devices.Any());

        OpenClException refusal = Assert.Throws<OpenClException>(
            () => queue.Build("__kernel void walk() { nonsense; }", "walk", isQuick: false));

        Assert.Contains("nonsense", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_Cancelled_StopsBetweenLaunches()
    {
        SweepInput input = Sweeps.Input(Sweeps.TwoAverages, Sweeps.Candles(300));
        using OpenClSweeps device = OpenClSweeps.Open(Devices.Any(), SweepPrecision.Doubles);
        using CancellationTokenSource source = new();
        source.Cancel();

        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep.Run(input with { Device = device }, part, null, source.Token));
        Assert.Equal(0, part.Count);
    }
}
