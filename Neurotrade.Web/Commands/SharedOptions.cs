using System.CommandLine;

namespace Neurotrade.Web.Commands;

/// <summary>Options that mean the same in every verb that has them (contracts 1).</summary>
internal static class SharedOptions
{
    /// <summary>In every verb.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "One JSON document on standard output, and nothing else there",
    };

    public static Option<string> Strategy { get; } = new("--strategy")
    {
        Description = "The strategy file (YAML or JSON)",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Repeatable: one a symbol, or a finer timeframe for <c>detail</c>.</summary>
    public static Option<string[]> Data { get; } = new("--data")
    {
        Description = "Candles: a file (.csv, .csv.gz, .zip), a folder, or store:EXCHANGE/SYMBOL/TIMEFRAME; repeatable",
        HelpName = "SRC",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Out { get; } = new("--out")
    {
        Description = "The folder for the results",
        HelpName = "DIR",
        Required = true,
    };

    public static Option<string?> From { get; } = new("--from")
    {
        Description = "First open time of the run; earlier candles only warm up features. A bare date is 00:00 UTC",
        HelpName = "TIME",
    };

    public static Option<string?> To { get; } = new("--to")
    {
        Description = "End of the run: bars that open before it",
        HelpName = "TIME",
    };

    public static Option<string[]> Set { get; } = new("--set")
    {
        Description = "Sets a parameter of the strategy; repeatable",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Capital { get; } = new("--capital")
    {
        Description = "Quote currency at the start, instead of the strategy's",
        HelpName = "N",
    };

    public static Option<string?> Symbol { get; } = new("--symbol")
    {
        Description = "The symbol of data whose file name does not tell it",
        HelpName = "BASE/QUOTE",
    };

    public static Option<string?> Timeframe { get; } = new("--timeframe")
    {
        Description = "The timeframe of the data, instead of the most frequent spacing of its rows",
        HelpName = "1m|15m|4h|1d",
    };

    public static Option<bool> Strict { get; } = new("--strict")
    {
        Description = "A candle row that is refused ends the run (exit code 2)",
    };

    public static Option<string?> Seed { get; } = new("--seed")
    {
        Description = "Seed of the generated market (store:sim/…); 1 unless set",
        HelpName = "N",
    };
}
