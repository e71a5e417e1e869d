using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>Says of a name that rules cannot use what it might be, and what was expected.</summary>
internal static class UnknownName
{
    /// <summary>The message for a name that nothing in scope has; <paramref name="first"/> is what stands before its dot.</summary>
    public static string Message(string name, string first, ExpressionScope scope, bool isBrief)
    {
        if (isBrief)
        {
            return $"Unknown name `{YamlTree.Shorten(name)}`.";
        }

        if (Same(first, "book"))
        {
            return LanguageNames.BookNames.Any(b => Same(b, name))
                ? $"`{name}` needs an order book, and the data of this run has none."
                : $"Unknown name `{name}`; of the book there are {string.Join(", ", LanguageNames.BookNames)}, and the data "
                    + "of this run has no book.";
        }

        if (Same(first, "position"))
        {
            string known = string.Join(", ", LanguageNames.PositionFields.Select(p => p.Name));
            return $"Unknown name `{name}`; of the position there are {known}."
                + NearestName.Hint(name, LanguageNames.PositionFields.Select(p => p.Name));
        }

        if (ExpressionScope.FunctionNames().Any(f => Same(f, name)))
        {
            return $"`{name}` is a function: it takes its values in parentheses.";
        }

        string declared = IndicatorCatalog.Find(first) is null
            ? string.Empty
            : $" There is an indicator of that type: declare it under `indicators`, as in `{first}: {{ type: {first} }}`.";
        string hint = NearestName.Hint(name, scope.AllNames());
        return $"Unknown name `{YamlTree.Shorten(name)}`; an indicator of this file, or one of open high low close volume hl2 hlc3 "
            + $"ohlc4, was expected.{(declared.Length > 0 ? declared : hint)}";
    }

    private static bool Same(string known, string written) => known.Equals(written, StringComparison.OrdinalIgnoreCase);
}
