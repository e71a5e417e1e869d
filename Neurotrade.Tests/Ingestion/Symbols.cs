using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

/// <summary>Symbols that tests name.</summary>
internal static class Symbols
{
    public static Symbol BtcUsdt { get; } = Parse("BTC/USDT");

    public static Symbol Parse(string text) =>
        Symbol.TryParse(text, out Symbol symbol) ? symbol : throw new ArgumentException(text, nameof(text));
}
