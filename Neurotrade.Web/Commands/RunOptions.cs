using System.CommandLine;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>The options of every verb that runs a strategy over data, read into one request (contracts 1).</summary>
internal static class RunOptions
{
    private static readonly Option<string?> Rules = new("--rules")
    {
        Description = "An exchangeInfo document: lot steps and minimum notionals hold",
        HelpName = "FILE",
    };

    /// <summary>All of them but <c>--out</c>.</summary>
    public static Option[] All { get; } =
    [
        SharedOptions.Strategy, SharedOptions.Data, SharedOptions.From, SharedOptions.To, SharedOptions.Set,
        SharedOptions.Capital, Rules, SharedOptions.Symbol, SharedOptions.Timeframe, SharedOptions.Strict,
        SharedOptions.Seed,
    ];

    /// <summary>What was asked for; every value that cannot be read is a problem of one <see cref="InputException"/>.</summary>
    public static RunRequest Read(VerbContext context)
    {
        var values = new OptionValues(context);
        var request = new RunRequest
        {
            StrategyPath = context.Required(SharedOptions.Strategy),
            Data = new DataRequest
            {
                Sources = [.. context.Required(SharedOptions.Data)],
                Symbol = values.SymbolOf(SharedOptions.Symbol),
                Timeframe = values.TimeframeOf(SharedOptions.Timeframe),
                From = values.Time(SharedOptions.From),
                To = values.Time(SharedOptions.To),
                Seed = values.Integer(SharedOptions.Seed, fallback: 1),
                IsStrict = context.Get(SharedOptions.Strict),
            },
            Overrides = new StrategyOverrides
            {
                Set = values.Assignments(SharedOptions.Set),
                Capital = values.Positive(SharedOptions.Capital),
            },
            RulesPath = context.Get(Rules),
        };
        values.ThrowIfAny();
        return request;
    }
}
