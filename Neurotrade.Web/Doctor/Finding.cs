namespace Neurotrade.Web.Doctor;

/// <summary>Whether this machine offers one thing.</summary>
/// <param name="Name">What was looked for.</param>
/// <param name="IsThere">Yes or no.</param>
/// <param name="Tried">What was tried, and what it gave.</param>
/// <param name="HowToGetIt">What to do to have it; empty where it is there.</param>
/// <param name="Use">What this version does with it.</param>
public sealed record Finding(string Name, bool IsThere, string Tried, string HowToGetIt, string Use);
