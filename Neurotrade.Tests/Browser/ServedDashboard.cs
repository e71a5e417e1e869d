using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Neurotrade.Tests.Commands;

namespace Neurotrade.Tests.Browser;

/// <summary>The built program, serving as a process of its own over a state folder; it can be killed and started again.</summary>
internal sealed class ServedDashboard : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string state;
    private readonly StringBuilder log = new();
    private Process? process;
    private Uri? address;

    private ServedDashboard(string state) => this.state = state;

    /// <summary>Its address, with a slash at the end; the same after a restart.</summary>
    public Uri Address => address!;

    /// <summary>Bytes of memory that the process occupies now.</summary>
    public long WorkingSetBytes
    {
        get
        {
            process!.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>What it wrote to standard error so far.</summary>
    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    /// <summary>Starts <c>serve</c> on a free port; ready when it says where it is.</summary>
    public static async Task<ServedDashboard> StartAsync(string state)
    {
        var served = new ServedDashboard(state);
        await served.RunAsync("http://127.0.0.1:0");
        return served;
    }

    /// <summary>Runs another verb over the same state folder to its end.</summary>
    public static async Task CommandAsync(string state, params string[] args)
    {
        ProcessRun run = await ProcessRun.OfAsync(state, Variables(state), args);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    /// <summary>Ends it at once, as a lack of power does.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it again at the address that it had.</summary>
    public Task StartAgainAsync() => RunAsync(Address.GetLeftPart(UriPartial.Authority));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static Dictionary<string, string?> Variables(string state) => new() { ["NEUROTRADE_DATA"] = state };

    private async Task RunAsync(string urls)
    {
        process = ProcessRun.Start(state, Variables(state), "serve", "--urls", urls, "--json");
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
            {
                log.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        var told = new StringBuilder();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Patience);
        while (!IsWhole(told.ToString(), out address))
        {
            string? line = await process.StandardOutput.ReadLineAsync(late.Token);
            Assert.True(line is not null, $"The server ended: {Log}");
            told.Append(line);
        }
    }

    // The document may be written over several lines.
    private static bool IsWhole(string json, out Uri? address)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            address = new Uri(document.RootElement.GetProperty("url").GetString() + "/");
            return true;
        }
        catch (JsonException)
        {
            address = null;
            return false;
        }
    }
}
