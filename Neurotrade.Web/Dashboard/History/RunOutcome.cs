using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.History;

/// <summary>Something that can be said of what a run came to; runs are chosen by it.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Name">In words.</param>
/// <param name="IsOf">Whether it can be said of a run.</param>
/// <param name="IsWarning">Whether one should look before believing its figures; told beside its name.</param>
public sealed record RunOutcome(string Key, string Name, Func<KeptRun, bool> IsOf, bool IsWarning = false)
{
    // As in a result's own warnings (docs/metrics.md).
    private const int FewTrades = 30;
    private const int FewDays = 90;

    public static IReadOnlyList<RunOutcome> All { get; } =
    [
        new("pinned", "pinned", kept => kept.IsPinned),
        new("gained", "gained", kept => kept.Run.TotalReturn > 0),
        new("lost", "lost", kept => kept.Run.TotalReturn < 0),
        new("ahead", "ahead of buy and hold", kept => kept.Run.TotalReturn > kept.Run.BuyAndHoldReturn),
        new("behind", "behind buy and hold", kept => kept.Run.TotalReturn < kept.Run.BuyAndHoldReturn),
        new("no-trades", "no trades", kept => kept.Run.Trades == 0, IsWarning: true),
        new("few-trades", "few trades", kept => kept.Run.Trades is > 0 and < FewTrades, IsWarning: true),
        new("short", "short period",
            kept => kept.Run.EndMillis - kept.Run.StartMillis < FewDays * Instant.MillisPerDay, IsWarning: true),
        new("looks-ahead", "looks ahead", kept => kept.Run.LookAhead == Proof.Failed),
        new("generated", "generated prices", kept => kept.Run.IsGenerated),
    ];

    /// <summary>What one should know before believing a run's figures.</summary>
    public static IEnumerable<RunOutcome> WarningsOf(KeptRun run) => All.Where(outcome => outcome.IsWarning && outcome.IsOf(run));

    public static RunOutcome? Find(string? key) => All.FirstOrDefault(outcome => outcome.Key == key);
}
