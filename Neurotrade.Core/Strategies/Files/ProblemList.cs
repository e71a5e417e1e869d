using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Collects all that is wrong with one file, so that a person sees every problem at once.</summary>
internal sealed class ProblemList(string file)
{
    /// <summary>More than this many help nobody; the rest are counted.</summary>
    private const int Most = 100;

    private const int ManyProblems = 10;

    private readonly List<Problem> problems = [];
    private int left;

    public bool Any => problems.Count > 0;

    /// <summary>Whether so many are found that looking for the nearest name of one more is not worth its time.</summary>
    public bool AreMany => problems.Count >= ManyProblems;

    /// <summary>How many were found, those over the limit included.</summary>
    public int Count => problems.Count + left;

    public void Add(SourcePosition at, string message)
    {
        if (problems.Count < Most)
        {
            problems.Add(new Problem(file, at.Line, at.Column, message));
        }
        else
        {
            left++;
        }
    }

    /// <summary>A problem of the whole input, without a place.</summary>
    public void Add(string message) => Add(default, message);

    /// <summary>All problems in the order in which they stand in the file.</summary>
    public InputException ToException()
    {
        List<Problem> ordered = [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
        if (left > 0)
        {
            ordered.Add(new Problem(file, ordered[^1].Line, ordered[^1].Column, $"And {left} more problems."));
        }

        return new InputException(ordered);
    }

    /// <summary>Throws what was found, if anything was.</summary>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw ToException();
        }
    }
}
