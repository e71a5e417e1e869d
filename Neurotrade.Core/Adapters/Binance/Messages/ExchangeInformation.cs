using System.Collections.Immutable;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>What can be traded, and within which limits.</summary>
public sealed record ExchangeInformation(
    string Timezone,
    long ServerTime,
    ImmutableArray<RateLimit> RateLimits,
    ImmutableArray<Filter> ExchangeFilters,
    ImmutableArray<SymbolInformation> Symbols,
    ImmutableArray<SmartRoute>? Sors = null);

/// <summary>A pair: its state, precisions, what orders it takes and its filters.</summary>
public sealed record SymbolInformation(
    string Symbol,
    // TRADING, END_OF_DAY, HALT, BREAK, CANCEL_ONLY.
    string Status,
    string BaseAsset,
    int BaseAssetPrecision,
    string QuoteAsset,
    int QuotePrecision,
    int QuoteAssetPrecision,
    ImmutableArray<string> OrderTypes,
    bool IcebergAllowed,
    bool OcoAllowed,
    bool QuoteOrderQtyMarketAllowed,
    bool IsSpotTradingAllowed,
    bool IsMarginTradingAllowed,
    ImmutableArray<Filter> Filters,
    ImmutableArray<string> Permissions,
    ImmutableArray<ImmutableArray<string>>? PermissionSets = null,
    int? BaseCommissionPrecision = null,
    int? QuoteCommissionPrecision = null,
    bool? AllowTrailingStop = null,
    bool? CancelReplaceAllowed = null,
    bool? OtoAllowed = null,
    bool? OpoAllowed = null,
    bool? AmendAllowed = null,
    bool? AllowAmend = null,
    bool? PegInstructionsAllowed = null,
    string? DefaultSelfTradePreventionMode = null,
    ImmutableArray<string>? AllowedSelfTradePreventionModes = null);

/// <summary>Pairs among which smart order routing may choose.</summary>
public sealed record SmartRoute(
    string BaseAsset,
    ImmutableArray<string> Symbols);

/// <summary>One limit: so much in so many intervals, counted in fixed windows.</summary>
public sealed record RateLimit(
    // REQUEST_WEIGHT, RAW_REQUESTS, ORDERS, CONNECTIONS.
    string RateLimitType,
    // SECOND, MINUTE, HOUR, DAY.
    string Interval,
    int IntervalNum,
    long Limit,
    // Used so far; null where only the limit is told.
    long? Count = null);

/// <summary>The filters that concern our account and one pair.</summary>
public sealed record RelevantFilters(
    ImmutableArray<Filter> ExchangeFilters,
    ImmutableArray<Filter> SymbolFilters,
    ImmutableArray<Filter> AssetFilters);
