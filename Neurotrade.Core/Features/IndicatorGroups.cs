namespace Neurotrade.Core.Features;

/// <summary>The families under which people look for indicators.</summary>
public static class IndicatorGroups
{
    public const string MovingAverages = "Moving averages";
    public const string Momentum = "Momentum";
    public const string Oscillators = "Oscillators";
    public const string Trend = "Trend";
    public const string Volatility = "Volatility";
    public const string Volume = "Volume";
    public const string Statistics = "Statistics";
    public const string Levels = "Levels";
    public const string Patterns = "Candle patterns";
}
