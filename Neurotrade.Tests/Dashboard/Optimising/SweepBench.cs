using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Rules;
using Neurotrade.Web.Hosting;

namespace Neurotrade.Tests.Dashboard.Optimising;

/// <summary>A queue of sweeps over a state folder, and the service that does its work, as a server has them.</summary>
internal sealed class SweepBench : IDisposable
{
    /// <summary>Two averages that cross, 24 combinations and 12 more where the stop is given a range.</summary>
    public const string Strategy = """
        schema: 1
        name: two-averages
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          fast: { value: 10, min: 5, max: 20, step: 5 }
          slow: { value: 50, min: 20, max: 60, step: 20 }
          stop: { value: 2% }
        indicators:
          fast: { type: sma, period: $fast }
          slow: { type: sma, period: $slow }
        rules:
          entry: crosses_above(fast, slow)
          exit: crosses_below(fast, slow)
        orders:
          stop_loss: $stop
        """;

    private readonly List<SweepWorker> workers = [];
    private readonly StateFolder state;

    public SweepBench(string folder)
    {
        state = StateFolder.Of(folder, null, null);
        Store = new SweepStore(state.Sweeps);
        Queue = new SweepQueue(Store, TimeProvider.System);
    }

    public SweepStore Store { get; }

    public SweepQueue Queue { get; }

    /// <summary>A sweep of two months of generated hours.</summary>
    public static AskedSweep Asked(params (string Name, string Range)[] ranges) => new()
    {
        StrategyName = "two.yaml",
        StrategyText = Strategy,
        Origin = new RunOrigin
        {
            Sources = ["store:sim/BTC/USDT/1h"],
            FromMillis = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(),
            ToMillis = new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(),
        },
        Ranges = ranges.ToDictionary(one => one.Name, one => one.Range, StringComparer.Ordinal),
    };

    /// <summary>A server starts: what an earlier one left is taken up, and the work begins.</summary>
    public SweepBench Start()
    {
        var worker = new SweepWorker(
            Queue, Store, state, new RulesShelf(Path.Combine(state.Root, "rules")), [new GeneratedMarket()], TimeProvider.System,
            NullLogger<SweepWorker>.Instance);
        workers.Add(worker);
        worker.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return this;
    }

    /// <summary>Asks a queue whose work is done elsewhere for a sweep, and waits until it is done; its id.</summary>
    public static async Task<string> RunAsync(SweepQueue queue, AskedSweep wish)
    {
        KeptSweep ended = await EndOfAsync(queue, queue.Ask(wish).Id);
        Assert.True(ended.IsDone, ended.Status.Message);
        return ended.Id;
    }

    /// <summary>Waits until a sweep has ended.</summary>
    public Task<KeptSweep> EndOfAsync(string id) => EndOfAsync(Queue, id);

    private static async Task<KeptSweep> EndOfAsync(SweepQueue queue, string id)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (queue.Find(id) is { IsActive: false } ended)
            {
                return ended;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (SweepWorker worker in workers)
        {
            worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
            worker.Dispose();
        }

        Queue.Dispose();
    }
}
