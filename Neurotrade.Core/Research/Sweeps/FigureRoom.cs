using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>Memory that one worker of a sweep uses for combination after combination.</summary>
/// <param name="data">What all of them share.</param>
/// <param name="bars">Bars of the signals.</param>
internal sealed class FigureRoom(SweepData data, int bars)
{
    private double[] pnl = new double[256];

    public SweepData Data => data;

    /// <summary>Bars at whose close somebody flat enters.</summary>
    public BitColumn Enters { get; } = new(bars);

    /// <summary>Equity at the end of each day.</summary>
    public double[] Daily { get; } = new double[data.DayEnds.Length];

    /// <summary>Each day against the day before.</summary>
    public double[] Returns { get; } = new double[data.DayEnds.Length];

    /// <summary>Pnl of the closed trades, in their order.</summary>
    public ReadOnlySpan<double> Pnl(int count) => pnl.AsSpan(0, count);

    /// <summary>Keeps the pnl of a trade.</summary>
    public void Keep(int trade, double value)
    {
        if (trade == pnl.Length)
        {
            Array.Resize(ref pnl, pnl.Length * 2);
        }

        pnl[trade] = value;
    }
}
