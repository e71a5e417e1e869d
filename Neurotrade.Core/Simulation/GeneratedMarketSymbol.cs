using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>What one symbol of the generated market is like.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="LogPrice">Natural logarithm of the price around which it wanders.</param>
/// <param name="TicksOfUnit">How many ticks make one unit of quote currency.</param>
/// <param name="DailyVolatility">Deviation of a quiet day's return, a fraction.</param>
/// <param name="MarketShare">Correlation of its returns with the market's.</param>
/// <param name="QuoteOfMinute">Quote currency traded in a usual minute.</param>
internal sealed record GeneratedMarketSymbol(
    Symbol Symbol, double LogPrice, long TicksOfUnit, double DailyVolatility, double MarketShare, double QuoteOfMinute)
{
    /// <summary>Volumes are whole multiples of 1 / this.</summary>
    public const long LotsOfUnit = 100_000;

    /// <summary>
    /// The well-known symbols have their own character; any other name has one drawn from its letters.
    /// </summary>
    public static GeneratedMarketSymbol Of(Symbol symbol) => symbol.Base switch
    {
        "BTC" => new(symbol, 10.6, 100, 0.020, 0.92, 900_000),
        "ETH" => new(symbol, 7.8, 100, 0.026, 0.86, 500_000),
        "SOL" => new(symbol, 4.6, 100, 0.036, 0.76, 150_000),
        _ => Drawn(symbol),
    };

    private static GeneratedMarketSymbol Drawn(Symbol symbol)
    {
        // The character belongs to the name, not to the seed.
        GeneratedMarketChance chance = GeneratedMarketChance.Of(0, symbol.Base);
        double logPrice = -3 + (9 * chance.Uniform(0));
        long ticks = logPrice switch { > 2 => 100, > -1 => 10_000, _ => 1_000_000 };
        double volatility = 0.03 + (0.03 * chance.Uniform(1));
        double share = 0.55 + (0.25 * chance.Uniform(2));
        return new(symbol, logPrice, ticks, volatility, share, 20_000 + (80_000 * chance.Uniform(3)));
    }
}
