using System.Globalization;

namespace Neurotrade.Core.Market;

/// <summary>One thing wrong with a person's input: where it is, what is wrong and what was expected.</summary>
/// <param name="File">The file's name as the person gave it; empty where the input is not a file.</param>
/// <param name="Line">Line from 1; 0 when the problem is of the whole file.</param>
/// <param name="Column">Column from 1; 0 when the problem is of the whole line.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
public sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary><c>FILE:LINE:COLUMN: what is wrong, what was expected</c> (contracts 1).</summary>
    public override string ToString()
    {
        string file = File.Length == 0 ? "input" : File;
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {Message}");
    }
}

/// <summary>A person's input cannot be used; carries every problem found, not only the first.</summary>
public sealed class InputException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>An input with the one problem given.</summary>
    public InputException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>Every problem found, in the order in which they stand in the input; at least one.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
