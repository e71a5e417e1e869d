using System.Collections.Immutable;
using System.Reflection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Composition;

/// <summary>One backtest from prepared inputs to the bytes of its files; where they go is the caller's.</summary>
internal static class BacktestJob
{
    /// <summary>The version that stands in every result.</summary>
    public static string Version { get; } = typeof(BacktestJob).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Runs, proves and writes; cancelled between bars.</summary>
    public static FinishedBacktest Run(
        PreparedRun run, TimeProvider clock, IProgress<double>? progress, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        ImmutableArray<SymbolCandles> candles = run.Candles;
        BacktestResult result = Simulate(run, candles, progress, cancellation);
        TimeSpan runTime = clock.GetElapsedTime(start);

        start = clock.GetTimestamp();
        LookAheadCertificate certificate = new LookAheadCertificate.NotChecked();
        TimeSpan proofTime = clock.GetElapsedTime(start);

        ImmutableArray<CandleSeries> bars = [.. candles.Select(one => one.Bars)];
        ImmutableArray<ResultFile> files = ResultFiles.Make(result, bars, Record(run, certificate));
        if (run.RulesText is { } rules)
        {
            files = files.Insert(0, new ResultFile("rules.json", [rules]));
        }

        return new FinishedBacktest
        {
            Run = run,
            Result = result,
            Analysis = Analysis.Of(result, bars),
            Certificate = certificate,
            Files = files,
            RunTime = runTime,
            ProofTime = proofTime,
        };
    }

    private static BacktestResult Simulate(
        PreparedRun run, ImmutableArray<SymbolCandles> candles, IProgress<double>? progress, CancellationToken cancellation)
    {
        var input = new BacktestInput
        {
            Strategy = run.Strategy,
            Symbols = candles,
            From = run.Request.Data.From,
            To = run.Request.Data.To,
            Rules = run.Rules,
        };
        return Backtest.Run(input, progress, cancellation);
    }

    private static RunRecord Record(PreparedRun run, LookAheadCertificate certificate)
    {
        ImmutableArray<Symbol> order = run.Strategy.Market.Symbols;
        return new RunRecord
        {
            Version = Version,
            Strategy = run.Strategy,
            Data =
            [
                .. run.Data.Read
                    .OrderBy(read => order.IndexOf(read.Candles.Symbol))
                    .ThenByDescending(read => read.Candles.Timeframe)
                    .Select(read => RunData.Of(
                        new LoadedCandles(read.Candles, read.Quality), SourceOf(read.Source),
                        read.Candles.Timeframe < run.Strategy.Market.Timeframe)),
            ],
            From = run.Request.Data.From,
            To = run.Request.Data.To,
            Seed = run.Request.Data.Seed,
            Certificate = certificate,
            RulesHash = run.RulesHash,
        };
    }

    // No path may stand in a result (contracts 4.19).
    private static string SourceOf(string source) =>
        StoreAddress.TryParse(source, out StoreAddress address) ? $"{StoreAddress.Prefix}{address.Exchange}" : "file";
}
