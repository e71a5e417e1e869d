using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>A strategy and its candles, read and found to fit: what is left is to run.</summary>
internal sealed record PreparedRun
{
    // Contracts 3; the reader names the limit.
    private const int MostStrategyBytes = 256 * 1024;

    // An exchange with thousands of pairs needs a quarter of this.
    private const int MostRulesBytes = 64 * 1024 * 1024;

    public required RunRequest Request { get; init; }

    public required Strategy Strategy { get; init; }

    /// <summary>The strategy as it was read: its bytes, and what the run changed in it.</summary>
    public required byte[] StrategyText { get; init; }

    /// <summary>What the run changed in the strategy, and what the data supplied.</summary>
    public required StrategyOverrides Overrides { get; init; }

    /// <summary>How each value of an older form was understood, a line each; empty for schema 1 (contracts 3).</summary>
    public ImmutableArray<string> Echo { get; init; } = [];

    public required DataSet Data { get; init; }

    /// <summary>The exchangeInfo document as it was read; null without one.</summary>
    public byte[]? RulesText { get; init; }

    public InstrumentRules? Rules { get; init; }

    /// <summary>SHA-256 of the exchangeInfo document, lower-case hex.</summary>
    public string? RulesHash => RulesText is null ? null : Convert.ToHexStringLower(SHA256.HashData(RulesText));

    /// <summary>The same for the simulation.</summary>
    public BacktestInput Input => new()
    {
        Strategy = Strategy,
        Symbols = [.. Data.Symbols.Select(symbol => new SymbolCandles(symbol.Bars, symbol.Detail))],
        From = Request.Data.From,
        To = Request.Data.To,
        Rules = Rules,
    };

    /// <summary>Some of the candles came from the generated market.</summary>
    public bool IsGenerated =>
        Request.Data.Sources.Any(source => source.StartsWith($"{StoreAddress.Prefix}{GeneratedMarket.Exchange}/", StringComparison.Ordinal));

    /// <summary>
    /// Reads everything that was asked for. The problems of strategy, rules and data are told together, in one
    /// <see cref="InputException"/>.
    /// </summary>
    public static PreparedRun Read(
        RunRequest request, IReadOnlyList<ICandleSource> sources, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        byte[]? strategyBytes = request.StrategyText ?? Try(problems, () => ReadFile(request.StrategyPath, MostStrategyBytes));
        byte[]? rulesBytes = request.RulesPath is null ? null : Try(problems, () => ReadFile(request.RulesPath, MostRulesBytes));
        InstrumentRules? rules = rulesBytes is null
            ? null
            : Try(problems, () => ExchangeInfo.Parse(Encoding.UTF8.GetString(rulesBytes), request.RulesPath!));
        CandleData? data = Try(problems, () => CandleData.Open(request.Data, sources, cancellation));
        StrategyOverrides overrides = data is null
            ? request.Overrides
            : request.Overrides with { Symbols = data.Symbols, Timeframe = data.LongestTimeframe };
        StrategyReading? reading = strategyBytes is null
            ? null
            : Try(problems, () => StrategyFile.Read(strategyBytes, request.StrategyPath, overrides));

        // An older form has dates of its own; those of the command line win.
        DataRequest dated = request.Data with
        {
            From = request.Data.From ?? reading?.From,
            To = request.Data.To ?? reading?.To,
        };
        data = data is null || dated == request.Data ? data : Try(problems, () => CandleData.Open(dated, sources, cancellation));
        DataSet? set = data is null || reading?.Strategy.Market is not { } market
            ? null
            : Try(problems, () => data.For(market.Symbols, market.Timeframe, market.Detail));
        return problems.Count > 0 || reading is null || set is null
            ? throw new InputException(problems)
            : new PreparedRun
            {
                Request = request with { Data = dated },
                Strategy = reading.Strategy,
                StrategyText = strategyBytes!,
                Overrides = overrides,
                Echo = reading.Echo,
                Data = set,
                RulesText = rulesBytes,
                Rules = rules,
            };
    }

    private static T? Try<T>(List<Problem> problems, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    // One byte beyond the limit is read, so that whoever reads the bytes can say that there are too many.
    private static byte[] ReadFile(string path, int mostBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new InputException(new Problem(path, 0, 0, "is a folder; expected a file"));
            }

            using FileStream file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            byte[] part = new byte[64 * 1024];
            for (int left = mostBytes + 1, count; left > 0; left -= count)
            {
                count = file.Read(part, 0, Math.Min(part.Length, left));
                if (count == 0)
                {
                    break;
                }

                bytes.Write(part, 0, count);
            }

            return bytes.ToArray();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            string why = refused is FileNotFoundException or DirectoryNotFoundException
                ? "no such file"
                : refused.Message;
            throw new InputException(new Problem(path, 0, 0, why));
        }
    }
}
