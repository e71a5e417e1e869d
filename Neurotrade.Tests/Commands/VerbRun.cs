using Microsoft.Extensions.Configuration;
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

    // Verbs that a test gives no state of its own share one that is not the person's.
    private static readonly TemporaryFolder SharedState = new();

    /// <summary>Runs a verb as the command line would, without a terminal.</summary>
    public static Task<VerbRun> Of(params string[] args) =>
        RunAsync(args, SharedState.Path, TestContext.Current.CancellationToken);

    /// <summary>The same with a state folder of the test's own.</summary>
    public static Task<VerbRun> WithStateAsync(string stateFolder, params string[] args) =>
        RunAsync(args, stateFolder, TestContext.Current.CancellationToken);

    /// <summary>The same with a token that may be cancelled.</summary>
    public static Task<VerbRun> UntilAsync(string[] args, CancellationToken cancel) =>
        RunAsync(args, SharedState.Path, cancel);

    private static async Task<VerbRun> RunAsync(string[] args, string stateFolder, CancellationToken cancel)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int code = await CommandLine.RunAsync(
            args, new Terminal(output, error), TimeProvider.System, () => SettingsWith(stateFolder), cancel);
        return new VerbRun(code, output.ToString(), error.ToString());
    }

    private static IConfigurationRoot SettingsWith(string stateFolder) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Data", stateFolder)])
        .Build();
}
