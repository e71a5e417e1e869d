using System.Collections.Immutable;
using System.Reflection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>One backtest from prepared inputs to the bytes of its files; where they go is the caller's.</summary>
internal static class BacktestJob
{
    /// <summary>The version that stands in every result.</summary>
    public static string Version { get; } = typeof(BacktestJob).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    // The run is short beside its proof, which runs it again sixteen times.
    private const double RunShare = 0.1;

    /// <summary>Runs, proves and writes; cancelled between bars.</summary>
    public static FinishedBacktest Run(
        PreparedRun run, TimeProvider clock, IProgress<double>? progress, CancellationToken cancellation)
    {
        BacktestInput input = run.Input;
        long start = clock.GetTimestamp();
        BacktestResult result = Backtest.Run(input, Part(progress, 0, RunShare), cancellation);
        TimeSpan runTime = clock.GetElapsedTime(start);

        start = clock.GetTimestamp();
        LookAheadCertificate certificate = LookAheadProof.Of(
            input, result, run.Request.Data.Seed, Part(progress, RunShare, 1), cancellation);
        TimeSpan proofTime = clock.GetElapsedTime(start);

        ImmutableArray<CandleSeries> bars = [.. input.Symbols.Select(one => one.Bars)];
        Analysis analysis = Analysis.Of(result, bars);
        ImmutableArray<ResultFile> files = ResultFiles.Make(result, bars, Record(run, certificate), analysis);
        if (run.RulesText is { } rules)
        {
            files = files.Insert(0, new ResultFile("rules.json", [rules]));
        }

        return new FinishedBacktest
        {
            Run = run,
            Result = result,
            Analysis = analysis,
            Certificate = certificate,
            Files = files,
            RunTime = runTime,
            ProofTime = proofTime,
        };
    }

    /// <summary>The rules in words, a line each.</summary>
    public static string[] Words(Strategy strategy) =>
        RuleWords.Describe(strategy).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    // A part of the work as a part of the bar.
    private static Share? Part(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new Share(whole, from, to);

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
                        run.Strategy.Market.Detail is not null
                            && read.Candles.Timeframe < run.Strategy.Market.Timeframe)),
            ],
            DataFingerprint = run.Data.Fingerprint,
            From = run.Request.Data.From,
            To = run.Request.Data.To,
            Seed = run.Request.Data.Seed,
            Certificate = certificate,
            RulesHash = run.RulesHash,
            RulesInWords = [.. Words(run.Strategy)],
        };
    }

    // No path may stand in a result (contracts 4.19).
    private static string SourceOf(string source) =>
        StoreAddress.TryParse(source, out StoreAddress address) ? $"{StoreAddress.Prefix}{address.Exchange}" : "file";

    private sealed class Share(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }
}
