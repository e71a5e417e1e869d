using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>A place in the candle store: <c>store:EXCHANGE/SYMBOL/TIMEFRAME</c> (contracts 1).</summary>
public readonly record struct StoreAddress(string Exchange, Symbol Symbol, Timeframe Timeframe)
{
    /// <summary>What such an address begins with.</summary>
    public const string Prefix = "store:";

    private const int LongestExchange = 32;

    /// <summary>
    /// Reads an address; the symbol may be written <c>BTC/USDT</c>, <c>BTC-USDT</c> or <c>BTCUSDT</c>. The exchange is
    /// lower-case letters, digits and <c>-</c>.
    /// </summary>
    public static bool TryParse(string text, out StoreAddress address)
    {
        address = default;
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        string[] parts = text[Prefix.Length..].Split('/');
        if (parts.Length is not (3 or 4) || !IsExchange(parts[0]) || !Timeframe.TryParse(parts[^1], out Timeframe timeframe))
        {
            return false;
        }

        string pair = string.Join('/', parts[1..^1]);
        if (!Symbol.TryParse(pair.Replace('-', '/'), out Symbol symbol) && !Symbol.TryParseJoined(pair, out symbol))
        {
            return false;
        }

        address = new StoreAddress(parts[0], symbol, timeframe);
        return true;
    }

    /// <summary>Whether a name may stand for an exchange, and so for a folder of the store.</summary>
    public static bool IsExchange(string name) => name.Length is > 0 and <= LongestExchange && name[0] != '-'
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public override string ToString() => $"{Prefix}{Exchange}/{Symbol.Base}-{Symbol.Quote}/{Timeframe}";
}
