using System.CommandLine;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>data export</c>: a stored series as a CSV file that reads back to the same candles.</summary>
internal static class DataExportCommand
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "What to write, where the store holds more than one series: store:EXCHANGE/SYMBOL/TIMEFRAME, or a file",
        HelpName = "SRC",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write: .csv, .csv.gz or .zip",
        HelpName = "FILE",
        Required = true,
    };

    public static Verb Verb => new Verb("export", "A stored series into a CSV file", Run).With(
        Out, Data, SharedOptions.From, SharedOptions.To, SharedOptions.Symbol, SharedOptions.Timeframe, SharedOptions.Seed);

    private static int Run(VerbContext context)
    {
        var values = new OptionValues(context);
        var request = new DataRequest
        {
            Sources = [context.Get(Data) ?? OnlyStored(CandleSources.StoreOf(context.State))],
            Symbol = values.SymbolOf(SharedOptions.Symbol),
            Timeframe = values.TimeframeOf(SharedOptions.Timeframe),
            From = values.Time(SharedOptions.From),
            To = values.Time(SharedOptions.To),
            Seed = values.Integer(SharedOptions.Seed, fallback: 1),
        };
        values.ThrowIfAny();
        DataSet read = CandleData.Open(request, CandleSources.Of(context.State), context.Cancel).OnlySeries();
        foreach (Problem refusal in read.Refusals)
        {
            context.Terminal.Report(refusal);
        }

        CandleSeries candles = read.Symbols[0].Bars;
        int first = request.From is { } from ? candles.IndexAtOrAfter(from.UnixMillis) : 0;
        candles = candles.Slice(first, candles.Count - first);
        string path = context.Required(Out);
        CandleCsvWriter.Write(path, candles, context.Cancel);
        Report(context, path, candles);
        return ExitCode.Done;
    }

    private static string OnlyStored(ICandleStore store)
    {
        IReadOnlyList<StoreAddress> stored = store.List();
        return stored.Count == 1 ? stored[0].ToString() : throw new InputException(new Problem("--data", 0, 0, stored.Count == 0
            ? "the store is empty; expected a series in it, 'neurotrade data import FILE' fills it"
            : $"the store holds {stored.Count} series; expected one of {string.Join(", ", stored)}"));
    }

    private static void Report(VerbContext context, string path, CandleSeries candles)
    {
        string first = new Instant(candles.Times[0]).ToString();
        string last = new Instant(candles.Times[^1]).ToString();
        if (!context.IsJson)
        {
            context.Terminal.Out.WriteLine($"{path}: {QualityText.Count(candles.Count)} candles of "
                + $"{candles.Symbol} {candles.Timeframe}, {first} to {last}");
            return;
        }

        context.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("file", path);
            writer.WriteString("symbol", candles.Symbol.ToString());
            writer.WriteString("timeframe", candles.Timeframe.ToString());
            writer.WriteNumber("candles", candles.Count);
            writer.WriteString("first", first);
            writer.WriteString("last", last);
            writer.WriteString("fingerprint", CandleFingerprint.Of([candles]));
            writer.WriteEndObject();
        });
    }
}
