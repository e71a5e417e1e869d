using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Neurotrade.Core.Adapters.Binance.Rest;

namespace Neurotrade.Tests.Adapters.Binance;

/// <summary>A real server on this machine that answers as a test tells it to.</summary>
internal sealed class LoopbackVenue : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackVenue(WebApplication app) => this.app = app;

    /// <summary>Paths with their queries, in the order in which they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Where it listens.</summary>
    public BinanceEnvironment Environment => BinanceEnvironment.Custom(app.Urls.First());

    /// <summary>Starts one.</summary>
    public static async Task<LoopbackVenue> StartAsync(Func<HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        app.UseWebSockets();
        LoopbackVenue venue = new(app);
        app.Run(context =>
        {
            venue.Requests.Enqueue(context.Request.Path + context.Request.QueryString.Value);
            return answer(context);
        });
        await app.StartAsync();
        return venue;
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }
}
