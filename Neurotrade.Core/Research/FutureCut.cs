using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>Runs again without the candles from one time on, and looks for a change before that time.</summary>
internal static class FutureCut
{
    /// <summary>The first difference found, or null where the past stayed as it was.</summary>
    /// <param name="input">What was run.</param>
    /// <param name="whole">Features and rules over all candles.</param>
    /// <param name="result">What the run came to.</param>
    /// <param name="cut">Index of the first time that is cut off.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static LookAheadCertificate.Failed? FirstDifference(
        BacktestInput input,
        ImmutableArray<SeenColumns> whole,
        BacktestResult result,
        int cut,
        CancellationToken cancellation)
    {
        long end = result.Times[cut];
        ImmutableArray<SeenColumns> part = SeenColumns.Of(input, end);
        for (int i = 0; i < part.Length; i++)
        {
            if (DifferingColumn(whole[i], part[i], end) is { } differs)
            {
                return differs;
            }
        }

        BacktestInput shorter = input with
        {
            Symbols = [.. input.Symbols.Select(symbol => Before(symbol, end))],
        };
        ImmutableArray<SymbolSignals> signals = [.. part.Select(one => one.Signals)];
        return DifferingRun(result, Backtest.Run(shorter, signals, null, cancellation), end);
    }

    private static SymbolCandles Before(SymbolCandles symbol, long end) => new(
        SeenColumns.Before(symbol.Bars, end), symbol.Detail is null ? null : SeenColumns.Before(symbol.Detail, end));

    private static LookAheadCertificate.Failed? DifferingColumn(SeenColumns whole, SeenColumns part, long end)
    {
        ReadOnlySpan<long> times = part.Frame.Candles.Times;
        ImmutableArray<IndicatorInstance> instances = part.Frame.Instances;
        for (int i = 0; i < instances.Length; i++)
        {
            for (int output = 0; output < instances[i].Definition.Outputs.Length; output++)
            {
                ReadOnlySpan<double> known = whole.Frame.Column(i, output)[..times.Length];
                if (FirstDifference(known, part.Frame.Column(i, output)) is >= 0 and int bar)
                {
                    return Failure(times[bar], end, $"{instances[i].Name}.{instances[i].Definition.Outputs[output]}");
                }
            }
        }

        for (int bar = 0; bar < times.Length; bar++)
        {
            if (whole.Signals.Rules.Entry[bar] != part.Signals.Rules.Entry[bar])
            {
                return Failure(times[bar], end, "the entry rule");
            }

            if (whole.Signals.Rules.ExitWhenFlat[bar] != part.Signals.Rules.ExitWhenFlat[bar])
            {
                return Failure(times[bar], end, "the exit rule");
            }
        }

        return null;
    }

    private static LookAheadCertificate.Failed? DifferingRun(BacktestResult whole, BacktestResult part, long end)
    {
        int fills = part.Fills.Length;
        for (int i = 0; i < fills; i++)
        {
            if (i >= whole.Fills.Length || part.Fills[i] != whole.Fills[i])
            {
                return Failure(part.Fills[i].Millis, end, $"fill {part.Fills[i].Id}");
            }
        }

        if (fills < whole.Fills.Length && whole.Fills[fills].Millis < end)
        {
            return Failure(whole.Fills[fills].Millis, end, $"fill {whole.Fills[fills].Id}");
        }

        int bar = FirstDifference(whole.Equity.AsSpan(0, part.Equity.Length), part.Equity);
        return bar < 0 ? null : Failure(part.Times[bar], end, "the equity");
    }

    private static int FirstDifference(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Guard.That(a.Length == b.Length);
        for (int i = 0; i < a.Length; i++)
        {
            if (!SameBits.Of(a[i], b[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static LookAheadCertificate.Failed Failure(long millis, long end, string what) =>
        new(new Instant(millis), $"{what} changes when the candles from {new Instant(end)} on are not there yet");
}
