using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>A ratio as a file writes it: exact decimal, worth the double nearest to it.</summary>
internal sealed record Ratio(decimal Fraction)
{
    public double Value => Exact.Double(Fraction);

    /// <summary>In percent, or in basis points where that is a whole number below 10.</summary>
    public string Text => Fraction * 10_000m is decimal bps && bps < 10 && bps == decimal.Truncate(bps)
        ? Trim(bps) + " bps"
        : Trim(Fraction * 100m) + "%";

    public static string Trim(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}

/// <summary>A distance: a ratio, or a multiple of the average true range.</summary>
internal sealed record Distance(Ratio? Ratio, decimal AtrMultiple)
{
    public bool IsAtr => Ratio is null;

    public double Multiple => Exact.Double(AtrMultiple);

    public string Text => Ratio?.Text ?? Oracle.Ratio.Trim(AtrMultiple) + " atr";
}

/// <summary>So many bars, or so many milliseconds.</summary>
internal sealed record Length(int? Bars, long Millis)
{
    public string Text => Bars is int bars
        ? bars.ToString(CultureInfo.InvariantCulture) + " bars"
        : OracleMarket.TimeframeName(Millis);

    /// <summary>As a time, bars of the strategy's timeframe.</summary>
    public long InMillis(long barMillis) => Bars is int bars ? bars * barMillis : Millis;
}

/// <summary>An indicator instance: parameters in the order of contracts 8; null timeframe is the strategy's own.</summary>
internal sealed record OracleIndicator(string Name, string Type, List<double> Parameters, long? TimeframeMillis);

/// <summary>A parameter; where it is set from outside, the file has another value (contracts 1, <c>--set</c>).</summary>
internal sealed record OracleParameter(string Name, string Literal, double Value, bool IsSet);

internal sealed record Target(Distance At, Ratio Share);

internal sealed record GuardRule(int Count, Length Within, Length Lock);

internal sealed record LossRule(Ratio Limit, bool Flattens);

/// <summary>A strategy as the oracle runs it; null means that the file leaves it out.</summary>
internal sealed record OracleStrategy
{
    public required List<string> Symbols { get; init; }

    public required long BarMillis { get; init; }

    public long? DetailMillis { get; init; }

    public double? CapitalWritten { get; init; }

    public double Capital => CapitalWritten ?? 10_000;

    public List<OracleParameter> Parameters { get; init; } = [];

    public List<OracleIndicator> Indicators { get; init; } = [];

    public required Rule Entry { get; init; }

    public Rule? Exit { get; init; }

    public Ratio? PercentOfEquity { get; init; }

    public double? QuoteAmount { get; init; }

    public Ratio? RiskFraction { get; init; }

    public Distance? RiskStop { get; init; }

    public Ratio? LimitOffset { get; init; }

    public int? LimitExpiresBars { get; init; }

    public Distance? StopLoss { get; init; }

    public List<Target> Targets { get; init; } = [];

    public Distance? Trailing { get; init; }

    public Ratio? TrailingAfter { get; init; }

    public Length? MaxHolding { get; init; }

    public int CooldownBars { get; init; }

    public Ratio? Maker { get; init; }

    public Ratio? Taker { get; init; }

    public Ratio? Slippage { get; init; }

    public Ratio? VolumeImpact { get; init; }

    public Ratio? VolumeLimit { get; init; }

    public int? MaxPositions { get; init; }

    public Ratio? MaxExposure { get; init; }

    public LossRule? MaxDrawdown { get; init; }

    public LossRule? MaxDailyLoss { get; init; }

    /// <summary>Written, but not applied in a backtest (contracts 4.21).</summary>
    public int? MaxOrdersPerMinute { get; init; }

    public List<GuardRule> Guards { get; init; } = [];

    /// <summary>Lot step and least notional of every symbol, or null where the run knows none.</summary>
    public (decimal LotStep, decimal MinNotional)? Instrument { get; init; }

    /// <summary>[from, to) on the bars' open times.</summary>
    public long? From { get; init; }

    public long? To { get; init; }

    public double MakerFee => Maker?.Value ?? 0.001;

    public double TakerFee => Taker?.Value ?? 0.001;

    public bool NeedsAtr => StopLoss is { IsAtr: true } || Trailing is { IsAtr: true } || RiskStop is { IsAtr: true }
        || Targets.Any(t => t.At.IsAtr);
}
