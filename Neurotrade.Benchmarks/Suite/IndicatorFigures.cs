using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>Every indicator with its default parameters, over columns and candle by candle.</summary>
internal static class IndicatorFigures
{
    private const int Count = 200_000;
    private static readonly Lazy<CandleSeries> Candles = new(() => Bars.Make(Count));

    public static IEnumerable<Figure> All()
    {
        yield return Figure.Cost("indicator.ema.eight_settings", Eight);
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            yield return Figure.Cost($"indicator.{definition.Name}.batch", () => Batch(definition));
            yield return Figure.Cost($"indicator.{definition.Name}.rolling", () => Rolling(definition));
        }
    }

    // Eight periods of one indicator in one pass, as a sweep computes them; per bar, all eight together.
    private static (Action Work, int Amount) Eight()
    {
        IndicatorDefinition definition = IndicatorCatalog.Find("ema")!;
        ImmutableArray<double>[] settings = [.. Enumerable.Range(0, SettingLanes.Most).Select(i => ImmutableArray.Create(10.0 + i))];
        double[][] columns = [.. settings.Select(_ => new double[Count])];
        CandleSeries candles = Candles.Value;
        SettingLanes.Fill(candles.Columns, definition, settings, columns);
        for (int i = 0; i < columns.Length; i++)
        {
            double[] alone = new double[Count];
            definition.Create(settings[i]).Compute(candles.Columns, new ColumnBlock(alone, Count));
            Guard.That(alone.AsSpan(100).SequenceEqual(columns[i].AsSpan(100)));
        }

        return (() => SettingLanes.Fill(candles.Columns, definition, settings, columns), Count);
    }

    private static (Action Work, int Amount) Batch(IndicatorDefinition definition)
    {
        double[] block = new double[Count * definition.Outputs.Length];
        IIndicator indicator = Make(definition);
        CandleSeries candles = Candles.Value;
        return (() => indicator.Compute(candles.Columns, new ColumnBlock(block, Count)), Count);
    }

    private static (Action Work, int Amount) Rolling(IndicatorDefinition definition)
    {
        CandleSeries candles = Candles.Value;
        Candle[] rows = [.. Enumerable.Range(0, Count).Select(i => candles[i])];
        double[] row = new double[definition.Outputs.Length];
        double[] block = new double[Count * row.Length];
        Make(definition).Compute(candles.Columns, new ColumnBlock(block, Count));
        Roll(Make(definition), rows, row);
        for (int output = 0; output < row.Length; output++)
        {
            // Both forms must agree to the last bit before either is timed.
            Guard.That(row[output].Equals(new ColumnBlock(block, Count)[output][Count - 1]));
        }

        return (() => Roll(Make(definition), rows, row), Count);
    }

    private static IIndicator Make(IndicatorDefinition definition) =>
        definition.Create([.. definition.Parameters.Select(parameter => parameter.Default)]);

    private static void Roll(IIndicator indicator, Candle[] rows, double[] row)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            indicator.Update(in rows[i], row);
        }
    }
}
