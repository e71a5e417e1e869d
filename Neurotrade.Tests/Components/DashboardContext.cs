using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Components;
using Neurotrade.Web.Composition;
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
using Neurotrade.Web.Infrastructure.Sqlite;
using Radzen;

namespace Neurotrade.Tests.Components;

/// <summary>Everything that pages ask for, over a state folder of its own; no job runs unless a test takes it.</summary>
public abstract class DashboardContext : BunitContext
{
    private readonly TemporaryFolder folder = new();

    protected DashboardContext()
    {
        StateFolder state = StateFolder.Of(folder.Path, null, null);
        Directory.CreateDirectory(state.Runs);
        var database = new StateDatabase(state);
        database.Prepare();
        Archive = new RunArchive(state.Runs);
        Jobs = new JobQueue(new JobStore(database, TimeProvider.System), TimeProvider.System);
        Shelf = new StrategyShelf(folder["strategies"], folder["samples"], TimeProvider.System);
        Candles = new CandleShelf(CandleSources.StoreOf(state), TimeProvider.System);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Archive);
        var list = new RunList(Archive, TimeProvider.System, NullLogger<RunList>.Instance);
        Services.AddSingleton(list);
        Services.AddSingleton(History = new RunHistory(Archive, list, new RunLimits { MostRuns = 10 }, TimeProvider.System));
        Services.AddSingleton(StoredRuns.Open(Archive));
        Services.AddSingleton(Jobs);
        Services.AddSingleton(Shelf);
        Services.AddSingleton(new StrategyFactsShelf());
        Services.AddSingleton(new QuickCandles(Candles, [new GeneratedMarket()]));
        Services.AddSingleton(Candles);
        Services.AddSingleton(Rules = new RulesShelf(folder["rules"]));
        SweepFiles = new SweepStore(state.Sweeps);
        Sweeps = new SweepQueue(SweepFiles, TimeProvider.System);
        Services.AddSingleton(Sweeps);
        Services.AddSingleton(new OpenSweeps(Sweeps, SweepFiles, TimeProvider.System));
        Services.AddSingleton(new SweepTrials(Sweeps, Rules, [new GeneratedMarket()], TimeProvider.System));
        Services.AddSingleton(new TrialFolder(state.Trials));
        Imports = new ImportQueue(new ImportStore(folder.Path), TimeProvider.System);
        Services.AddSingleton(Imports);
        Services.AddSingleton(new Stocktaking(Shelf, new StrategyFactsShelf(), Candles, state));
        Services.AddSingleton(new Machine(() => Task.FromResult(Findings)));
        Services.AddRadzenComponents();
        Services.AddScoped<PageAddress>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.AddInvocationHandler(Browser = new BrowserAddress(Services.GetRequiredService<NavigationManager>));
    }

    /// <summary>What this machine offers, as far as pages know.</summary>
    private protected IReadOnlyList<Finding> Findings { get; set; } = [];

    private protected BrowserAddress Browser { get; }

    private protected RunArchive Archive { get; }

    private protected RunHistory History { get; }

    private protected JobQueue Jobs { get; }

    private protected StrategyShelf Shelf { get; }

    private protected CandleShelf Candles { get; }

    private protected RulesShelf Rules { get; }

    private protected ImportQueue Imports { get; }

    private protected SweepQueue Sweeps { get; }

    private protected SweepStore SweepFiles { get; }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
