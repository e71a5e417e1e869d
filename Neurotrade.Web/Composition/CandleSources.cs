using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Commands;

namespace Neurotrade.Web.Composition;

/// <summary>Who is asked for <c>store:</c> addresses, in turn: what is stored, then what can be generated.</summary>
internal static class CandleSources
{
    public static IReadOnlyList<ICandleSource> Of(StateFolder state) => [StoreOf(state), new GeneratedMarket()];

    /// <summary>
    /// The candle store itself; <see cref="InputException"/> where a file stands in the state folder's place, which would
    /// otherwise look like a store that is empty.
    /// </summary>
    public static ICandleStore StoreOf(StateFolder state) => File.Exists(state.Root)
        ? throw new InputException(new Problem(state.Root, 0, 0, "is a file, expected a folder for all state (NEUROTRADE_DATA)"))
        : new ColumnStore(new RealDisk(), state.Root);
}
