using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Market;

/// <summary>Our own broken promises: checked in every build, loud, never shown to a person as their mistake.</summary>
public static class Guard
{
    /// <summary>Throws <see cref="BrokenPromiseException"/> when <paramref name="promise"/> does not hold.</summary>
    public static void That(
        [DoesNotReturnIf(false)] bool promise,
        [CallerArgumentExpression(nameof(promise))] string? text = null)
    {
        if (!promise)
        {
            Throw(text);
        }
    }

    [DoesNotReturn]
    private static void Throw(string? text) => throw new BrokenPromiseException(text ?? "unknown");
}

/// <summary>A promise of this program to itself did not hold: a defect of ours, not of the input.</summary>
public sealed class BrokenPromiseException(string promise) : Exception($"Broken promise: {promise}")
{
    /// <summary>The condition that should have held, as it stands in the source.</summary>
    public string Promise { get; } = promise;
}
