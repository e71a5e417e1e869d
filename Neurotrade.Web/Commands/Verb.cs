using System.CommandLine;

namespace Neurotrade.Web.Commands;

/// <summary>
/// One verb of the command line: what it is called, which options it takes, and what it does. A file a verb; how to add
/// one stands in Commands/README.md.
/// </summary>
internal sealed class Verb
{
    private readonly Func<VerbContext, Task<int>> run;

    /// <summary>A verb, or a group of verbs where <paramref name="run"/> is null.</summary>
    public Verb(string name, string summary, Func<VerbContext, Task<int>> run)
    {
        this.run = run;
        Command = new Command(name, summary);
        Command.Options.Add(SharedOptions.Json);
        Command.SetAction(static (_, _) => Task.FromResult(ExitCode.Done));
    }

    /// <summary>A verb that does not wait for anything.</summary>
    public Verb(string name, string summary, Func<VerbContext, int> run)
        : this(name, summary, context => Task.FromResult(run(context)))
    {
    }

    /// <summary>The verb as the parser knows it.</summary>
    public Command Command { get; }

    /// <summary>Adds options; returns itself.</summary>
    public Verb With(params ReadOnlySpan<Option> options)
    {
        foreach (Option option in options)
        {
            Command.Options.Add(option);
        }

        return this;
    }

    /// <summary>Adds positional arguments; returns itself.</summary>
    public Verb With(params ReadOnlySpan<Argument> arguments)
    {
        foreach (Argument argument in arguments)
        {
            Command.Arguments.Add(argument);
        }

        return this;
    }

    /// <summary>Does the work and returns the exit code; what goes wrong passes through as an exception.</summary>
    public Task<int> RunAsync(VerbContext context) => run(context);
}

/// <summary>Verbs under a common word: <c>data import</c>, <c>data list</c> ….</summary>
internal sealed record VerbGroup(string Name, string Summary, IReadOnlyList<Verb> Verbs);
