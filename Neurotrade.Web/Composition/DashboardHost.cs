using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Components;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.History;
using Neurotrade.Web.Dashboard.Home;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Rules;
using Neurotrade.Web.Dashboard.Strategies;
using Neurotrade.Web.Dashboard.Strategies.Quick;
using Neurotrade.Web.Doctor;
using Neurotrade.Web.Endpoints;
using Neurotrade.Web.Hosting;
using Neurotrade.Web.Infrastructure.Sqlite;
using Neurotrade.Web.Security;
using Radzen;

namespace Neurotrade.Web.Composition;

/// <summary>Puts the dashboard together: the only place where pages, archive and server meet.</summary>
internal static class DashboardHost
{
    /// <summary>A host ready to start.</summary>
    public static WebApplication Build(
        IConfiguration settings, StateFolder state, ListenAddresses addresses, TimeProvider clock)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Found from any working directory, and under a test's own entry point too.
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseUrls(addresses.Urls);

        // In every environment, not only in development: `dotnet run` has no published wwwroot.
        builder.WebHost.UseStaticWebAssets();
        AddLogging(builder.Logging, settings);
        AddServices(builder.Services, settings, state, addresses, clock);

        WebApplication app = builder.Build();
        app.Services.GetRequiredService<StateDatabase>().Prepare();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapReports();
        app.MapRuns();
        app.MapRunFiles();
        app.MapComparisons();
        app.MapCandles();
        app.MapImports();
        app.MapSweeps();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }

    private static void AddServices(
        IServiceCollection services, IConfiguration settings, StateFolder state, ListenAddresses addresses, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(state);
        services.AddSingleton(new RunArchive(state.Runs));
        services.AddSingleton<RunList>();
        services.AddSingleton(RunLimits.Of(settings));
        services.AddSingleton<RunHistory>();
        services.AddSingleton<OpenRuns>();
        services.AddSingleton(CandleSources.Of(state));
        services.AddSingleton(CandleSources.StoreOf(state));
        services.AddSingleton<CandleShelf>();
        services.AddSingleton(new ImportStore(state.Root));
        services.AddSingleton<ImportQueue>();
        services.AddSingleton(new StrategyShelf(
            Path.Combine(state.Root, "strategies"), Path.Combine(AppContext.BaseDirectory, "samples", "strategies"), clock));
        services.AddSingleton<StrategyFactsShelf>();
        services.AddSingleton<Stocktaking>();
        services.AddSingleton(new Machine(() => Examination.OfThisMachineAsync(state, CancellationToken.None)));
        services.AddSingleton<QuickCandles>();
        services.AddSingleton(new RulesShelf(Path.Combine(state.Root, "rules")));
        services.AddSingleton<StateDatabase>();
        services.AddSingleton<IDbContextFactory<StateContext>>(provider => provider.GetRequiredService<StateDatabase>());
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton(new SweepStore(state.Sweeps));
        services.AddSingleton<SweepQueue>();
        services.AddSingleton<SweepTrials>();
        services.AddSingleton<OpenSweeps>();
        services.AddSingleton(new TrialFolder(state.Trials));
        services.AddSingleton<SampleBacktest>();
        services.AddHostedService<BacktestWorker>();
        services.AddHostedService<ImportWorker>();
        services.AddHostedService<SweepWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<RunList>());
        services.AddHostedService<RunSweeper>();

        // Pages that stay open do not keep Ctrl-C waiting.
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.AddDataProtection()
            .SetApplicationName("neurotrade")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(state.Root, "keys")));
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = addresses.AllowedHosts);
        services.AddRazorComponents().AddInteractiveServerComponents()
            // A strategy's whole text comes in one message.
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 4 * StrategyShelf.MostBytes);
        services.AddScoped<PageAddress>();
        services.AddRadzenComponents();
    }

    private static void AddLogging(ILoggingBuilder logging, IConfiguration settings)
    {
        logging.ClearProviders();
        logging.AddConfiguration(settings.GetSection("Logging"));

        // The keys lie in the person's own folder; a failed start is told by the verb, in one line.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
