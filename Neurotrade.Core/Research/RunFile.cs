using System.Diagnostics;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research;

/// <summary><c>run.json</c>: enough to repeat the run (contracts 5.3).</summary>
public static class RunFile
{
    public static ResultFile Of(RunRecord run)
    {
        Strategy strategy = run.Strategy;
        using JsonText json = new();
        json.Fields(() =>
        {
            json.Field("version", run.Version).Field("strategy", strategy.Name).Field("strategy_hash", strategy.Hash)
                .Field("data_fingerprint", run.DataFingerprint)
                .Field("seed", run.Seed).Field("from", run.From).Field("to", run.To)
                .Field("capital", strategy.Capital).Field("rules_hash", run.RulesHash);
            json.Name("parameters").Fields(() =>
            {
                foreach (StrategyParameter parameter in strategy.Parameters)
                {
                    json.Field(parameter.Name, parameter.Value);
                }
            });
            json.Name("certificate").Fields(() => Certificate(json, run.Certificate));
            json.Name("data").Items(run.Data, data => json.Fields(() => Data(json, data)));
            json.Name("rules_in_words").Items(run.RulesInWords, line => json.Value(line));
        });
        return new ResultFile("run.json", [json.Finish()]);
    }

    /// <summary>The certificate's fields, into an object that is open.</summary>
    public static void Certificate(JsonText json, LookAheadCertificate certificate)
    {
        switch (certificate)
        {
            case LookAheadCertificate.NotChecked:
                json.Field("result", "not checked");
                break;
            case LookAheadCertificate.Proved proved:
                json.Field("result", "proved").Field("bars", proved.Bars).Field("cuts", proved.Cuts)
                    .Field("hash", proved.Hash);
                break;
            case LookAheadCertificate.Failed failed:
                json.Field("result", "failed").Field("bar", failed.Bar).Field("what", failed.What);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void Data(JsonText json, RunData data) => json
        .Field("source", data.Source).Field("symbol", data.Symbol.ToString())
        .Field("timeframe", data.Timeframe.ToString()).Field("detail", data.IsDetail)
        .Field("candles", data.Candles).Field("first", data.First).Field("last", data.Last)
        .Field("fingerprint", data.Fingerprint).Field("refused_rows", data.RefusedRows)
        .Field("duplicate_rows", data.DuplicateRows).Field("unsorted_rows", data.UnsortedRows)
        .Field("missing_candles", data.MissingCandles).Field("gaps", data.Gaps)
        .Field("zero_volume_candles", data.ZeroVolumeCandles);
}
