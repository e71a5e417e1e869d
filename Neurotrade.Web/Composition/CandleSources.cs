using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Commands;

namespace Neurotrade.Web.Composition;

/// <summary>Who is asked for <c>store:</c> addresses, in turn: what is stored, then what can be generated.</summary>
internal static class CandleSources
{
    public static IReadOnlyList<ICandleSource> Of(StateFolder state) => [StoreOf(state), new GeneratedMarket()];

    /// <summary>The candle store itself.</summary>
    public static ICandleStore StoreOf(StateFolder state) => new ColumnStore(new RealDisk(), state.Root);
}
