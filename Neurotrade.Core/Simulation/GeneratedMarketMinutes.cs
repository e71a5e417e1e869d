namespace Neurotrade.Core.Simulation;

/// <summary>A minute in whole ticks and lots.</summary>
internal readonly record struct GeneratedMarketMinute(long Open, long High, long Low, long Close, long Lots);

/// <summary>
/// Draws the 1,440 minutes of a generated day between its open and its close. Volatility is the day's, times the
/// hour's, times a noise of several lengths that all symbols share in part; a bridge leads the walk to the day's close.
/// </summary>
internal sealed class GeneratedMarketMinutes
{
    /// <summary>Minutes in a day.</summary>
    public const int OfDay = 1440;

    private const double JumpChance = 1.0 / 4000;

    // How busy each hour of a UTC day is, against its mean: Asia, Europe's morning, America's.
    private static readonly double[] HourActivity =
    [
        1.05, 0.95, 0.90, 0.85, 0.80, 0.78, 0.82, 0.92, 1.00, 0.98, 0.95, 0.96,
        1.05, 1.25, 1.45, 1.40, 1.25, 1.10, 1.02, 0.98, 0.95, 0.90, 0.85, 0.98,
    ];

    private static readonly double[] HourFactors = MakeHourFactors();

    private readonly GeneratedMarketSymbol symbol;
    private readonly GeneratedMarketChance marketSteps;
    private readonly GeneratedMarketChance marketNoise;
    private readonly GeneratedMarketChance marketJumps;
    private readonly GeneratedMarketChance ownSteps;
    private readonly GeneratedMarketChance ownNoise;
    private readonly GeneratedMarketChance shapes;
    private readonly double ownShare;
    private readonly double[] noise = new double[OfDay];
    private readonly double[] walk = new double[OfDay];
    private readonly double[] variance = new double[OfDay];
    private readonly double[] deviation = new double[OfDay];

    public GeneratedMarketMinutes(int seed, GeneratedMarketSymbol symbol)
    {
        this.symbol = symbol;
        marketSteps = GeneratedMarketChance.Of(seed, "market/minutes");
        marketNoise = GeneratedMarketChance.Of(seed, "market/noise");
        marketJumps = GeneratedMarketChance.Of(seed, "market/jumps");
        ownSteps = GeneratedMarketChance.Of(seed, symbol.Symbol + "/minutes");
        ownNoise = GeneratedMarketChance.Of(seed, symbol.Symbol + "/noise");
        shapes = GeneratedMarketChance.Of(seed, symbol.Symbol + "/shapes");
        ownShare = Math.Sqrt(1 - (symbol.MarketShare * symbol.MarketShare));
    }

    /// <summary>The minutes of a day, in order, into <paramref name="minutes"/> (1,440 long).</summary>
    public void Draw(in GeneratedMarketDay day, Span<GeneratedMarketMinute> minutes)
    {
        Walk(day);
        double shortfall = day.LogClose - day.LogOpen - walk[OfDay - 1];
        double perVariance = shortfall / variance[OfDay - 1];
        long before = Ticks(PortableMath.Exp(day.LogOpen));
        for (int m = 0; m < OfDay; m++)
        {
            // The last minute ends exactly where the next day begins.
            double log = m == OfDay - 1 ? day.LogClose : day.LogOpen + walk[m] + (perVariance * variance[m]);
            double price = PortableMath.Exp(log);
            minutes[m] = Shape((day.Day * OfDay) + m, before, Ticks(price), price, deviation[m], day.Activity);
            before = minutes[m].Close;
        }
    }

    private void Walk(in GeneratedMarketDay day)
    {
        long first = day.Day * OfDay;
        noise.AsSpan().Clear();
        AddNoise(marketNoise, first, 360, 1, 0.34);
        AddNoise(marketNoise, first, 60, 2, 0.28);
        AddNoise(ownNoise, first, 60, 1, 0.20);
        AddNoise(ownNoise, first, 15, 2, 0.20);
        double quiet = day.Volatility / Math.Sqrt(OfDay);
        (double at, double sum) = (0, 0);
        for (int m = 0; m < OfDay; m++)
        {
            double own = quiet * HourFactors[m] * PortableMath.Exp(noise[m]);
            double step = (symbol.MarketShare * marketSteps.Normal(first + m))
                + (ownShare * ownSteps.Normal(first + m));
            double jump = marketJumps.Uniform(first + m);
            step *= jump < JumpChance ? 4 + (4 * jump / JumpChance) : 1;
            at += own * step;
            sum += own * own;
            (walk[m], variance[m], deviation[m]) = (at, sum, own);
        }
    }

    // Knots of normal noise every so many minutes, joined by straight lines: continuous, and the same whoever asks.
    private void AddNoise(GeneratedMarketChance chance, long first, int every, int layer, double weight)
    {
        double right = chance.Normal((first / every << 2) + layer);
        for (int m = 0; m < OfDay; m += every)
        {
            double left = right;
            right = chance.Normal(((first + m + every) / every << 2) + layer);
            for (int i = 0; i < every; i++)
            {
                noise[m + i] += weight * (left + ((right - left) * i / every));
            }
        }
    }

    private static double[] MakeHourFactors() => [.. Enumerable.Range(0, OfDay).Select(HourOf)];

    private static double HourOf(int minuteOfDay)
    {
        // Each hour's figure holds at its middle; lines join them around midnight.
        double at = (minuteOfDay + 0.5 - 30) / 60;
        int hour = (int)Math.Floor(at);
        double share = at - hour;
        return (HourActivity[(hour + 24) % 24] * (1 - share)) + (HourActivity[(hour + 1) % 24] * share);
    }

    private GeneratedMarketMinute Shape(
        long minute, long before, long close, double price, double minuteDeviation, double dayActivity)
    {
        double ticks = minuteDeviation * price * symbol.TicksOfUnit;
        long shape = minute << 3;
        long open = Math.Max(1, before + (long)Math.Round(0.1 * ticks * shapes.Normal(shape)));
        long above = (long)Math.Round(Math.Abs(0.55 * ticks * shapes.Normal(shape + 1)));
        long below = (long)Math.Round(Math.Abs(0.55 * ticks * shapes.Normal(shape + 2)));
        long high = Math.Max(open, close) + above;
        long low = Math.Max(1, Math.Min(open, close) - below);

        // Volume follows the range of the minute and the day, and has a chance of its own.
        double range = (high - low) / Math.Max(ticks, 1);
        double busy = dayActivity * (0.3 + (0.45 * range)) * PortableMath.Exp(0.55 * shapes.Normal(shape + 3));
        double hour = minuteDeviation / symbol.DailyVolatility * Math.Sqrt(OfDay) / dayActivity;
        double lots = symbol.QuoteOfMinute * busy * hour / price * GeneratedMarketSymbol.LotsOfUnit;
        return new GeneratedMarketMinute(open, high, low, close, Math.Max(1, (long)Math.Round(lots)));
    }

    private long Ticks(double price) => Math.Max(1, (long)Math.Round(price * symbol.TicksOfUnit));
}
