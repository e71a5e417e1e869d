using System.CommandLine;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>sweep</c>: many combinations of a strategy's parameters; writes <c>sweep.csv</c> (contracts 1, 5.4).</summary>
internal static class SweepCommand
{
    private static readonly Option<string?> Search = new("--search")
    {
        Description = "Which combinations are tried: all (grid), or --trials of them by --seed: drawn (random), or led by those before (guided)",
        HelpName = "grid|random|guided",
    };

    private static readonly Option<string?> Trials = new("--trials")
    {
        Description = "How many combinations a random or guided search tries; 1000 unless set",
        HelpName = "N",
    };

    /// <summary>What is best, in <c>analyse</c> too.</summary>
    public static readonly Option<string?> Objective = new("--objective")
    {
        Description = "What the table is sorted by, highest first: a figure, or an expression such as 'sharpe - 2 * max_drawdown'",
        HelpName = "METRIC",
    };

    /// <summary>The least trades that an objective asks for, in <c>analyse</c> too.</summary>
    public static readonly Option<string?> MinTrades = new("--min-trades")
    {
        Description = "Runs with fewer closed trades have no objective and stand last",
        HelpName = "N",
    };

    private static readonly Option<string?> Device = new("--device")
    {
        Description = "Where it is computed: the processor, a GPU by OpenCL, or what a short trial finds faster; the rows are the same",
        HelpName = "cpu|gpu|auto",
    };

    private static readonly Option<string?> Precision = new("--precision")
    {
        Description = "Numbers in which it is computed; single, on a GPU alone, is near and marked in every row",
        HelpName = "double|single",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Goes on with a sweep that was cut short in this folder",
    };

    public static Verb Verb => new Verb("sweep", "Tries many combinations of a strategy's parameters and sorts them", Run)
        .With(RunOptions.All)
        .With(SharedOptions.Out)
        .With(Options);

    /// <summary>What a sweep takes beside strategy, data and folder.</summary>
    public static Option[] Options => [Search, Trials, Objective, MinTrades, Device, Precision, Resume];

    /// <summary>Whether <c>--resume</c> was said.</summary>
    public static bool Resumes(VerbContext context) => context.Get(Resume);

    private static int Run(VerbContext context)
    {
        RunRequest request = RunOptions.Read(context);
        SweepRequest sweep = Read(context, request);
        string folder = context.Required(SharedOptions.Out);
        OutputPath.RefuseAFile(folder);

        long start = context.Clock.GetTimestamp();
        PreparedRun run = PreparedRun.Read(AtOwnValues(request), CandleSources.Of(context.State), context.Cancel);
        TimeSpan readTime = context.Clock.GetElapsedTime(start);
        BacktestCommand.Report(context, run);
        SweepInput asked = SweepJob.InputOf(run, sweep);
        using DeviceChoice device = Choose(context, asked);
        SweepInput input = device.On(asked);
        FinishedSweep finished = Run(context, run, input, folder);
        if (finished.EverTried is null)
        {
            context.Terminal.Note($"neurotrade: what was tried could not be kept in {context.State.Trials}");
        }

        if (context.IsJson)
        {
            SweepJson.Write(context, finished, folder, readTime);
        }
        else
        {
            SweepSummary.Write(context.Terminal, finished, folder, readTime);
        }

        return ExitCode.Done;
    }

    private static FinishedSweep Run(VerbContext context, PreparedRun run, SweepInput input, string folder)
    {
        using Progress progress = context.Progress("Sweep");
        try
        {
            TrialFolder trials = new(context.State.Trials);
            return SweepJob.Run(run, input, folder, trials, Resumes(context), context.Clock, new Line(progress, input), context.Cancel);
        }
        catch (OperationCanceledException)
        {
            context.Terminal.Note($"neurotrade: what is done lies in {SweepJob.PartPath(folder)}; --resume goes on with it");
            throw;
        }
    }

    /// <summary>What computes a sweep, as <c>--device</c> and <c>--precision</c> ask; said on standard error where asked for.</summary>
    public static DeviceChoice Choose(VerbContext context, SweepInput input)
    {
        SweepPrecision precision = context.Get(Precision) == "single" ? SweepPrecision.Singles : SweepPrecision.Doubles;
        DeviceRequest request = new(context.Get(Device) ?? "cpu", precision);
        DeviceChoice choice = DeviceChoice.Of(input, request, context.Clock, context.Cancel);
        if (choice.Why is { } why)
        {
            context.Terminal.Note($"neurotrade: {why}");
        }

        return choice;
    }

    /// <summary>The strategy is read at its own values; what <c>--set</c> says are ranges here.</summary>
    public static RunRequest AtOwnValues(RunRequest request) =>
        request with { Overrides = request.Overrides with { Set = StrategyOverrides.None.Set } };

    /// <summary>The sweep that the options ask for.</summary>
    public static SweepRequest Read(VerbContext context, RunRequest request)
    {
        var values = new OptionValues(context);
        string search = values.Word(Search, "grid", "random", "guided");
        int trials = values.Integer(Trials, SweepSearch.UsualTrials);
        int minTrades = values.Integer(MinTrades, fallback: 0);
        string device = values.Word(Device, "cpu", "gpu", "auto");
        if (values.Word(Precision, "double", "single") == "single" && device != "gpu")
        {
            values.Refuse(Precision, "single", "computed on a device alone; expected --device gpu beside it");
        }

        SweepObjective? objective = values.Try(() => SweepObjective.Parse(context.Get(Objective) ?? SweepObjective.Usual, minTrades));
        values.ThrowIfAny();
        return new SweepRequest(
            request.Overrides.Set,
            SweepSearch.Of(search, Math.Max(1, trials), request.Data.Seed),
            objective!);
    }

    private sealed class Line(Progress bar, SweepInput input) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) =>
            bar.Report(value.Share, room => BestSoFar.Text(value, input.Plan, input.Objective, room));
    }
}
