using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>A bell-shaped weighting of the last closes, leaning to the newest.</summary>
public struct ArnaudLegouxMovingAverage : IIndicatorState<ArnaudLegouxMovingAverage>
{
    private double[] weights;
    private double total;
    private double[] closes;
    private int next;
    private int count;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "alma",
        Title = "Arnaud Legoux Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["alma"],
        Parameters =
        [
            IndicatorParameter.Period(9, min: 2),
            IndicatorParameter.Number("offset", 0.85, 0, 1, "Where the bell stands: 0 the oldest bar, 1 the newest."),
            IndicatorParameter.Number("sigma", 6, 0.01, 1000, "How narrow the bell is; higher is narrower."),
        ],
        Summary = "A bell-shaped weighting of the last closes that leans to the newest.",
        Formula = "m = offset × (n − 1); s = n / sigma; w(i) = exp(−(i − m)² / (2 s²)), i "
            + "from 0 for the oldest; alma = Σ w × close / Σ w",
        Source = "Arnaud Legoux and Dimitrios Kouzis-Loukas (2009); Stock.Indicators "
            + "GetAlma.",
        Create = parameters => new Indicator<ArnaudLegouxMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static ArnaudLegouxMovingAverage From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        double middle = parameters[1] * (period - 1);
        double spread = period / parameters[2];
        double[] weights = new double[period];
        double total = 0;
        for (int i = 0; i < period; i++)
        {
            weights[i] = Math.Exp(-((i - middle) * (i - middle)) / (2 * spread * spread));
            total += weights[i];
        }

        return new() { weights = weights, total = total, closes = new double[period] };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        closes[next] = candle.Close;
        next = next + 1 == closes.Length ? 0 : next + 1;
        count = Math.Min(count + 1, closes.Length);
        row[0] = count < closes.Length ? double.NaN : WeightedSum() / total;
    }

    // From the oldest, so that the sum depends on the window alone.
    private readonly double WeightedSum()
    {
        double sum = 0;
        int older = closes.Length - next;
        for (int i = 0; i < older; i++)
        {
            sum += weights[i] * closes[next + i];
        }

        for (int i = older; i < closes.Length; i++)
        {
            sum += weights[i] * closes[i - older];
        }

        return sum;
    }
}
