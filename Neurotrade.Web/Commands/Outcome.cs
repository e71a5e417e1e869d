using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>Turns what a verb threw into lines for a person and an exit code; no stack trace reaches anyone.</summary>
internal static class Outcome
{
    public static int Of(Exception exception, Terminal terminal, CancellationToken cancel)
    {
        terminal.EndDrawing();
        switch (exception)
        {
            case InputException input:
                foreach (Problem problem in input.Problems)
                {
                    terminal.Report(problem);
                }

                return ExitCode.BadInput;

            case OperationCanceledException when cancel.IsCancellationRequested:
                terminal.Note("neurotrade: cancelled");
                return ExitCode.Cancelled;

            // The reader of our output went away (`neurotrade … | head`): nobody is left to be told.
            case IOException when IsBrokenPipe(exception):
                return ExitCode.Failed;

            case IOException or UnauthorizedAccessException:
                terminal.Note($"neurotrade: {FirstLine(exception)}");
                return ExitCode.Failed;

            case AggregateException { InnerExceptions.Count: 1 } one:
                return Of(one.InnerExceptions[0], terminal, cancel);

            default:
                terminal.Note($"neurotrade: a defect of this program ({exception.GetType().Name}): {FirstLine(exception)}");
                return ExitCode.Failed;
        }
    }

    /// <summary>Hands out what is still buffered; a reader that has gone away is no failure.</summary>
    public static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }

    private static bool IsBrokenPipe(Exception exception)
    {
        const int brokenPipe = 32;
        return exception.HResult == brokenPipe;
    }

    private static string FirstLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
