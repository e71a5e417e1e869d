namespace Neurotrade.Core.Market;

/// <summary>A traded pair: <c>BTC/USDT</c> is BTC priced in USDT.</summary>
public readonly record struct Symbol : IComparable<Symbol>
{
    private const int LongestAsset = 32;

    // Binance joins the two assets; the longest quote that fits is taken.
    private static readonly string[] KnownQuotes =
    [
        "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "BIDR", "USD", "EUR", "TRY", "BRL", "GBP", "JPY", "DAI",
        "BTC", "ETH", "BNB",
    ];

    private Symbol(string @base, string quote) => (Base, Quote) = (@base, quote);

    /// <summary>The asset that is bought and sold.</summary>
    public string Base { get; }

    /// <summary>The asset in which it is priced.</summary>
    public string Quote { get; }

    /// <summary>Reads <c>BTC/USDT</c>; letters are upper-cased; assets are letters and digits.</summary>
    public static bool TryParse(string text, out Symbol symbol)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        symbol = default;
        if (slash < 1 || !IsAsset(text.AsSpan(0, slash)) || !IsAsset(text.AsSpan(slash + 1)))
        {
            return false;
        }

        symbol = new Symbol(text[..slash].ToUpperInvariant(), text[(slash + 1)..].ToUpperInvariant());
        return true;
    }

    /// <summary>Reads a pair as Binance writes it: <c>BTCUSDT</c>.</summary>
    public static bool TryParseJoined(string text, out Symbol symbol)
    {
        string upper = text.ToUpperInvariant();
        foreach (string quote in KnownQuotes)
        {
            if (upper.Length > quote.Length && upper.EndsWith(quote, StringComparison.Ordinal)
                && IsAsset(upper.AsSpan(0, upper.Length - quote.Length)))
            {
                symbol = new Symbol(upper[..^quote.Length], quote);
                return true;
            }
        }

        symbol = default;
        return false;
    }

    /// <summary>The pair as Binance writes it: <c>BTCUSDT</c>.</summary>
    public string Joined => Base + Quote;

    public int CompareTo(Symbol other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(Symbol a, Symbol b) => a.CompareTo(b) < 0;

    public static bool operator >(Symbol a, Symbol b) => a.CompareTo(b) > 0;

    public static bool operator <=(Symbol a, Symbol b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Symbol a, Symbol b) => a.CompareTo(b) >= 0;

    public override string ToString() => $"{Base}/{Quote}";

    private static bool IsAsset(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestAsset)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
