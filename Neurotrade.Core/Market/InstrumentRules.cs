using System.Collections.Immutable;

namespace Neurotrade.Core.Market;

/// <summary>What an exchange allows, by pair (contracts 4.2).</summary>
public sealed class InstrumentRules(ImmutableArray<Instrument> instruments)
{
    /// <summary>The pair's rules, or null where there are none.</summary>
    public Instrument? Find(Symbol symbol)
    {
        foreach (Instrument instrument in instruments)
        {
            if (instrument.Symbol == symbol)
            {
                return instrument;
            }
        }

        return null;
    }
}
