using Neurotrade.Web.Commands;

namespace Neurotrade.Tests.Commands;

/// <summary>One verb run in this process: its exit code and what it wrote.</summary>
/// <param name="ExitCode">Contracts 1.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record VerbRun(int ExitCode, string Out, string Error)
{
    /// <summary>Lines of standard error.</summary>
    public string[] Problems => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a verb as the command line would, without a terminal.</summary>
    public static Task<VerbRun> Of(params string[] args) => UntilAsync(args, TestContext.Current.CancellationToken);

    /// <summary>The same with a token that may be cancelled.</summary>
    public static async Task<VerbRun> UntilAsync(string[] args, CancellationToken cancel)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await CommandLine.RunAsync(args, new Terminal(output, error), TimeProvider.System, cancel);
        return new VerbRun(code, output.ToString(), error.ToString());
    }
}
