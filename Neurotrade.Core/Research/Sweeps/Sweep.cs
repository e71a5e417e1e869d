using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Runs a strategy with many combinations of its parameters over one copy of the data. Every row equals what a backtest
/// with those values gives, whatever the number of threads (contracts 5.4).
/// </summary>
public sealed class Sweep
{
    private const int CombinationsBoundAtOnce = 256;

    private readonly SweepInput input;
    private readonly SweepPart part;
    private readonly IProgress<SweepProgress>? progress;
    private readonly SweepGroup group;
    private readonly SweepOrder order;
    private readonly ParallelOptions parallel;
    private readonly Dictionary<long, double> scores = [];
    private SweepProgress state;

    private Sweep(SweepInput input, SweepPart part, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        (this.input, this.part, this.progress) = (input, part, progress);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation };
        state = new SweepProgress(0, input.Search.TrialsOf(input.Plan), 0, null, double.NaN);
        (group, order) = (new SweepGroup(input, parallel, Advance), new SweepOrder(input));
    }

    /// <summary>
    /// Tries every combination of the search that the part does not hold yet, and adds its row. Where it is cancelled the
    /// part holds what is done.
    /// </summary>
    public static SweepProgress Run(
        SweepInput input, SweepPart part, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        Guard.That(input.Search.Refusal(input.Plan) is null);
        Sweep sweep = new(input, part, progress, cancellation);
        if (input.Search is SweepSearch.Guided guided)
        {
            sweep.TryGuided(guided, sweep.TakeEarlier());
        }
        else
        {
            sweep.TryInOrder();
        }

        return sweep.state;
    }

    /// <summary>Where no combination makes a strategy, says what is wrong with the first, as a backtest of it would.</summary>
    public static void RefuseWhereNoneRan(SweepInput input, SweepPart part)
    {
        if (part.Count == 0)
        {
            input.Template.Bind(input.Plan.SetOf(input.Search.Drawn(input.Plan)?[0] ?? 0));
        }
    }

    // The rounds are made anew after a kill: what they propose follows from what is known at each.
    private void TryGuided(SweepSearch.Guided guided, HashSet<long> earlier)
    {
        GuidedSearch search = new(input.Plan, guided.Trials, guided.Seed);
        while (search.Next() is { Length: > 0 } round)
        {
            long[] trials = [.. round.Where(one => !earlier.Contains(one))];
            order.Sort(trials);
            TryAll(trials);
            foreach (long one in round)
            {
                search.Learn(one, scores.GetValueOrDefault(one, double.NaN));
            }
        }
    }

    // Rows lie in the order in which combinations run, so what an earlier start did is told without a list of it.
    private void TryInOrder()
    {
        long[]? drawn = input.Search.Drawn(input.Plan);
        if (drawn is not null)
        {
            order.Sort(drawn);
        }

        using IEnumerator<long> trials = (drawn ?? order.All()).GetEnumerator();
        foreach (SweepRow row in part.ReadAll())
        {
            // What has no row in between made no strategy.
            while (Next(trials) != row.Combination)
            {
                state = state with { Done = state.Done + 1, Refused = state.Refused + 1 };
            }

            Count(row);
        }

        progress?.Report(state);
        TryAll(Rest(trials));
    }

    private static long Next(IEnumerator<long> trials)
    {
        Guard.That(trials.MoveNext());
        return trials.Current;
    }

    private static IEnumerable<long> Rest(IEnumerator<long> trials)
    {
        while (trials.MoveNext())
        {
            yield return trials.Current;
        }
    }

    private HashSet<long> TakeEarlier()
    {
        HashSet<long> earlier = [];
        foreach (SweepRow row in part.ReadAll())
        {
            earlier.Add(row.Combination);
            Count(row);
        }

        progress?.Report(state);
        return earlier;
    }

    private void TryAll(IEnumerable<long> trials)
    {
        try
        {
            foreach (long[] some in trials.Chunk(CombinationsBoundAtOnce))
            {
                Strategy?[] strategies = new Strategy?[some.Length];
                Parallel.For(0, some.Length, parallel, i => strategies[i] = input.Template.TryBind(input.Plan.SetOf(some[i])));
                for (int i = 0; i < some.Length; i++)
                {
                    Take(some[i], strategies[i]);
                }
            }

            Keep(group.Run());
        }
        finally
        {
            part.Flush();
        }
    }

    private void Take(long combination, Strategy? strategy)
    {
        if (strategy is null)
        {
            state = state with { Done = state.Done + 1, Refused = state.Refused + 1 };
            return;
        }

        if (!group.HasRoomFor(strategy))
        {
            Keep(group.Run());
        }

        group.Add(combination, strategy);
    }

    private void Keep(ImmutableArray<SweepRow> rows)
    {
        foreach (SweepRow row in rows)
        {
            part.Append(row);
            Count(row);
        }

        part.Flush();
        progress?.Report(state);
    }

    private void Count(SweepRow row)
    {
        double score = input.Objective.Of(row.Figures);
        if (input.Search is SweepSearch.Guided)
        {
            scores[row.Combination] = score;
        }

        SweepKey best = new(state.BestScore, state.Best?.Combination ?? long.MaxValue, 0);
        bool isBest = !double.IsNaN(score) && SweepKey.Compare(new SweepKey(score, row.Combination, 0), best) < 0;
        state = state with
        {
            Done = state.Done + 1,
            Best = isBest ? row : state.Best,
            BestScore = isBest ? score : state.BestScore,
        };
    }

    // Between two groups: rows that are done but not kept yet.
    private void Advance(int done) => progress?.Report(state with { Done = state.Done + done });
}
