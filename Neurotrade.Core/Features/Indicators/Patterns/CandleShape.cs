using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>A candle with what counts as long, short and near at its time: means over the ten bars before it.</summary>
/// <param name="Candle">The candle.</param>
/// <param name="UsualBody">Mean body of the ten bars before, in quote currency.</param>
/// <param name="UsualRange">Mean range of the ten bars before, in quote currency.</param>
public readonly record struct CandleShape(Candle Candle, double UsualBody, double UsualRange)
{
    public double Open => Candle.Open;

    public double High => Candle.High;

    public double Low => Candle.Low;

    public double Close => Candle.Close;

    /// <summary>Whether it closed above its open.</summary>
    public bool IsUp => Close > Open;

    /// <summary>Whether it closed below its open.</summary>
    public bool IsDown => Close < Open;

    /// <summary>The higher of open and close.</summary>
    public double Top => Math.Max(Open, Close);

    /// <summary>The lower of open and close.</summary>
    public double Bottom => Math.Min(Open, Close);

    /// <summary>Distance of open and close.</summary>
    public double Body => Top - Bottom;

    /// <summary>What lies above the body.</summary>
    public double UpperShadow => High - Top;

    /// <summary>What lies below the body.</summary>
    public double LowerShadow => Bottom - Low;

    /// <summary>Whether the body is longer than usual.</summary>
    public bool IsLong => Body > UsualBody;

    /// <summary>Whether the body is no longer than usual.</summary>
    public bool IsShort => Body <= UsualBody;

    /// <summary>Whether open and close are next to the same: a tenth of the usual range.</summary>
    public bool IsDoji => Body <= Slight;

    /// <summary>A tenth of the usual range: less is next to nothing.</summary>
    public double Slight => 0.1 * UsualRange;

    /// <summary>A fifth of the usual range: so near counts as touching.</summary>
    public double Near => 0.2 * UsualRange;

    /// <summary>The middle of the body.</summary>
    public double Middle => Bottom + (Body / 2);
}
