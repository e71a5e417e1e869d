using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// What all <c>--data</c> together hold, read (contracts 1). First it tells which symbols and timeframes there are, then,
/// once the strategy is known, it gives what a run uses.
/// </summary>
public sealed class CandleData
{
    private readonly DataRequest request;
    private readonly IReadOnlyList<CandlePart> parts;

    private CandleData(DataRequest request, IReadOnlyList<CandlePart> parts) => (this.request, this.parts) = (request, parts);

    /// <summary>The symbols that files' names, addresses or <c>--symbol</c> tell, in the order given.</summary>
    public ImmutableArray<Symbol> Symbols =>
        [.. parts.Where(part => part.Symbol is not null).Select(part => part.Symbol!.Value).Distinct()];

    /// <summary>The longest timeframe there is: a strategy's that names none.</summary>
    public Timeframe LongestTimeframe => parts.Max(part => part.Timeframe);

    /// <summary>Reads every source; all problems of all of them are one <see cref="InputException"/>.</summary>
    /// <param name="request">What the person said.</param>
    /// <param name="stored">Who is asked for <c>store:</c> addresses, in turn.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static CandleData Open(
        DataRequest request, IReadOnlyList<ICandleSource> stored, CancellationToken cancellation = default)
    {
        List<CandlePart> parts = [];
        List<Problem> problems = [];
        if (request.Sources.IsDefaultOrEmpty)
        {
            throw Failure("--data", "no data, expected a file, a folder or store:EXCHANGE/SYMBOL/TIMEFRAME");
        }

        if (request.From is { } from && request.To is { } to && from >= to)
        {
            throw Failure("--from", $"{from} is not before --to {to}, expected an earlier time");
        }

        foreach (string source in request.Sources)
        {
            try
            {
                parts.AddRange(source.StartsWith(StoreAddress.Prefix, StringComparison.Ordinal)
                    ? [FromStore(source, request, stored, cancellation)]
                    : FromRows(source, CandleFiles.Read(source, request.Limits, cancellation), request));
            }
            catch (InputException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return problems.Count == 0 ? new CandleData(request, parts) : throw new InputException(problems);
    }

    /// <summary>What was read of one source already; its problems are one <see cref="InputException"/>.</summary>
    public static CandleData Of(string source, IReadOnlyList<CandleRows> rows, DataRequest request) =>
        new(request, FromRows(source, rows, request));

    /// <summary>
    /// The candles of a strategy: for each symbol its bars, resampled from finer data where need be, and finer candles
    /// where it asks for detail. Files whose symbol nothing tells are the first symbol's.
    /// </summary>
    public DataSet For(ImmutableArray<Symbol> symbols, Timeframe timeframe, Timeframe? detail)
    {
        Guard.That(symbols.Length > 0);
        List<Problem> problems = [];
        ImmutableArray<ReadSeries> read = Assemble(symbols[0], problems);
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        foreach (ReadSeries series in read)
        {
            if (!symbols.Contains(series.Candles.Symbol))
            {
                problems.Add(new Problem(series.Source, 0, 0,
                    $"candles of {series.Candles.Symbol}, expected only symbols that the strategy lists"));
            }
        }

        ImmutableArray<SymbolData>.Builder data = ImmutableArray.CreateBuilder<SymbolData>();
        foreach (Symbol symbol in symbols)
        {
            SeriesChoice choice = new(symbol, [.. read.Select(r => r.Candles).Where(c => c.Symbol == symbol)], problems);
            CandleSeries? bars = choice.Bars(timeframe);
            CandleSeries? finer = bars is not null && detail is { } wanted ? choice.Detail(wanted) : null;
            if (bars is not null)
            {
                data.Add(Cut(bars, finer));
            }
        }

        RequireBars(data, problems);
        return problems.Count == 0 ? ToDataSet(data.ToImmutable(), read) : throw new InputException(problems);
    }

    /// <summary>Every series there is, for the store; a file whose symbol nothing tells is an error.</summary>
    public ImmutableArray<ReadSeries> Every()
    {
        List<Problem> problems = [.. parts.Where(part => part.Symbol is null).Select(part => new Problem(part.Name, 0, 0,
            "its name tells no symbol, expected --symbol BASE/QUOTE, or a name such as BTCUSDT-1m-2020.csv"))];
        ImmutableArray<ReadSeries> read = problems.Count == 0 ? Assemble(default, problems) : [];
        return problems.Count == 0 ? read : throw new InputException(problems);
    }

    /// <summary>The one series there is, as it is, for a verb without a strategy; several are an error.</summary>
    public DataSet OnlySeries()
    {
        List<Problem> problems = [];
        ImmutableArray<ReadSeries> read = Assemble(SymbolOfName(parts[0].Name), problems);
        if (problems.Count == 0 && read.Length > 1)
        {
            problems.AddRange(read.Skip(1).Select(series => new Problem(series.Source, 0, 0,
                $"a second series ({series.Candles.Symbol} {series.Candles.Timeframe}), expected one")));
        }

        SymbolData[] data = problems.Count == 0 ? [Cut(read[0].Candles, null)] : [];
        RequireBars(data, problems);
        return problems.Count == 0 ? ToDataSet([.. data], read) : throw new InputException(problems);
    }

    private static CandlePart FromStore(
        string source, DataRequest request, IReadOnlyList<ICandleSource> stored, CancellationToken cancellation)
    {
        if (!StoreAddress.TryParse(source, out StoreAddress address))
        {
            throw Failure(source, "not an address, expected store:EXCHANGE/SYMBOL/TIMEFRAME (store:binance/BTC-USDT/1m)");
        }

        CandleRequest wanted = new(address.Exchange, address.Symbol, address.Timeframe)
        {
            From = request.From,
            To = request.To,
            Seed = request.Seed,
        };
        foreach (ICandleSource one in stored)
        {
            if (one.Load(wanted, cancellation) is { Series.Count: > 0 } loaded)
            {
                return new CandlePart(source, source, address.Symbol, address.Timeframe, null, loaded);
            }
        }

        throw Failure(source, "no such candles are stored, expected one of those that `data list` shows");
    }

    private static List<CandlePart> FromRows(string source, IReadOnlyList<CandleRows> files, DataRequest request)
    {
        List<CandlePart> found = [];
        List<Problem> problems = [];
        foreach (CandleRows rows in files)
        {
            if (request.IsStrict && rows.RefusedRows > 0)
            {
                problems.AddRange(rows.Refusals);
                continue;
            }

            try
            {
                Timeframe timeframe = CandleFileFacts.TimeframeOf(rows, request.Timeframe);
                found.Add(new CandlePart(source, rows.File, CandleFileFacts.SymbolOf(source, rows) ?? request.Symbol, timeframe, rows, null));
            }
            catch (InputException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return problems.Count == 0 ? found : throw new InputException(problems);
    }

    // Parts of one symbol and timeframe become one series, in the order given.
    private ImmutableArray<ReadSeries> Assemble(Symbol unnamed, List<Problem> problems)
    {
        ImmutableArray<ReadSeries>.Builder all = ImmutableArray.CreateBuilder<ReadSeries>();
        foreach (IGrouping<(Symbol, Timeframe), CandlePart> group in parts.GroupBy(p => (p.Symbol ?? unnamed, p.Timeframe)))
        {
            CandlePart first = group.First();
            CandlePart? stranger = group.FirstOrDefault(part => part.Symbol is null && part.Source != first.Source);
            if (stranger is not null)
            {
                problems.Add(new Problem(stranger.Name, 0, 0,
                    $"its name tells no symbol, and {first.Name} was taken for {group.Key.Item1} already, "
                    + "expected a name such as BTCUSDT-1m-2020.csv"));
                continue;
            }

            try
            {
                LoadedCandles loaded = CandlePart.Join([.. group], group.Key.Item1);
                all.Add(new ReadSeries(first.Source, loaded.Series, loaded.Quality));
                if (request.IsStrict && loaded.Quality.RefusedRows > 0)
                {
                    problems.AddRange(loaded.Quality.Refusals);
                }
            }
            catch (InputException wrong)
            {
                problems.AddRange(wrong.Problems);
            }
        }

        return all.ToImmutable();
    }

    // Bars that open at or after --to are not used; the last one that is keeps its finer candles to its end.
    private SymbolData Cut(CandleSeries bars, CandleSeries? detail)
    {
        if (request.To is not { } to || bars.Count == 0)
        {
            return new SymbolData(bars, detail);
        }

        CandleSeries used = bars.Slice(0, bars.IndexAtOrAfter(to.UnixMillis));
        long end = used.Count == 0 ? to.UnixMillis : used.Times[^1] + used.Timeframe.Millis;
        return new SymbolData(used, detail?.Slice(0, detail.IndexAtOrAfter(end)));
    }

    private void RequireBars(IEnumerable<SymbolData> data, List<Problem> problems)
    {
        long from = request.From?.UnixMillis ?? long.MinValue;
        if (problems.Count == 0 && data.All(one => one.Bars.IndexAtOrAfter(from) == one.Bars.Count))
        {
            problems.Add(new Problem("--data", 0, 0, "no candle lies between --from and --to, expected at least one"));
        }
    }

    private static DataSet ToDataSet(ImmutableArray<SymbolData> symbols, ImmutableArray<ReadSeries> read) => new()
    {
        Symbols = symbols,
        Read = read,
        Fingerprint = CandleFingerprint.Of(symbols.SelectMany(one => one.Detail is null
            ? [one.Bars] : new[] { one.Bars, one.Detail })),
    };

    // Where nothing tells the pair, the file's name stands for it (contracts 1).
    private static Symbol SymbolOfName(string name)
    {
        string stem = string.Concat(CandleFileFacts.Stem(name).Where(char.IsAsciiLetterOrDigit).Take(32));
        return Symbol.TryParse($"{(stem.Length == 0 ? "DATA" : stem)}/UNKNOWN", out Symbol symbol)
            ? symbol
            : throw new BrokenPromiseException("letters and digits make a symbol");
    }

    private static InputException Failure(string source, string message) => new(new Problem(source, 0, 0, message));
}
