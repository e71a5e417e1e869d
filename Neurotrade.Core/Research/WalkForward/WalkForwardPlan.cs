using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>
/// How a range is cut: train ranges of one length, each followed by a purge and by a test range; the test ranges follow
/// one another without a gap. Whole windows only: what is left at the end is in none.
/// </summary>
public sealed record WalkForwardPlan
{
    /// <summary>The most windows that one run makes.</summary>
    public const int MostWindows = 10_000;

    // Corners of the ranges that the purge looks at: 2 to the number of parameters, up to here.
    private const int MostCorners = 4096;

    private WalkForwardPlan(long trainMillis, long testMillis, long purgeMillis, ImmutableArray<WalkForwardWindow> windows) =>
        (TrainMillis, TestMillis, PurgeMillis, Windows) = (trainMillis, testMillis, purgeMillis, windows);

    public long TrainMillis { get; }

    public long TestMillis { get; }

    /// <summary>Between the end of a train range and its test range.</summary>
    public long PurgeMillis { get; }

    /// <summary>In order of time, at least one.</summary>
    public ImmutableArray<WalkForwardWindow> Windows { get; }

    /// <summary>The windows of a sweep's range; an <see cref="InputException"/> where not one fits.</summary>
    /// <param name="input">What is swept in each train range.</param>
    /// <param name="trainMillis">Length of a train range.</param>
    /// <param name="testMillis">Length of a test range.</param>
    public static WalkForwardPlan Of(SweepInput input, long trainMillis, long testMillis)
    {
        Guard.That(trainMillis > 0 && testMillis > 0);
        long purge = Rounded(PurgeOf(input), trainMillis, testMillis);
        (long from, long to) = RangeOf(input);
        long span = Math.Max(0, to - from);
        long count = Math.Max(0, (span - trainMillis - purge) / testMillis);
        if (count is < 1 or > MostWindows)
        {
            string found = count < 1
                ? $"the data span {Text(span)}, a window needs {Text(trainMillis)} to train, {Text(purge)} between, "
                    + $"{Text(testMillis)} to test"
                : $"{count} windows; at most {MostWindows} are made: expected a longer --test";
            throw new InputException(new Problem(count < 1 ? "--train" : "--test", 0, 0, found));
        }

        ImmutableArray<WalkForwardWindow>.Builder windows = ImmutableArray.CreateBuilder<WalkForwardWindow>((int)count);
        for (int i = 0; i < count; i++)
        {
            long train = from + (i * testMillis);
            long test = train + trainMillis + purge;
            windows.Add(new WalkForwardWindow(
                i + 1, new(train), new(train + trainMillis), new(test), new(test + testMillis)));
        }

        return new WalkForwardPlan(trainMillis, testMillis, purge, windows.MoveToImmutable());
    }

    /// <summary>A length as a person gives it: <c>90d</c>, <c>12h</c>, <c>2000 bars</c>; null where it is none above 0.</summary>
    public static long? LengthOf(string text, Timeframe own) =>
        !Literal.TryParse(text, out Literal length) || !(length.Number > 0)
            ? null
            : length.Unit switch
            {
                ValueUnit.Time => (long)length.Number,
                ValueUnit.Bars when length.Number < int.MaxValue => (long)length.Number * own.Millis,
                _ => null,
            };

    /// <summary>A length as <see cref="LengthOf"/> reads it.</summary>
    public static string Text(long millis) => new Literal(millis, ValueUnit.Time).ToText();

    // The longest warm-up and holding time at the corners of the ranges, so that no candle which a test range's first
    // values or trades rest on was trained on.
    private static long PurgeOf(SweepInput input)
    {
        SweepAxis[] axes = [.. input.Plan.Axes];
        long bar = input.Template.Reading.Strategy.Market.Timeframe.Millis;
        long longest = NeedOf(input.Template.Reading.Strategy, bar);
        int[] varied = [.. Enumerable.Range(0, axes.Length).Where(at => axes[at].Values.Length > 1)];
        long corners = varied.Length < 62 ? Math.Min(MostCorners, 1L << varied.Length) : MostCorners;
        int[] positions = new int[axes.Length];
        for (long corner = 0; corner < corners; corner++)
        {
            for (int i = 0; i < varied.Length; i++)
            {
                positions[varied[i]] = (corner >> i & 1) == 0 ? axes[varied[i]].Values.Length - 1 : 0;
            }

            Strategy? strategy = input.Template.TryBind(input.Plan.SetOf(input.Plan.CombinationAt(positions)));
            longest = strategy is null ? longest : Math.Max(longest, NeedOf(strategy, bar));
        }

        return longest;
    }

    // Where ranges are whole days, the purge is too, so that days are not torn.
    private static long Rounded(long purge, long train, long test)
    {
        const long day = Instant.MillisPerDay;
        return train % day == 0 && test % day == 0 ? (purge + day - 1) / day * day : purge;
    }

    private static long NeedOf(Strategy strategy, long bar) =>
        (StrategyNeeds.Of(strategy).WarmUpBars * bar) + (strategy.Orders.MaxHolding switch
        {
            TimeSpanOrBars.Bars bars => bars.Count * bar,
            TimeSpanOrBars.Time time => time.Millis,
            _ => 0,
        });

    private static (long From, long To) RangeOf(SweepInput input)
    {
        (long from, long to) = (long.MaxValue, long.MinValue);
        foreach (CandleSeries bars in input.Symbols.Select(symbol => symbol.Bars))
        {
            int first = input.From is { } begin ? bars.IndexAtOrAfter(begin.UnixMillis) : 0;
            int end = input.To is { } limit ? bars.IndexAtOrAfter(limit.UnixMillis) : bars.Count;
            if (first < end)
            {
                from = Math.Min(from, bars.Times[first]);
                to = Math.Max(to, bars.Times[end - 1] + bars.Timeframe.Millis);
            }
        }

        return from == long.MaxValue ? (0, 0) : (from, to);
    }
}
