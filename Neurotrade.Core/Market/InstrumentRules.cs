using System.Collections.Immutable;

namespace Neurotrade.Core.Market;

/// <summary>What an exchange allows, by pair (contracts 4.2).</summary>
/// <param name="fileName">The document from which they come, as the person named it.</param>
/// <param name="instruments">One a pair.</param>
public sealed class InstrumentRules(string fileName, ImmutableArray<Instrument> instruments)
{
    /// <summary>Every pair of the document.</summary>
    public ImmutableArray<Instrument> All { get; } = instruments;

    /// <summary>The rules of those pairs, in that order; a pair without any is a problem of the document.</summary>
    public ImmutableArray<Instrument> Of(ImmutableArray<Symbol> symbols)
    {
        List<Problem> problems = [];
        ImmutableArray<Instrument>.Builder found = ImmutableArray.CreateBuilder<Instrument>();
        foreach (Symbol symbol in symbols)
        {
            Instrument? instrument = All.FirstOrDefault(known => known.Symbol == symbol);
            if (instrument is null)
            {
                problems.Add(new Problem(
                    fileName, 0, 0, $"no rules for {symbol}, expected \"{symbol.Joined}\" among its \"symbols\""));
            }
            else
            {
                found.Add(instrument);
            }
        }

        return problems.Count == 0 ? found.ToImmutable() : throw new InputException(problems);
    }
}
