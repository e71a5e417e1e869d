using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>One file's rows, or one stored series, before parts of one symbol and timeframe are joined.</summary>
/// <param name="Source">The <c>--data</c> that named it.</param>
/// <param name="Name">The file itself, where the source is a folder or an archive.</param>
/// <param name="Symbol">What tells its symbol did; null where nothing did.</param>
/// <param name="Timeframe">Its rows' timeframe.</param>
/// <param name="Rows">The rows of a file.</param>
/// <param name="Stored">The candles of a store.</param>
internal sealed record CandlePart(
    string Source, string Name, Symbol? Symbol, Timeframe Timeframe, CandleRows? Rows, LoadedCandles? Stored)
{
    /// <summary>One series of parts of one symbol and timeframe.</summary>
    public static LoadedCandles Join(IReadOnlyList<CandlePart> parts, Symbol symbol)
    {
        if (parts is [{ Stored: { } stored }])
        {
            return stored;
        }

        return CandleAssembler.Assemble(
            [.. parts.Select(part => part.Rows ?? CandleRows.Of(part.Name, part.Stored!.Series))], symbol, parts[0].Timeframe);
    }
}
