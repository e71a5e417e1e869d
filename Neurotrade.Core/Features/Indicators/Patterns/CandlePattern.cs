using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>One of the <see cref="CandlePatterns"/>: 100 where it points up, −100 where down, else 0.</summary>
public struct CandlePattern : IIndicatorState<CandlePattern>
{
    /// <summary>Bars over which usual bodies and ranges are measured.</summary>
    internal const int UsualBars = 10;

    private PatternKind kind;
    private SeriesWindow bodies;
    private SeriesWindow ranges;
    private CandleShape before;
    private CandleShape beforeThat;
    private int silent;

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    // The kind comes as the last of the values, behind those of the definition (which has none).
    public static CandlePattern From(ImmutableArray<double> parameters)
    {
        PatternKind kind = (PatternKind)(int)parameters[^1];
        return new()
        {
            kind = kind,
            bodies = new SeriesWindow(UsualBars),
            ranges = new SeriesWindow(UsualBars),
            silent = WarmUpBars(kind),
        };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        CandleShape shape = new(candle, bodies.Mean, ranges.Mean);
        bodies.Push(shape.Body);
        ranges.Push(candle.High - candle.Low);
        row[0] = silent > 0 ? double.NaN : Match(kind, in beforeThat, in before, in shape);
        silent = Math.Max(silent - 1, 0);
        (beforeThat, before) = (before, shape);
    }

    /// <summary>Bars before every candle of the pattern has its usual body and range.</summary>
    internal static int WarmUpBars(PatternKind kind) => UsualBars + kind switch
    {
        PatternKind.SpinningTop or PatternKind.DragonflyDoji or PatternKind.GravestoneDoji => 0,
        PatternKind.MorningStar or PatternKind.EveningStar or PatternKind.ThreeWhiteSoldiers
            or PatternKind.ThreeBlackCrows => 2,
        _ => 1,
    };

    // a, b, c: the oldest to the newest.
    private static double Match(PatternKind kind, in CandleShape a, in CandleShape b, in CandleShape c) => kind switch
    {
        PatternKind.Engulfing => Engulfing(in b, in c),
        PatternKind.Harami => Harami(in b, in c),
        PatternKind.Hammer => Up(IsHammer(in c) && c.Bottom <= b.Low + b.Near),
        PatternKind.HangingMan => Down(IsHammer(in c) && c.Bottom >= b.High - b.Near),
        PatternKind.InvertedHammer => Up(IsShootingStar(in c) && c.Top <= b.Bottom),
        PatternKind.ShootingStar => Down(IsShootingStar(in c) && c.Bottom >= b.Top),
        PatternKind.PiercingLine => Up(b.IsDown && b.IsLong && c.IsUp && c.IsLong && c.Open < b.Low
            && c.Close > b.Middle && c.Close < b.Open),
        PatternKind.DarkCloudCover => Down(b.IsUp && b.IsLong && c.IsDown && c.Open > b.High
            && c.Close < b.Middle && c.Close > b.Open),
        PatternKind.MorningStar => Up(a.IsDown && a.IsLong && b.IsShort && b.Top <= a.Close && c.IsUp && c.IsLong
            && c.Close > a.Close + (0.3 * a.Body)),
        PatternKind.EveningStar => Down(a.IsUp && a.IsLong && b.IsShort && b.Bottom >= a.Close && c.IsDown && c.IsLong
            && c.Close < a.Close - (0.3 * a.Body)),
        PatternKind.ThreeWhiteSoldiers => Up(IsSoldier(in a) && IsSoldier(in b) && IsSoldier(in c)
            && Follows(in a, in b) && Follows(in b, in c)),
        PatternKind.ThreeBlackCrows => Down(IsCrow(in a) && IsCrow(in b) && IsCrow(in c)
            && Descends(in a, in b) && Descends(in b, in c)),
        PatternKind.SpinningTop => c.IsShort && c.UpperShadow > c.Body && c.LowerShadow > c.Body
            ? Math.Sign(c.Close - c.Open) * 100 : 0,
        PatternKind.DragonflyDoji => Up(c.IsDoji && c.UpperShadow <= c.Slight && c.LowerShadow > c.Slight),
        PatternKind.GravestoneDoji => Down(c.IsDoji && c.LowerShadow <= c.Slight && c.UpperShadow > c.Slight),
        PatternKind.InsideBar => c.High < b.High && c.Low > b.Low ? 100 : 0,
        PatternKind.OutsideBar => c.High > b.High && c.Low < b.Low ? Math.Sign(c.Close - c.Open) * 100 : 0,
        PatternKind.TweezerBottom => Up(b.IsDown && c.IsUp && Math.Abs(b.Low - c.Low) <= 0.05 * b.UsualRange),
        _ => Down(b.IsUp && c.IsDown && Math.Abs(b.High - c.High) <= 0.05 * b.UsualRange),
    };

    private static double Up(bool isThere) => isThere ? 100 : 0;

    private static double Down(bool isThere) => isThere ? -100 : 0;

    private static double Engulfing(in CandleShape b, in CandleShape c)
    {
        bool surrounds = c.Top >= b.Top && c.Bottom <= b.Bottom && c.Body > b.Body;
        return !surrounds ? 0 : b.IsDown && c.IsUp ? 100 : b.IsUp && c.IsDown ? -100 : 0;
    }

    private static double Harami(in CandleShape b, in CandleShape c)
    {
        bool isInside = b.IsLong && c.IsShort && c.Top < b.Top && c.Bottom > b.Bottom;
        return !isInside ? 0 : b.IsDown ? 100 : -100;
    }

    private static bool IsHammer(in CandleShape c) =>
        c.IsShort && c.LowerShadow > c.Body && c.LowerShadow > c.Slight && c.UpperShadow < c.Slight;

    private static bool IsShootingStar(in CandleShape c) =>
        c.IsShort && c.UpperShadow > c.Body && c.UpperShadow > c.Slight && c.LowerShadow < c.Slight;

    private static bool IsSoldier(in CandleShape c) => c.IsUp && !c.IsDoji && c.UpperShadow < c.Slight;

    private static bool IsCrow(in CandleShape c) => c.IsDown && !c.IsDoji && c.LowerShadow < c.Slight;

    private static bool Follows(in CandleShape a, in CandleShape b) =>
        b.Close > a.Close && b.Open > a.Open && b.Open <= a.Close + a.Near;

    private static bool Descends(in CandleShape a, in CandleShape b) =>
        b.Close < a.Close && b.Open < a.Open && b.Open >= a.Close - a.Near;
}
