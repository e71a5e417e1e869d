using System.ComponentModel;
using System.Diagnostics;

namespace Neurotrade.Web.Doctor;

/// <summary>Looks for Node.js, and for CCXT in it.</summary>
internal static class Node
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<Finding> RuntimeAsync(string use, CancellationToken cancel)
    {
        string? version = await AskAsync(["--version"], cancel);
        return version is null
            ? new Finding("Node", false, "tried node --version", "https://nodejs.org, version 20 or newer", use)
            : new Finding("Node", true, version, string.Empty, use);
    }

    public static async Task<Finding> CcxtAsync(string use, CancellationToken cancel)
    {
        const string question = "process.stdout.write(require('ccxt/package.json').version)";
        string? version = await AskAsync(["-e", question], cancel);
        return version is null
            ? new Finding("CCXT", false, "tried require('ccxt') in Node", "npm install ccxt", use)
            : new Finding("CCXT", true, version, string.Empty, use);
    }

    /// <summary>What Node prints; null where it is absent, fails or takes too long.</summary>
    private static async Task<string?> AskAsync(string[] arguments, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            },
        };
        try
        {
            process.Start();
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            string text = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await errors;
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 && text.Length > 0 ? text.Trim() : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}
