using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>Which of a plan's combinations are tried.</summary>
public abstract record SweepSearch
{
    /// <summary>The most combinations that one sweep tries.</summary>
    public const int MostTrials = 10_000_000;

    /// <summary>The most that a random search draws: they are held in memory.</summary>
    public const int MostDrawn = 5_000_000;

    /// <summary>The most that a guided search tries: each round looks at all before it.</summary>
    public const int MostGuided = 20_000;

    /// <summary>How many a random or guided search tries unless told.</summary>
    public const int UsualTrials = 1000;

    private SweepSearch()
    {
    }

    /// <summary>A search by its <see cref="Name"/>; grid has no use for the other two.</summary>
    public static SweepSearch Of(string name, int trials, int seed) => name switch
    {
        "random" => new Random(trials, seed),
        "guided" => new Guided(trials, seed),
        _ => new Grid(),
    };

    /// <summary>Every one.</summary>
    public sealed record Grid : SweepSearch;

    /// <summary>So many, drawn without putting back; all of them where there are no more.</summary>
    public sealed record Random(int Trials, int Seed) : SweepSearch;

    /// <summary>
    /// So many, most of them proposed from what the others came to (<see cref="GuidedSearch"/>).
    /// </summary>
    public sealed record Guided(int Trials, int Seed) : SweepSearch;

    /// <summary>As <c>--search</c> has it.</summary>
    public string Name => this switch
    {
        Random => "random",
        Guided => "guided",
        _ => "grid",
    };

    /// <summary>How many of a plan's combinations it tries.</summary>
    public long TrialsOf(SweepPlan plan) => this switch
    {
        Random random => Math.Min(random.Trials, plan.Count),
        Guided guided => Math.Min(guided.Trials, plan.Count),
        _ => plan.Count,
    };

    /// <summary>What is wrong with trying it on a plan; null where nothing is.</summary>
    public Problem? Refusal(SweepPlan plan) => TrialsOf(plan) switch
    {
        > MostGuided when this is Guided => new Problem("--trials", 0, 0, $"a guided search tries at most {MostGuided}"),
        > MostDrawn when this is Random => new Problem("--trials", 0, 0, $"a random search tries at most {MostDrawn}"),
        > MostTrials and var trials => new Problem("--search", 0, 0,
            $"{trials} combinations; at most {MostTrials} are tried: narrow the ranges, or --search random --trials N"),
        _ => null,
    };

    /// <summary>The combinations that a random search draws, rising; null where it tries all, as a grid does.</summary>
    public long[]? Drawn(SweepPlan plan) => this is Random random && random.Trials < plan.Count
        ? Draw(plan.Count, random.Trials, new System.Random(random.Seed))
        : null;

    // R. W. Floyd's sampling: every set of that size is as likely as any other, in memory for the set alone.
    private static long[] Draw(long count, int trials, System.Random random)
    {
        HashSet<long> drawn = [];
        for (long at = count - trials; at < count; at++)
        {
            long one = random.NextInt64(at + 1);
            drawn.Add(drawn.Contains(one) ? at : one);
        }

        return [.. drawn.Order()];
    }
}
