using System.Collections.Immutable;

namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>
/// The candle patterns of one to three bars. A body is long or short against the mean body of the ten bars before it;
/// slight is a tenth, near a fifth of the mean range of those bars, as in TA-Lib's candle settings.
/// </summary>
public static class CandlePatterns
{
    private const string Settings = "Steve Nison, Japanese Candlestick Charting Techniques (1991); sizes as in the candle "
        + "settings of TA-Lib.";

    /// <summary>All of them.</summary>
    public static ImmutableArray<IndicatorDefinition> Definitions { get; } =
    [
        Of(PatternKind.Engulfing, "engulfing", "Engulfing",
            "A body that covers the opposite one before it: 100 after a fall, −100 after a rise, else 0.",
            "100 where b is down, c is up and its longer body covers that of b; −100 mirrored"),
        Of(PatternKind.Harami, "harami", "Harami",
            "A short body inside the long one before it: 100 after a falling one, −100 after a rising one, else 0.",
            "b long, c short, c's body strictly inside b's: 100 where b is down, else −100"),
        Of(PatternKind.Hammer, "hammer", "Hammer",
            "A short body with a long lower shadow, low in the range: 100, else 0.",
            "short body, lower shadow longer than it, upper shadow slight, body near or below the low before"),
        Of(PatternKind.HangingMan, "hanging_man", "Hanging Man",
            "The shape of a hammer, high in the range: −100, else 0.",
            "short body, lower shadow longer than it, upper shadow slight, body near or above the high before"),
        Of(PatternKind.InvertedHammer, "inverted_hammer", "Inverted Hammer",
            "A short body with a long upper shadow, below the body before: 100, else 0.",
            "short body, upper shadow longer than it, lower shadow slight, body at or below that before"),
        Of(PatternKind.ShootingStar, "shooting_star", "Shooting Star",
            "A short body with a long upper shadow, above the body before: −100, else 0.",
            "short body, upper shadow longer than it, lower shadow slight, body at or above that before"),
        Of(PatternKind.PiercingLine, "piercing_line", "Piercing Line",
            "A long rise that opens below a long fall and closes above its middle: 100, else 0.",
            "b long and down, c long and up, open < low of b, middle of b < close < open of b"),
        Of(PatternKind.DarkCloudCover, "dark_cloud_cover", "Dark Cloud Cover",
            "A fall that opens above a long rise and closes below its middle: −100, else 0.",
            "b long and up, c down, open > high of b, open of b < close < middle of b"),
        Of(PatternKind.MorningStar, "morning_star", "Morning Star",
            "A long fall, a short body below it, a long rise back into it: 100, else 0.",
            "a long and down, b short with its body at or below a's close, c long and up to more than 0.3 of a's body above its close"),
        Of(PatternKind.EveningStar, "evening_star", "Evening Star",
            "A long rise, a short body above it, a long fall back into it: −100, else 0.",
            "a long and up, b short with its body at or above a's close, c long and down to more than 0.3 of a's body below its close"),
        Of(PatternKind.ThreeWhiteSoldiers, "three_white_soldiers", "Three White Soldiers",
            "Three rises in a row that close at their highs, each opening in or near the body before: 100, else 0.",
            "three bodies up, more than slight, upper shadows slight; closes and opens rise; each opens at most near above the close before"),
        Of(PatternKind.ThreeBlackCrows, "three_black_crows", "Three Black Crows",
            "Three falls in a row that close at their lows, each opening in or near the body before: −100, else 0.",
            "three bodies down, more than slight, lower shadows slight; closes and opens fall; each opens at most near below the close before"),
        Of(PatternKind.SpinningTop, "spinning_top", "Spinning Top",
            "A short body with longer shadows on both sides: 100 where it rose, −100 where it fell, else 0.",
            "body no longer than usual and shorter than either shadow"),
        Of(PatternKind.DragonflyDoji, "dragonfly_doji", "Dragonfly Doji",
            "Open and close together at the high: 100, else 0.",
            "body and upper shadow slight, lower shadow more than that"),
        Of(PatternKind.GravestoneDoji, "gravestone_doji", "Gravestone Doji",
            "Open and close together at the low: −100, else 0.",
            "body and lower shadow slight, upper shadow more than that"),
        Of(PatternKind.InsideBar, "inside_bar", "Inside Bar",
            "A bar within the range of the one before: 100, else 0.",
            "high < high[1] and low > low[1]"),
        Of(PatternKind.OutsideBar, "outside_bar", "Outside Bar",
            "A bar beyond both ends of the one before: 100 where it rose, −100 where it fell, else 0.",
            "high > high[1] and low < low[1]"),
        Of(PatternKind.TweezerBottom, "tweezer_bottom", "Tweezer Bottom",
            "A fall and a rise with the same low: 100, else 0.",
            "b down, c up, lows apart by at most a twentieth of the mean range"),
        Of(PatternKind.TweezerTop, "tweezer_top", "Tweezer Top",
            "A rise and a fall with the same high: −100, else 0.",
            "b up, c down, highs apart by at most a twentieth of the mean range"),
    ];

    private static IndicatorDefinition Of(PatternKind kind, string name, string title, string summary, string formula) => new()
    {
        Name = name,
        Title = title,
        Group = IndicatorGroups.Patterns,
        Outputs = [name],
        Parameters = [],
        Summary = summary,
        Formula = "a, b, c from the oldest bar to this one: " + formula,
        Source = Settings,
        Create = _ => new Indicator<CandlePattern>([(double)kind]),
        WarmUpBars = _ => CandlePattern.WarmUpBars(kind),
    };
}
