using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Strategies.Evaluation;

/// <summary>Candles and three indicator instances whose values have holes, from a seed.</summary>
internal sealed class RuleBars
{
    public RuleBars(int count, Random random)
    {
        List<Candle> candles = [];
        long time = 1_577_836_800_000 + (random.Next(0, 100_000) * 60_000L);
        double close = 100;
        for (int i = 0; i < count; i++)
        {
            double open = close;
            close = Math.Max(1, Math.Round(close + random.Next(-3, 4), 2));
            candles.Add(new Candle(
                time, open, Math.Max(open, close) + random.Next(0, 2), Math.Min(open, close), close, random.Next(0, 4)));
            time += 60_000 * (random.Next(10) == 0 ? 7 : 1);
        }

        Series = CandleSeries.From(Sample.Symbol("BTC/USDT"), Timeframe.Minute, candles);
        A = Holes(count, random);
        B = Holes(count, random);
        Line = Holes(count, random);
        Signal = Holes(count, random);
        Histogram = Holes(count, random);
        Instances =
        [
            new IndicatorInstance("a", Definition("a", A), [], null),
            new IndicatorInstance("b", Definition("b", B), [], null),
            new IndicatorInstance("m", Definition("m", Line, Signal, Histogram), [], null),
        ];
    }

    public CandleSeries Series { get; }

    public double[] A { get; }

    public double[] B { get; }

    public double[] Line { get; }

    public double[] Signal { get; }

    public double[] Histogram { get; }

    public ImmutableArray<IndicatorInstance> Instances { get; }

    /// <summary>The indicator values at a bar, as a live session would hand them over.</summary>
    public double[] Row(int bar) => [A[bar], B[bar], Line[bar], Signal[bar], Histogram[bar]];

    // Missing at first, then in stretches; infinities too, which mean missing as well.
    private static double[] Holes(int count, Random random)
    {
        double[] values = new double[count];
        int from = random.Next(0, 6);
        for (int i = 0; i < count; i++)
        {
            values[i] = i < from || random.Next(12) == 0 ? double.NaN
                : random.Next(40) == 0 ? double.PositiveInfinity
                : random.Next(40) == 0 ? double.NegativeInfinity
                : random.Next(-4, 5) + (random.Next(3) * 0.5);
        }

        return values;
    }

    private static IndicatorDefinition Definition(string name, params double[][] columns) => new()
    {
        Name = name,
        Title = name,
        Group = "Test",
        Outputs = columns.Length == 1 ? [name] : ["line", "signal", "histogram"],
        Parameters = [],
        Summary = name,
        Formula = name,
        Source = name,
        Create = _ => new Fixed(columns),
        WarmUpBars = _ => 0,
    };

    private sealed class Fixed(double[][] columns) : IIndicator
    {
        private int bar;

        public void Update(in Candle candle, Span<double> outputs)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                outputs[i] = columns[i][bar];
            }

            bar++;
        }

        public void Compute(CandleColumns candles, ColumnBlock outputs)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i].CopyTo(outputs[i]);
            }
        }
    }
}
