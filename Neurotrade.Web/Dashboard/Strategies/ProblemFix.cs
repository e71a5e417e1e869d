using System.Text.RegularExpressions;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>The mending that a problem's message offers: one word in place of another.</summary>
/// <param name="Word">The word that is meant.</param>
/// <param name="Text">The whole text with it.</param>
internal sealed partial record ProblemFix(string Word, string Text)
{
    /// <summary>The fix of a problem in a text; null where its message names none.</summary>
    public static ProblemFix? Of(string text, Problem problem)
    {
        string[] lines = text.Split('\n');
        Match offer = Offer().Match(problem.Message);
        bool isPlaced = problem.Line >= 1 && problem.Line <= lines.Length && problem.Column >= 1
            && problem.Column <= lines[problem.Line - 1].Length;
        if (!offer.Success || !isPlaced)
        {
            return null;
        }

        string word = offer.Groups["word"].Value;
        string line = lines[problem.Line - 1];
        int length = Math.Max(1, Written().Match(line, problem.Column - 1).Length);
        lines[problem.Line - 1] = line.Remove(problem.Column - 1, length).Insert(problem.Column - 1, word);
        return new ProblemFix(word, string.Join('\n', lines));
    }

    [GeneratedRegex("""[Dd]id you mean `(?<word>[A-Za-z_][\w.]*)`\?""")]
    private static partial Regex Offer();

    [GeneratedRegex("""\G[\w$.]+""")]
    private static partial Regex Written();
}
