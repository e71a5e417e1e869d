using System.CommandLine;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>
/// <c>walkforward</c>: optimises on a train range, runs that on the test range behind it, and rolls on (contracts 1).
/// </summary>
internal static class WalkForwardCommand
{
    private static readonly Option<string> Train = new("--train")
    {
        Description = "Length of a train range: 90d, 12h, 2000 bars",
        HelpName = "D",
        Required = true,
    };

    private static readonly Option<string> Test = new("--test")
    {
        Description = "Length of a test range; test ranges follow one another without a gap",
        HelpName = "D",
        Required = true,
    };

    public static Verb Verb => new Verb("walkforward", "Optimises on rolling train ranges and runs the best on what follows each", Run)
        .With(RunOptions.All)
        .With(SharedOptions.Out, Train, Test)
        .With(SweepCommand.Options);

    private static int Run(VerbContext context)
    {
        RunRequest request = RunOptions.Read(context);
        SweepRequest sweep = SweepCommand.Read(context, request);
        string folder = context.Required(SharedOptions.Out);
        OutputPath.RefuseAFile(folder);
        long start = context.Clock.GetTimestamp();
        PreparedRun run = PreparedRun.Read(SweepCommand.AtOwnValues(request), CandleSources.Of(context.State), context.Cancel);
        TimeSpan readTime = context.Clock.GetElapsedTime(start);
        BacktestCommand.Report(context, run);
        SweepInput asked = SweepJob.InputOf(run, sweep);
        using DeviceChoice device = SweepCommand.Choose(context, asked);
        RefuseSingle(device);
        SweepInput input = device.On(asked);
        FinishedWalkForward finished = Run(context, run, input, PlanOf(context, input), folder);
        if (context.IsJson)
        {
            WalkForwardJson.Write(context, finished, folder, readTime);
        }
        else
        {
            WalkForwardSummary.Write(context.Terminal, finished, folder, readTime);
        }

        return ExitCode.Done;
    }

    // What is chosen on a train range is judged by a backtest of doubles.
    private static void RefuseSingle(DeviceChoice device)
    {
        if (device.Device?.Precision == SweepPrecision.Singles)
        {
            throw new InputException(new Problem("--precision", 0, 0, "'single': a walk-forward is computed in doubles; leave it out"));
        }
    }

    private static FinishedWalkForward Run(
        VerbContext context, PreparedRun run, SweepInput input, WalkForwardPlan plan, string folder)
    {
        using Progress progress = context.Progress("Walk-forward");
        try
        {
            TrialFolder trials = new(context.State.Trials);
            return WalkForwardJob.Run(
                run, input, plan, folder, trials, SweepCommand.Resumes(context), context.Clock, progress, context.Cancel);
        }
        catch (OperationCanceledException)
        {
            context.Terminal.Note(
                $"neurotrade: what is done lies in {WalkForwardJob.PartPath(folder)}; --resume goes on with it");
            throw;
        }
    }

    private static WalkForwardPlan PlanOf(VerbContext context, SweepInput input)
    {
        Timeframe own = input.Template.Reading.Strategy.Market.Timeframe;
        List<Problem> problems = [];
        long train = LengthOf(context, Train, own, problems);
        long test = LengthOf(context, Test, own, problems);
        return problems.Count > 0 ? throw new InputException(problems) : WalkForwardPlan.Of(input, train, test);
    }

    private static long LengthOf(VerbContext context, Option<string> option, Timeframe own, List<Problem> problems)
    {
        string text = context.Required(option);
        if (WalkForwardPlan.LengthOf(text, own) is not { } length)
        {
            problems.Add(new Problem(option.Name, 0, 0, $"'{text}': not a length of time; expected one like 90d, 12h or 2000 bars"));
            return 0;
        }

        return length;
    }
}
