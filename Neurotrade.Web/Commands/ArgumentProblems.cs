using System.CommandLine;
using System.CommandLine.Parsing;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>What is wrong with the arguments, one problem each; the column is the argument's number from 1.</summary>
internal static class ArgumentProblems
{
    /// <summary>Arguments that hold nothing, as an unset variable in a script leaves behind.</summary>
    public static IEnumerable<Problem> Empty(string[] args) => args
        .Select((arg, at) => (arg, column: at + 1))
        .Where(one => string.IsNullOrWhiteSpace(one.arg))
        .Select(one => new Problem("arguments", 1, one.column, "This argument is empty; expected a value"));

    /// <summary>What the parser objects to.</summary>
    public static IEnumerable<Problem> Of(ParseResult parsed, string[] args)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string unknown in parsed.UnmatchedTokens)
        {
            int column = Array.IndexOf(args, unknown) + 1;
            seen.Add(unknown);
            yield return new Problem("arguments", 1, column, Unknown(parsed, unknown));
            bool isVerb = parsed.CommandResult.Command.Subcommands.Count > 0 && !unknown.StartsWith('-');
            if (isVerb)
            {
                // What follows was meant for a verb that is not there.
                yield break;
            }
        }

        foreach (ParseError error in parsed.Errors)
        {
            // An unknown word also leaves its command incomplete; the parser reports both.
            bool isSaid = seen.Any(unknown => error.Message.Contains($"'{unknown}'", StringComparison.Ordinal))
                || (seen.Count > 0 && error.SymbolResult is CommandResult { Command.Subcommands.Count: > 0 });
            if (!isSaid)
            {
                yield return new Problem("arguments", 1, ColumnOf(error, args), Words(error));
            }
        }
    }

    private static string Words(ParseError error) =>
        error.SymbolResult is CommandResult { Command: { Subcommands.Count: > 0 } group }
            ? $"'{group.Name}' needs a verb: {string.Join(", ", group.Subcommands.Select(command => command.Name))}"
            : error.Message;

    private static string Unknown(ParseResult parsed, string token)
    {
        Command at = parsed.CommandResult.Command;
        bool isOption = token.StartsWith('-');
        IEnumerable<string> known = isOption
            ? at.Options.Select(option => option.Name)
            : at.Subcommands.Select(command => command.Name);
        string? nearest = NearestName.Of(token, known.Order(StringComparer.Ordinal));
        string what = isOption ? "option" : at.Subcommands.Count > 0 ? "verb" : "argument";
        string suggestion = nearest is null ? "'--help' lists what there is" : $"did you mean '{nearest}'?";
        return $"Unknown {what} '{token}'; {suggestion}";
    }

    private static int ColumnOf(ParseError error, string[] args) =>
        error.SymbolResult is OptionResult { IdentifierToken.Value: { } name }
            ? Array.FindIndex(args, arg => arg == name || arg.StartsWith($"{name}=", StringComparison.Ordinal)) + 1
            : 0;
}
