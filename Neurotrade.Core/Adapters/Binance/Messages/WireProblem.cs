namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Why a message could not be read.</summary>
public enum WireFault
{
    /// <summary>Not JSON: cut off, a web page, or nested too deeply.</summary>
    NotJson,

    /// <summary>JSON of another shape: a field is missing, or is of another type than it should be.</summary>
    WrongShape,

    /// <summary>Of the right shape, with values that cannot be: a price of 0, a crossed book.</summary>
    Impossible,

    /// <summary>Longer than any message of the exchange is.</summary>
    TooLong,
}

/// <summary>What is wrong with a message. The text never repeats the message: it may hold secrets.</summary>
/// <param name="Fault">The kind of fault.</param>
/// <param name="Where">The path to the field, as far as it is known; else empty.</param>
/// <param name="What">What was expected.</param>
public sealed record WireProblem(WireFault Fault, string Where, string What)
{
    public override string ToString() => Where.Length == 0 ? What : $"{Where}: {What}";
}
