namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>The candle patterns of one to three bars.</summary>
public enum PatternKind
{
    Engulfing,
    Harami,
    Hammer,
    HangingMan,
    InvertedHammer,
    ShootingStar,
    PiercingLine,
    DarkCloudCover,
    MorningStar,
    EveningStar,
    ThreeWhiteSoldiers,
    ThreeBlackCrows,
    SpinningTop,
    DragonflyDoji,
    GravestoneDoji,
    InsideBar,
    OutsideBar,
    TweezerBottom,
    TweezerTop,
}
