namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>Why there is no answer, by what to do next.</summary>
public enum RefusalKind
{
    /// <summary>Nothing came back: name, connection, encryption, time-out. It tells nothing about what was asked.</summary>
    Unreachable,

    /// <summary>The exchange does not know itself what became of it: 5xx and the codes that mean the same.</summary>
    Unknown,

    /// <summary>An answer that could not be read.</summary>
    Unreadable,

    /// <summary>The request is wrong; asking again changes nothing.</summary>
    Rejected,

    /// <summary>Key, signature or rights.</summary>
    Unauthorized,

    /// <summary>Our time is not the exchange's.</summary>
    Clock,

    /// <summary>Too much was asked: nothing goes out until the time told.</summary>
    Limited,

    /// <summary>This address is banned: nothing goes out until the time told.</summary>
    Banned,

    /// <summary>A firewall in front of the exchange.</summary>
    Blocked,
}

/// <summary>A call that gave no answer.</summary>
/// <param name="Kind">What to do next.</param>
/// <param name="Code">The exchange's code; 0 where it gave none.</param>
/// <param name="Text">What it said, or what happened, without anything secret.</param>
public sealed record VenueRefusal(RefusalKind Kind, int Code, string Text)
{
    /// <summary>When calls may go out again, Unix milliseconds of the exchange's clock; null where it does not matter.</summary>
    public long? UntilMillis { get; init; }

    /// <summary>Whether reading again may help. It never says that something was not executed.</summary>
    public bool IsTransient => Kind is RefusalKind.Unreachable or RefusalKind.Unknown or RefusalKind.Unreadable
        or RefusalKind.Clock or RefusalKind.Limited;

    public override string ToString() => Code == 0 ? $"{Kind}: {Text}" : $"{Kind} ({Code}): {Text}";

    /// <summary>The kind of a refusal with an HTTP status below 500, by the exchange's code.</summary>
    internal static RefusalKind KindOf(int status, int code) => (status, code) switch
    {
        (418, _) => RefusalKind.Banned,
        (429, _) => RefusalKind.Limited,
        (_, -1003 or -1015 or -1034) => RefusalKind.Limited,
        (_, -1000 or -1001 or -1006 or -1007 or -1008) => RefusalKind.Unknown,
        (_, -1021) => RefusalKind.Clock,
        (_, -1022 or -1002 or -2014 or -2015) => RefusalKind.Unauthorized,
        (403, 0) => RefusalKind.Blocked,
        (401, _) => RefusalKind.Unauthorized,
        _ => RefusalKind.Rejected,
    };
}

/// <summary>What came of a call.</summary>
public abstract record RestAnswer<T>
{
    private RestAnswer()
    {
    }

    /// <summary>The answer.</summary>
    public sealed record Done(T Value) : RestAnswer<T>;

    /// <summary>None, and why.</summary>
    public sealed record Refused(VenueRefusal Why) : RestAnswer<T>;
}
