namespace Neurotrade.Tests.Reference;

/// <summary>Parabolic SAR with its two sides written out, one bar after another.</summary>
internal sealed class PlainSar(double[] h, double[] l)
{
    private const double Step = 0.02;
    private const double Max = 0.2;

    public double[] Values()
    {
        double[] values = PlainSeries.Of(h.Length, _ => double.NaN);
        (double sar, double extreme, double speed, bool isRising, bool isShown) = (l[0], h[0], Step, true, false);
        for (int i = 1; i < h.Length; i++)
        {
            double next = sar + (speed * (extreme - sar));
            if (i >= 2)
            {
                next = isRising ? new[] { next, l[i - 1], l[i - 2] }.Min() : new[] { next, h[i - 1], h[i - 2] }.Max();
            }

            bool turns = isRising ? l[i] < next : h[i] > next;
            if (turns)
            {
                (sar, extreme, speed, isRising) = (extreme, isRising ? l[i] : h[i], Step, !isRising);
            }
            else
            {
                bool isNew = isRising ? h[i] > extreme : l[i] < extreme;
                speed = isNew ? Math.Min(speed + Step, Max) : speed;
                extreme = isNew ? (isRising ? h[i] : l[i]) : extreme;
                sar = next;
            }

            values[i] = isShown ? sar : double.NaN;
            isShown |= turns;
        }

        return values;
    }
}
