using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>Verbs that the documentation names and this version does not have: a clear refusal, not a guess.</summary>
internal static class LaterVerbs
{
    private static readonly string[] Names =
    [
        "train", "predict", "paper", "live", "exchange", "worker", "migrate", "backup", "restore",
        "stop",
    ];

    /// <summary>The refusal where the arguments begin with such a verb; null otherwise.</summary>
    public static Problem? Refusal(string[] args)
    {
        string one = args.Length > 0 ? args[0] : string.Empty;
        string two = args.Length > 1 ? $"{args[0]} {args[1]}" : one;
        string? name = Array.Find(Names, name => name == one || name == two);
        return name is null
            ? null
            : new Problem("arguments", 1, 1, $"'{name}' is not in this version; 'neurotrade --help' lists the verbs that are");
    }
}
