using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Download;

/// <summary>
/// Fetches closed candles into the store: only those that it lacks, several pairs at once inside the exchange's limits. What has
/// been stored stays, whenever it is cut off; the next run fetches the rest.
/// </summary>
public sealed class CandleDownload(BinanceRest rest, ICandleStore store)
{
    // What is lost at most when it is cut off: twenty answers of a pair.
    private const int CandlesPerWrite = 20 * MarketCalls.MostKlines;

    private readonly Lock writing = new();

    /// <summary>
    /// Runs it; a pair that is refused does not stop the others. Progress is the share of the time span that is done.
    /// </summary>
    public async Task<ImmutableArray<DownloadedSymbol>> RunAsync(
        DownloadRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        Guard.That(DownloadRequest.Offers(request.Timeframe));
        long end = request.To is { } to ? Math.Min(to.UnixMillis, rest.Server.NowMillis) : rest.Server.NowMillis;
        var shares = new double[request.Symbols.Length];
        var done = new DownloadedSymbol[request.Symbols.Length];
        ParallelOptions several = new() { MaxDegreeOfParallelism = request.MostAtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, request.Symbols.Length, several, async (i, cancel) =>
        {
            done[i] = await RunAsync(request, request.Symbols[i], end, Report, cancel).ConfigureAwait(false);
            Report(1);

            void Report(double share)
            {
                lock (shares)
                {
                    shares[i] = share;
                    progress?.Report(shares.Average());
                }
            }
        }).ConfigureAwait(false);
        return [.. done];
    }

    private async Task<DownloadedSymbol> RunAsync(
        DownloadRequest request, Symbol symbol, long end, Action<double> report, CancellationToken cancellation)
    {
        Timeframe timeframe = request.Timeframe;
        var address = new StoreAddress(request.Exchange, symbol, timeframe);
        long first = timeframe.Floor(request.From.UnixMillis + timeframe.Millis - 1);
        long[] stored = store.Open(address)?.Times.ToArray() ?? [];
        DownloadedSymbol sum = new(address, 0, 0, 0, 0, null);
        List<Candle> waiting = [];
        foreach ((long from, long to) in MissingSpans.Of(stored, timeframe, first, end))
        {
            await foreach (RestAnswer<ImmutableArray<Kline>> page in rest
                .KlinePagesAsync(symbol.Joined, timeframe, from, to, cancellation).ConfigureAwait(false))
            {
                if (page is not RestAnswer<ImmutableArray<Kline>>.Done { Value: var klines })
                {
                    sum = Write(sum, waiting);
                    return sum with { Why = ((RestAnswer<ImmutableArray<Kline>>.Refused)page).Why };
                }

                sum = sum with { Refused = sum.Refused + Take(klines, waiting) };
                if (waiting.Count >= CandlesPerWrite)
                {
                    sum = Write(sum, waiting);
                }

                if (klines.Length > 0)
                {
                    report((double)(klines[^1].OpenMillis - first) / Math.Max(1, end - first));
                }
            }
        }

        return Write(sum, waiting);
    }

    // How many are not valid.
    private static long Take(ImmutableArray<Kline> klines, List<Candle> waiting)
    {
        long refused = 0;
        foreach (Kline kline in klines)
        {
            Candle candle = kline.ToCandle();
            if (candle.IsValid)
            {
                waiting.Add(candle);
            }
            else
            {
                refused++;
            }
        }

        return refused;
    }

    // The store takes one writer at a time.
    private DownloadedSymbol Write(DownloadedSymbol sum, List<Candle> waiting)
    {
        if (waiting.Count == 0)
        {
            return sum;
        }

        CandleSeries fetched = CandleSeries.From(sum.Address.Symbol, sum.Address.Timeframe, waiting);
        waiting.Clear();
        lock (writing)
        {
            StoreMerge merge = store.Merge(sum.Address, fetched);
            return sum with
            {
                Added = sum.Added + merge.Added,
                AlreadyThere = sum.AlreadyThere + merge.AlreadyThere,
                Revised = sum.Revised + merge.Revised,
            };
        }
    }
}
