using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>
/// <c>analyse</c>: asks of one run whether it can be believed; writes <c>overfitting.json</c> and says what is suspicious.
/// </summary>
internal static class AnalyseCommand
{
    private const int DefaultTrials = 1000;
    private const int DefaultDraws = 1000;

    // Rows and draws lie in memory.
    private const int Most = 100_000;

    private static readonly Option<string[]> Range = new("--range")
    {
        Description = "What is tried of a parameter around the run, as sweep's --set; its own range unless said; repeatable",
        HelpName = "NAME=lo:hi:step",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Trials = new("--trials")
    {
        Description = "The most combinations that are tried around the run, drawn where there are more; 1000 unless set",
        HelpName = "N",
    };

    private static readonly Option<string?> Draws = new("--draws")
    {
        Description = "Draws of each Monte Carlo; a fifth as many markets are made of the candles; 1000 unless set",
        HelpName = "N",
    };

    public static Verb Verb => new Verb("analyse", "Asks of a run whether it can be believed, and says what is suspicious", Run)
        .With(RunOptions.All)
        .With(SharedOptions.Out, Range, Trials, Draws, SweepCommand.Objective, SweepCommand.MinTrades);

    private static int Run(VerbContext context)
    {
        RunRequest request = RunOptions.Read(context);
        string folder = context.Required(SharedOptions.Out);
        OutputPath.RefuseAFile(folder);
        Asked asked = Read(context);
        PreparedRun run = PreparedRun.Read(request, CandleSources.Of(context.State), context.Cancel);
        BacktestCommand.Report(context, run);
        ExaminationInput input = AnalyseJob.InputOf(run, asked.Ranges, asked.Objective, asked.Trials, asked.Draws);
        Examination found;
        using (Progress progress = context.Progress("Analysis"))
        {
            found = Examination.Of(input, progress, context.Cancel);
        }

        ImmutableArray<Finding> findings = Findings.Of(found);
        ResultFile file = OverfittingFile.Of(run, found, findings);
        Directory.CreateDirectory(folder);
        SweepJob.Write(Path.Combine(folder, file.Name), into => into.Write(file.ToArray()));
        TrialSummary? ever = input.Sweep is null ? null : new TrialFolder(context.State.Trials).Read(TrialFolder.NameOf(input.Sweep));
        if (context.IsJson)
        {
            context.WriteJson(writer => WriteJson(writer, file, folder, ever));
        }
        else
        {
            AnalyseSummary.Write(context.Terminal, run, found, findings, ever, Path.Combine(folder, file.Name));
        }

        return ExitCode.Done;
    }

    private static Asked Read(VerbContext context)
    {
        var values = new OptionValues(context);
        ImmutableSortedDictionary<string, string> ranges = values.Assignments(Range);
        int trials = values.Integer(Trials, DefaultTrials);
        int draws = values.Integer(Draws, DefaultDraws);
        int minTrades = values.Integer(SweepCommand.MinTrades, fallback: 0);
        SweepObjective? objective = values.Try(
            () => SweepObjective.Parse(context.Get(SweepCommand.Objective) ?? "sharpe", minTrades));
        values.Try(() => Limited("--trials", trials));
        values.Try(() => Limited("--draws", draws));
        values.ThrowIfAny();
        return new Asked(ranges, objective!, trials, draws);
    }

    private static string Limited(string option, int number) => number is >= 1 and <= Most
        ? option
        : throw new InputException(new Problem(option, 0, 0, $"'{number}': expected 1 to {Most}"));

    private static void WriteJson(Utf8JsonWriter writer, ResultFile file, string folder, TrialSummary? ever)
    {
        writer.WriteStartObject();
        writer.WriteString("out", folder);
        if (ever is { } known)
        {
            writer.WriteNumber("ever_tried", known.Count);
        }
        else
        {
            writer.WriteNull("ever_tried");
        }

        using (JsonDocument document = JsonDocument.Parse(file.ToArray()))
        {
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                property.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private sealed record Asked(
        ImmutableSortedDictionary<string, string> Ranges, SweepObjective Objective, int Trials, int Draws);
}
