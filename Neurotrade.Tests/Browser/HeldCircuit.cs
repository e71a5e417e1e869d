using System.Text;
using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser;

/// <summary>The way of the server's messages to a page, which can be held back: what is done meanwhile is done within one round trip.</summary>
internal sealed class HeldCircuit
{
    private readonly Lock guard = new();
    private readonly Queue<(IWebSocketRoute Page, IWebSocketFrame Frame)> held = new();
    private bool isHeld;
    private string? awaited;
    private TaskCompletionSource heard = new();

    private HeldCircuit()
    {
    }

    /// <summary>Before the page is opened.</summary>
    public static async Task<HeldCircuit> OfAsync(IPage page)
    {
        var circuit = new HeldCircuit();
        await page.RouteWebSocketAsync(url => url.Contains("_blazor", StringComparison.Ordinal), circuit.Carry);
        return circuit;
    }

    /// <summary>Holds back from now on.</summary>
    public void Hold()
    {
        lock (guard)
        {
            isHeld = true;
        }
    }

    /// <summary>Holds back from the moment at which the page says something with this word in it; done when it has.</summary>
    public Task HoldAtAsync(string word)
    {
        lock (guard)
        {
            (awaited, heard) = (word, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return heard.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Lets through what was held back, and all that comes.</summary>
    public void Release()
    {
        lock (guard)
        {
            isHeld = false;
            while (held.TryDequeue(out (IWebSocketRoute Page, IWebSocketFrame Frame) one))
            {
                Send(one.Page, one.Frame);
            }
        }
    }

    private void Carry(IWebSocketRoute page)
    {
        IWebSocketRoute server = page.ConnectToServer();
        page.OnMessage(frame =>
        {
            lock (guard)
            {
                if (awaited is not null && Encoding.UTF8.GetString(frame.Binary!).Contains(awaited, StringComparison.Ordinal))
                {
                    (awaited, isHeld) = (null, true);
                    heard.SetResult();
                }
            }

            Send(server, frame);
        });
        server.OnMessage(frame =>
        {
            lock (guard)
            {
                if (isHeld)
                {
                    held.Enqueue((page, frame));
                }
                else
                {
                    Send(page, frame);
                }
            }
        });
    }

    // Which of a frame's two readings was sent is not told; both ends read bytes, in the greeting too.
    private static void Send(IWebSocketRoute to, IWebSocketFrame frame) => to.Send(frame.Binary!);
}
