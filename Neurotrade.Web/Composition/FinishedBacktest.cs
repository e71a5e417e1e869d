using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Composition;

/// <summary>A backtest that ran: what it came to, and its files as bytes.</summary>
internal sealed record FinishedBacktest
{
    public required PreparedRun Run { get; init; }

    public required BacktestResult Result { get; init; }

    public required Analysis Analysis { get; init; }

    public required LookAheadCertificate Certificate { get; init; }

    /// <summary>What goes into <c>--out</c>, <c>run.json</c> last.</summary>
    public required ImmutableArray<ResultFile> Files { get; init; }

    /// <summary>Features, rules and simulation, without the certificate (contracts 4.9).</summary>
    public required TimeSpan RunTime { get; init; }

    /// <summary>The certificate's own time.</summary>
    public required TimeSpan ProofTime { get; init; }

    /// <summary>The report's name among the files.</summary>
    public const string ReportName = "report.html";

    /// <summary>A file by its name; null where this run has none such.</summary>
    public ResultFile? File(string name) => Files.FirstOrDefault(file => file.Name == name);

    /// <summary>What the list of runs shows of it.</summary>
    public PastRun ToPastRun(DateTimeOffset finished, string outFolder)
    {
        Metrics metrics = Analysis.Metrics;
        return new PastRun
        {
            Id = string.Empty,
            FinishedMillis = finished.ToUnixTimeMilliseconds(),
            Strategy = Run.Strategy.Name,
            Hash = Run.Strategy.Hash,
            Symbols = [.. Run.Strategy.Market.Symbols.Select(symbol => symbol.ToString())],
            Timeframe = Run.Strategy.Market.Timeframe.ToString(),
            StartMillis = metrics.Start?.UnixMillis ?? 0,
            EndMillis = metrics.End?.UnixMillis ?? 0,
            Capital = metrics.Capital,
            FinalEquity = metrics.FinalEquity,
            TotalReturn = metrics.TotalReturn,
            BuyAndHoldReturn = metrics.BuyAndHoldReturn,
            MaxDrawdown = metrics.MaxDrawdown,
            Sharpe = metrics.Sharpe,
            WinRate = metrics.Trades.WinRate,
            Trades = metrics.Trades.Trades,
            Bars = metrics.Bars,
            LookAhead = Certificate switch
            {
                LookAheadCertificate.Proved => Proof.Proved,
                LookAheadCertificate.Failed => Proof.Failed,
                _ => Proof.NotChecked,
            },
            IsGenerated = Run.IsGenerated,
            Out = outFolder,
            Curve = Thinned(Result.Equity, PastRun.MostCurvePoints),
            Origin = RunOrigin.Of(Run.Request.Data, Run.Request.Overrides),
            DataFingerprint = Run.Data.Fingerprint,
        };
    }

    /// <summary>Evenly spaced values, the first and the last among them.</summary>
    private static double[] Thinned(double[] values, int most)
    {
        Guard.That(most >= 2);
        int count = Math.Min(values.Length, most);
        double[] thinned = new double[count];
        for (int i = 0; i < count; i++)
        {
            thinned[i] = values[count == 1 ? 0 : (int)((long)i * (values.Length - 1) / (count - 1))];
        }

        return thinned;
    }
}
