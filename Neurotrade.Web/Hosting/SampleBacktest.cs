using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Hosting;

/// <summary>
/// At the first start asks for a backtest on the generated market, so that there is something to look at within
/// seconds. A job like any other; a folder that holds runs, or whose sample was asked for before, is left as it is.
/// </summary>
internal sealed class SampleBacktest(RunArchive archive, JobQueue queue, StrategyShelf shelf, ILogger<SampleBacktest> log)
{
    private const string Strategy = "01-golden-cross.yaml";
    private const string Data = "store:sim/BTC-USDT/1h";

    /// <summary>Asks once; again where the server ended before it was made.</summary>
    public void AskAtFirstStart()
    {
        if (Directory.Exists(archive.Folder) || queue.List().Any(job => job.State != JobState.Interrupted))
        {
            return;
        }

        try
        {
            if (shelf.Read(Strategy) is { } text)
            {
                queue.Ask(Strategy, text, new RunOrigin { Sources = [Data] });
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("No sample backtest: {Why}", unreadable.Message);
        }
    }
}
