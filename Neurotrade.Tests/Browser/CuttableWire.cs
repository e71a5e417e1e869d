using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Neurotrade.Tests.Browser;

/// <summary>A wire between a browser and a server that can be cut and joined again; it has an address of its own.</summary>
internal sealed class CuttableWire : IDisposable
{
    private readonly Uri server;
    private readonly ConcurrentDictionary<TcpClient, bool> ends = new();
    private readonly int port;
    private TcpListener listener;

    public CuttableWire(Uri server)
    {
        this.server = server;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    /// <summary>The server's address through the wire, with a slash at the end.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}/");

    /// <summary>Ends every connection and takes no other.</summary>
    public void Cut()
    {
        listener.Stop();
        foreach (TcpClient end in ends.Keys)
        {
            end.Close();
        }
    }

    /// <summary>Takes connections again.</summary>
    public void Join()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    public void Dispose() => Cut();

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await from.AcceptTcpClientAsync());
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The wire was cut.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using TcpClient near = browser;
        using var far = new TcpClient();
        ends[near] = ends[far] = true;
        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException)
        {
            // Either end has gone.
        }
        finally
        {
            ends.TryRemove(near, out _);
            ends.TryRemove(far, out _);
        }
    }
}
