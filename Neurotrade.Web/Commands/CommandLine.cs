using System.CommandLine;
using System.Runtime.InteropServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>Reads the arguments, runs one verb and turns every outcome into an exit code (contracts 1).</summary>
internal static class CommandLine
{
    /// <summary>Every verb, in the order in which help shows them.</summary>
    private static Verb[] Verbs =>
    [
        ServeCommand.Verb,
        BacktestCommand.Verb,
        CheckCommand.Verb,
        SweepCommand.Verb,
        WalkForwardCommand.Verb,
        AnalyseCommand.Verb,
        IndicatorsCommand.Verb,
        BenchCommand.Verb,
        DoctorCommand.Verb,
    ];

    /// <summary>Verbs under a common word.</summary>
    private static VerbGroup[] Groups =>
    [
        new(
            "data",
            "The candle store",
            [DataImportCommand.Verb, DataDownloadCommand.Verb, DataListCommand.Verb, DataVerifyCommand.Verb, DataExportCommand.Verb]),
    ];

    // An argument is what it says: `@name` is not a file of more arguments, and `-ab` is not two options.
    private static ParserConfiguration Reading => new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs the verb that the arguments name; never throws.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        using var cancel = new CancellationTokenSource();
        using IDisposable interrupt = OnSignal(PosixSignal.SIGINT, cancel);
        using IDisposable terminate = OnSignal(PosixSignal.SIGTERM, cancel);
        return await RunAsync(args, terminal, TimeProvider.System, Settings.Load, cancel.Token);
    }

    /// <summary>The same without signals, on a clock and settings of the caller's.</summary>
    public static async Task<int> RunAsync(
        string[] args,
        Terminal terminal,
        TimeProvider clock,
        Func<IConfigurationRoot> settings,
        CancellationToken cancel)
    {
        try
        {
            return await DispatchAsync(args, terminal, clock, settings, cancel);
        }
        catch (Exception exception)
        {
            return Outcome.Of(exception, terminal, cancel);
        }
        finally
        {
            Outcome.Flush(terminal);
        }
    }

    private static async Task<int> DispatchAsync(
        string[] args,
        Terminal terminal,
        TimeProvider clock,
        Func<IConfigurationRoot> settings,
        CancellationToken cancel)
    {
        if (LaterVerbs.Refusal(args) is { } refusal)
        {
            terminal.Report(refusal);
            return ExitCode.BadInput;
        }

        var verbs = new Dictionary<Command, Verb>();
        RootCommand root = Declare(verbs);
        ParseResult parsed = root.Parse(args, Reading);
        Problem[] problems = [.. ArgumentProblems.Empty(args)];
        if (problems.Length == 0 && parsed.Errors.Count > 0)
        {
            problems = [.. ArgumentProblems.Of(parsed, args)];
        }

        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }

        if (parsed.Action is not null && verbs.TryGetValue(parsed.CommandResult.Command, out Verb? verb)
            && ReferenceEquals(parsed.Action, parsed.CommandResult.Command.Action))
        {
            return await verb.RunAsync(new VerbContext(parsed, terminal, clock, settings, cancel));
        }

        // Help, the version, and a group without a verb.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { Output = terminal.Out, EnableDefaultExceptionHandler = false }, cancel);
    }

    private static RootCommand Declare(Dictionary<Command, Verb> verbs)
    {
        var serve = new Verb("neurotrade", string.Empty, ServeCommand.RunAsync);
        var root = new RootCommand("Neurotrade: candles in, judged decisions out. Without a verb it serves the dashboard.")
        {
            SharedOptions.Json,
            ServeCommand.Urls,
        };
        root.SetAction(static (_, _) => Task.FromResult(ExitCode.Done));
        verbs.Add(root, serve);
        foreach (Verb verb in Verbs)
        {
            root.Subcommands.Add(verb.Command);
            verbs.Add(verb.Command, verb);
        }

        foreach (VerbGroup group in Groups)
        {
            var command = new Command(group.Name, group.Summary);
            foreach (Verb verb in group.Verbs)
            {
                command.Subcommands.Add(verb.Command);
                verbs.Add(verb.Command, verb);
            }

            root.Subcommands.Add(command);
        }

        return root;
    }

    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource cancel) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The first asks the verb to end in good order; a second ends the process at once.
            context.Cancel = !cancel.IsCancellationRequested;
            cancel.Cancel();
        });
}
