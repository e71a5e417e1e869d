using System.Diagnostics;

namespace Neurotrade.Tests.Commands;

/// <summary>The built program run as a process of its own, as a person would: its exit code and what it wrote.</summary>
internal sealed record ProcessRun(int ExitCode, string Out, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program that was built beside these tests.</summary>
    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Neurotrade.Web",
        new DirectoryInfo(AppContext.BaseDirectory).Name, "neurotrade.dll"));

    /// <summary>Runs to the end in a working folder, with variables added to the environment.</summary>
    public static async Task<ProcessRun> OfAsync(
        string workingFolder, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        using Process process = Start(workingFolder, environment, args);
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel);
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel).WaitAsync(Patience, cancel);
        return new ProcessRun(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and leaves it running; the caller ends it.</summary>
    public static Process Start(
        string workingFolder, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. args])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
