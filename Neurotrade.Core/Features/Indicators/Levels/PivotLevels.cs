namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>Supports and resistances told from a span's open, high, low and close.</summary>
internal static class PivotLevels
{
    /// <summary>Levels on each side that a kind has.</summary>
    public static int Count(PivotKind kind) => kind switch
    {
        PivotKind.Camarilla => 4,
        PivotKind.Demark => 1,
        _ => 3,
    };

    /// <summary>Sets pp, then s1 …, then r1 …, from the span before and the open of this one; all missing where there was no span before.</summary>
    public static void Write(PivotKind kind, in PivotSpan before, double open, OutputRow row)
    {
        // Arithmetic on missing values gives missing ones whose sign depends on the processor.
        if (double.IsNaN(before.High))
        {
            for (int output = 0; output <= 2 * Count(kind); output++)
            {
                row[output] = double.NaN;
            }

            return;
        }

        double range = before.High - before.Low;
        double middle = Middle(kind, in before, open);
        int count = Count(kind);
        row[0] = middle;
        for (int level = 1; level <= count; level++)
        {
            row[level] = Support(kind, level, middle, range, in before);
            row[count + level] = Resistance(kind, level, middle, range, in before);
        }
    }

    private static double Middle(PivotKind kind, in PivotSpan before, double open) => kind switch
    {
        PivotKind.Camarilla => before.Close,
        PivotKind.Demark => DemarkSum(in before) / 4,
        PivotKind.Woodie => CandleFields.Ohlc4(before.High, before.Low, open, open),
        _ => CandleFields.Hlc3(before.High, before.Low, before.Close),
    };

    private static double DemarkSum(in PivotSpan before) =>
        before.Close < before.Open ? before.High + (2 * before.Low) + before.Close
        : before.Close > before.Open ? (2 * before.High) + before.Low + before.Close
        : before.High + before.Low + (2 * before.Close);

    private static double Support(PivotKind kind, int level, double middle, double range, in PivotSpan before) => kind switch
    {
        PivotKind.Camarilla => before.Close - (Share(kind, level) * range),
        PivotKind.Fibonacci => middle - (Share(kind, level) * range),
        PivotKind.Demark => (DemarkSum(in before) / 2) - before.High,
        _ => level switch
        {
            1 => (2 * middle) - before.High,
            2 => middle - range,
            _ => before.Low - (2 * (before.High - middle)),
        },
    };

    private static double Resistance(PivotKind kind, int level, double middle, double range, in PivotSpan before) => kind switch
    {
        PivotKind.Camarilla => before.Close + (Share(kind, level) * range),
        PivotKind.Fibonacci => middle + (Share(kind, level) * range),
        PivotKind.Demark => (DemarkSum(in before) / 2) - before.Low,
        _ => level switch
        {
            1 => (2 * middle) - before.Low,
            2 => middle + range,
            _ => before.High + (2 * (middle - before.Low)),
        },
    };

    private static double Share(PivotKind kind, int level) => (kind, level) switch
    {
        (PivotKind.Camarilla, 1) => 1.1 / 12,
        (PivotKind.Camarilla, 2) => 1.1 / 6,
        (PivotKind.Camarilla, 3) => 1.1 / 4,
        (PivotKind.Camarilla, _) => 1.1 / 2,
        (_, 1) => 0.382,
        (_, 2) => 0.618,
        _ => 1,
    };
}
