using System.Collections.Immutable;
using System.CommandLine;
using Neurotrade.Core.Adapters.Binance.Download;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;
using Symbol = Neurotrade.Core.Market.Symbol;
using Timeframe = Neurotrade.Core.Market.Timeframe;

namespace Neurotrade.Web.Commands;

/// <summary><c>data download</c>: candles of an exchange into the store; what is stored is not fetched again.</summary>
internal static class DataDownloadCommand
{
    // Binance opened in July 2017: earlier there is nothing to ask for.
    private static readonly Instant Beginning = Instant.FromDate(2017, 7, 1);

    private static readonly Option<string> Exchange = new("--exchange")
    {
        Description = "The exchange: binance",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string[]> Symbols = new("--symbol")
    {
        Description = "A pair, such as BTC/USDT; repeatable",
        HelpName = "BASE/QUOTE",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Length = new("--timeframe")
    {
        Description = "The length of a candle; 1m unless set",
        HelpName = "1m|15m|4h|1d",
    };

    private static readonly Option<string?> From = new("--from")
    {
        Description = "First open time wanted; all there is unless set. A bare date is 00:00 UTC",
        HelpName = "TIME",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Candles that open before it; all closed ones unless set",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Address = new("--base-url")
    {
        Description = "Where it is reached: live, testnet, demo or an address; the setting Binance:Rest unless set, else live",
        HelpName = "URL",
    };

    private static readonly Option<string?> FiledUnder = new("--store-as")
    {
        Description = "The exchange name under which the candles are stored; binance, binance-testnet or binance-demo unless set",
        HelpName = "NAME",
    };

    public static Verb Verb => new Verb("download", "Candles of an exchange into the store", RunAsync).With(
        Exchange, Symbols, Length, From, To, Address, FiledUnder);

    private static async Task<int> RunAsync(VerbContext context)
    {
        (BinanceEnvironment environment, DownloadRequest request) = Read(context);
        using HttpClient http = BinanceRest.NewHttp();
        var rest = new BinanceRest(http, environment, context.Clock);
        if (await rest.LookAtClockAsync(context.Cancel) is RestAnswer<ServerClock>.Refused unreachable)
        {
            context.Terminal.Report(new Problem(environment.Rest.ToString(), 0, 0, unreachable.Why.ToString()));
            return ExitCode.Failed;
        }

        Directory.CreateDirectory(context.State.Root);
        using Progress progress = context.Progress("Downloading");
        var download = new CandleDownload(rest, CandleSources.StoreOf(context.State));
        ImmutableArray<DownloadedSymbol> done = await download.RunAsync(request, progress, context.Cancel);
        Report(context, done);
        return done.Any(one => one.Why is not null) ? ExitCode.Failed : ExitCode.Done;
    }

    private static (BinanceEnvironment Environment, DownloadRequest Request) Read(VerbContext context)
    {
        var values = new OptionValues(context);
        Timeframe timeframe = values.TimeframeOf(Length) ?? Timeframe.Minute;
        Instant from = values.Time(From) ?? Beginning;
        Instant? to = values.Time(To);
        BinanceEnvironment? environment = values.Try(
            () => EnvironmentOf(context.Get(Address) ?? context.Settings["Binance:Rest"] ?? "live"));
        Symbol[]? symbols = values.Try(() => SymbolsOf(context.Required(Symbols)));
        string? name = values.Try(() => NameOf(context.Get(FiledUnder), environment));
        _ = values.Try(() => Checked(context.Required(Exchange), timeframe, from, to));
        values.ThrowIfAny();
        return (environment!, new DownloadRequest(name!, [.. symbols!], timeframe, from, to));
    }

    private static string Checked(string exchange, Timeframe timeframe, Instant from, Instant? to)
    {
        List<Problem> problems = [];
        if (exchange != "binance")
        {
            problems.Add(new Problem("--exchange", 0, 0, $"'{exchange}': candles are not downloaded from there; expected binance"));
        }

        if (!DownloadRequest.Offers(timeframe))
        {
            string offered = string.Join(", ", DownloadRequest.Offered);
            problems.Add(new Problem("--timeframe", 0, 0, $"'{timeframe}': the exchange has no such candles; expected one of {offered}"));
        }

        if (to is { } end && end <= from)
        {
            problems.Add(new Problem("--to", 0, 0, $"'{end}': not after --from; expected a later time than {from}"));
        }

        return problems.Count == 0 ? exchange : throw new InputException(problems);
    }

    private static string NameOf(string? given, BinanceEnvironment? environment)
    {
        string name = given ?? (environment?.Name is "testnet" or "demo" ? $"binance-{environment.Name}" : "binance");
        return StoreAddress.IsExchange(name) ? name : throw new InputException(new Problem(
            "--store-as", 0, 0, $"'{name}': not a name; expected lower-case letters, digits and '-', such as binance"));
    }

    private static BinanceEnvironment EnvironmentOf(string text)
    {
        BinanceEnvironment[] known = [BinanceEnvironment.Live, BinanceEnvironment.Testnet, BinanceEnvironment.Demo];
        try
        {
            return Array.Find(known, one => one.Name == text) ?? BinanceEnvironment.Custom(text);
        }
        catch (InputException wrong)
        {
            throw new InputException([.. wrong.Problems.Select(
                problem => problem with { File = "--base-url", Message = $"'{text}': {problem.Message}" })]);
        }
    }

    private static Symbol[] SymbolsOf(string[] texts)
    {
        List<Symbol> symbols = [];
        List<Problem> problems = [];
        foreach (string text in texts)
        {
            bool isPair = Symbol.TryParse(text, out Symbol symbol) || Symbol.TryParseJoined(text, out symbol);
            if (!isPair)
            {
                problems.Add(new Problem("--symbol", 0, 0, $"'{text}': not a symbol; expected one like BTC/USDT"));
            }
            else if (!symbols.Contains(symbol))
            {
                symbols.Add(symbol);
            }
        }

        return problems.Count == 0 ? [.. symbols] : throw new InputException(problems);
    }

    private static void Report(VerbContext context, ImmutableArray<DownloadedSymbol> done)
    {
        foreach (DownloadedSymbol failed in done.Where(one => one.Why is not null))
        {
            context.Terminal.Report(new Problem(failed.Address.Symbol.ToString(), 0, 0, failed.Why!.ToString()));
        }

        if (context.IsJson)
        {
            context.WriteJson(writer => WriteJson(writer, done));
            return;
        }

        foreach (DownloadedSymbol one in done)
        {
            string refused = one.Refused == 0 ? string.Empty : $", {QualityText.Count(one.Refused)} not valid and left out";
            string revised = one.Revised == 0 ? string.Empty : $", {QualityText.Count(one.Revised)} replaced stored ones";
            string end = one.Why is null ? string.Empty : "; not finished, the same command goes on from there";
            context.Terminal.Out.WriteLine($"{one.Address}: {QualityText.Count(one.Added)} new candles{revised}{refused}{end}");
        }
    }

    private static void WriteJson(System.Text.Json.Utf8JsonWriter writer, ImmutableArray<DownloadedSymbol> done)
    {
        writer.WriteStartArray();
        foreach (DownloadedSymbol one in done)
        {
            writer.WriteStartObject();
            QualityJson.WriteAddress(writer, one.Address);
            writer.WriteNumber("added", one.Added);
            writer.WriteNumber("already_stored", one.AlreadyThere);
            writer.WriteNumber("replaced", one.Revised);
            writer.WriteNumber("refused", one.Refused);
            writer.WriteString("problem", one.Why?.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
