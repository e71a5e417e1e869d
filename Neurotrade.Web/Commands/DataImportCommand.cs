using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>data import</c>: files into the candle store, with a report of what was found in them.</summary>
internal static class DataImportCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files (.csv, .csv.gz, .zip) or folders of them",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Exchange = new("--exchange")
    {
        Description = "The exchange that they are filed under",
        HelpName = "NAME",
        DefaultValueFactory = _ => "binance",
    };

    public static Verb Verb => new Verb("import", "Files into the store", Run)
        .With(Files).With(Exchange, SharedOptions.Symbol, SharedOptions.Timeframe, SharedOptions.Strict);

    private static int Run(VerbContext context)
    {
        var values = new OptionValues(context);
        var request = new DataRequest
        {
            Sources = [.. context.Parsed.GetRequiredValue(Files)],
            Symbol = values.SymbolOf(SharedOptions.Symbol),
            Timeframe = values.TimeframeOf(SharedOptions.Timeframe),
            IsStrict = context.Get(SharedOptions.Strict),
        };
        values.ThrowIfAny();
        string exchange = ExchangeOf(context.Required(Exchange));
        RefuseAddresses(request.Sources);

        using Progress progress = context.Progress("Importing");
        ImmutableArray<ReadSeries> read = CandleData.Open(request, [], context.Cancel).Every();
        Directory.CreateDirectory(context.State.Root);
        ICandleStore store = CandleSources.StoreOf(context.State);
        var imported = new List<Imported>();
        for (int i = 0; i < read.Length; i++)
        {
            context.Cancel.ThrowIfCancellationRequested();
            CandleSeries candles = read[i].Candles;
            var address = new StoreAddress(exchange, candles.Symbol, candles.Timeframe);
            imported.Add(new Imported(address, read[i].Quality, store.Merge(address, candles)));
            progress.Report((double)(i + 1) / read.Length);
        }

        Report(context, imported);
        return ExitCode.Done;
    }

    private static string ExchangeOf(string name) => StoreAddress.IsExchange(name) ? name : throw new InputException(
        new Problem("--exchange", 0, 0, $"'{name}': not an exchange; expected lower-case letters, digits and '-', such as binance"));

    private static void RefuseAddresses(ImmutableArray<string> sources)
    {
        List<Problem> problems = [.. sources.Where(source => source.StartsWith(StoreAddress.Prefix, StringComparison.Ordinal))
            .Select(source => new Problem(source, 0, 0, "is in the store already, expected a file or a folder"))];
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    private static void Report(VerbContext context, List<Imported> imported)
    {
        foreach (Problem refusal in imported.SelectMany(one => one.Quality.Refusals).Take(QualityReport.MostNamed))
        {
            context.Terminal.Report(refusal);
        }

        if (context.IsJson)
        {
            context.WriteJson(writer => WriteJson(writer, imported));
            return;
        }

        var style = new Style(context.Terminal);
        foreach (Imported one in imported)
        {
            QualityText.Write(context.Terminal, one.Address, one.Quality);
            string revised = one.Merge.Revised > 0 ? style.Warn($"{QualityText.Count(one.Merge.Revised)} replaced stored ones") : "none replaced";
            context.Terminal.Out.WriteLine(
                $"  stored: {QualityText.Count(one.Merge.Added)} new, {QualityText.Count(one.Merge.AlreadyThere)} there before, {revised}");
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, List<Imported> imported)
    {
        writer.WriteStartArray();
        foreach (Imported one in imported)
        {
            writer.WriteStartObject();
            QualityJson.WriteAddress(writer, one.Address);
            QualityJson.Write(writer, one.Quality);
            writer.WriteNumber("added", one.Merge.Added);
            writer.WriteNumber("already_stored", one.Merge.AlreadyThere);
            writer.WriteNumber("replaced", one.Merge.Revised);
            QualityJson.WriteTimes(writer, "replaced_times", one.Merge.RevisedTimes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private sealed record Imported(StoreAddress Address, QualityReport Quality, StoreMerge Merge);
}
