namespace Neurotrade.Core.Research.Overfitting;

/// <summary>What one question about a result came to.</summary>
public enum FindingVerdict
{
    /// <summary>Nothing to object to.</summary>
    Fine,

    /// <summary>A reason to doubt the result.</summary>
    Suspicious,

    /// <summary>There was too little to judge by.</summary>
    NotJudged,
}

/// <summary>One question that was asked of a result.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="What">The finding in a sentence, the number in it.</param>
/// <param name="Number">What was measured; null where there is nothing to measure.</param>
/// <param name="Threshold">From where on, or up to where, it is suspicious.</param>
/// <param name="Why">Why it matters, in a sentence.</param>
public sealed record Finding(
    string Code, FindingVerdict Verdict, string What, double? Number, double Threshold, string Why);
