using Neurotrade.Benchmarks;
using Neurotrade.Benchmarks.Indicators;

// A name a group of measurements; each prints a table and checks its results before it times them.
SortedDictionary<string, Action<string?>> groups = new(StringComparer.Ordinal)
{
    ["backtest"] = BacktestBenchmark.Run,
    ["book"] = OrderBookBenchmark.Run,
    ["candles"] = CandleLoading.Run,
    ["indicators"] = IndicatorBenchmark.Run,
    ["sweep"] = SweepBenchmark.Run,
};

if (args.Length is 0 or > 2 || !groups.TryGetValue(args[0], out Action<string?>? run))
{
    Console.Error.WriteLine($"usage: GROUP [FILTER]; groups: {string.Join(", ", groups.Keys)}");
    return 2;
}

Console.WriteLine(Machine.Text);
run(args.Length > 1 ? args[1] : null);
return 0;
