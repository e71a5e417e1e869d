using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// One indicator with its parameters fixed and its state. Batch and rolling are two ways into one definition and give
/// the same bits. What is not there yet is NaN, never 0.
/// </summary>
public interface IIndicator
{
    /// <summary>Takes the next closed candle and writes one value per output.</summary>
    void Update(in Candle candle, Span<double> outputs);

    /// <summary>
    /// Takes the next candles as so many updates would and writes a row for each, for a history that comes in parts.
    /// </summary>
    void Advance(CandleColumns candles, ColumnBlock outputs)
    {
        Span<double> row = new double[outputs.Columns];
        for (int i = 0; i < candles.Count; i++)
        {
            Update(candles[i], row);
            for (int output = 0; output < row.Length; output++)
            {
                outputs[output][i] = row[output];
            }
        }
    }

    /// <summary>Computes whole columns from a fresh state; <paramref name="outputs"/> has a row per candle.</summary>
    void Compute(CandleColumns candles, ColumnBlock outputs);
}
