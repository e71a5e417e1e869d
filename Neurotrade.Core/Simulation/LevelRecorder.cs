using System.Collections.Immutable;

namespace Neurotrade.Core.Simulation;

/// <summary>Keeps what levels one symbol's exchange asked, bar by bar; told only where somebody wants to see them.</summary>
internal sealed class LevelRecorder(int targetCount)
{
    private readonly List<LevelStep> steps = [];
    private readonly double[] targets = new double[targetCount];
    private int bar = -1;
    private double stopLoss;
    private double trail;
    private double limit;

    /// <summary>The stops were asked in a bar; the last word of a bar stands.</summary>
    public void Stops(int at, double stopLossLevel, double trailLevel)
    {
        Turn(at);
        (stopLoss, trail) = (stopLossLevel, trailLevel);
    }

    /// <summary>A target was asked in a bar; one that fills in it stands to its end.</summary>
    public void Target(int at, int index, double level)
    {
        Turn(at);
        targets[index] = level;
    }

    /// <summary>An entry rested in a bar.</summary>
    public void Limit(int at, double price)
    {
        Turn(at);
        limit = price;
    }

    /// <summary>The steps, an empty one behind the last bar in which anything was asked.</summary>
    public ImmutableArray<LevelStep> Finish()
    {
        Turn(int.MaxValue);
        return [.. steps];
    }

    private void Turn(int to)
    {
        if (to == bar)
        {
            return;
        }

        if (bar >= 0)
        {
            Add(new LevelStep(bar, stopLoss, trail, limit, [.. targets]));
            if (to > bar + 1)
            {
                Add(new LevelStep(bar + 1, double.NaN, double.NaN, double.NaN, [.. targets.Select(_ => double.NaN)]));
            }
        }

        (bar, stopLoss, trail, limit) = (to, double.NaN, double.NaN, double.NaN);
        Array.Fill(targets, double.NaN);
    }

    private void Add(LevelStep step)
    {
        if (steps.Count == 0 ? !step.IsEmpty : !steps[^1].IsLevelWith(step))
        {
            steps.Add(step);
        }
    }
}
