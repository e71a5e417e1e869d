using Neurotrade.Core.Simulation;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>A run that was opened for its curves, or why it could not be.</summary>
/// <param name="Why">Null where it could.</param>
/// <param name="SharedReturn">Its return over the time that all runs cover.</param>
/// <param name="SharedDrawdown">Its deepest fall in that time, positive.</param>
public sealed record Opening(string? Why, double? SharedReturn = null, double? SharedDrawdown = null)
{
    public bool IsOpen => Why is null;

    /// <summary>Of a run over what all runs cover; null: there is no such time.</summary>
    public static Opening Of(BacktestResult result, (long From, long To)? shared)
    {
        if (shared is not { } period)
        {
            return new Opening((string?)null);
        }

        RelativeCurve curve = RelativeCurve.Of(result, period.From, period.To);
        return new Opening(null, curve.Return, curve.MaxDrawdown);
    }
}
