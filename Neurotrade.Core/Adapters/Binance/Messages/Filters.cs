using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>A rule that orders must keep; one of a kind that this program does not know stays an empty <see cref="Filter"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "filterType", IgnoreUnrecognizedTypeDiscriminators = true)]
[JsonDerivedType(typeof(PriceFilter), "PRICE_FILTER")]
[JsonDerivedType(typeof(PercentPriceFilter), "PERCENT_PRICE")]
[JsonDerivedType(typeof(PercentPriceBySideFilter), "PERCENT_PRICE_BY_SIDE")]
[JsonDerivedType(typeof(LotSizeFilter), "LOT_SIZE")]
[JsonDerivedType(typeof(MarketLotSizeFilter), "MARKET_LOT_SIZE")]
[JsonDerivedType(typeof(MinNotionalFilter), "MIN_NOTIONAL")]
[JsonDerivedType(typeof(NotionalFilter), "NOTIONAL")]
[JsonDerivedType(typeof(IcebergPartsFilter), "ICEBERG_PARTS")]
[JsonDerivedType(typeof(MaxOrdersFilter), "MAX_NUM_ORDERS")]
[JsonDerivedType(typeof(MaxAlgoOrdersFilter), "MAX_NUM_ALGO_ORDERS")]
[JsonDerivedType(typeof(MaxIcebergOrdersFilter), "MAX_NUM_ICEBERG_ORDERS")]
[JsonDerivedType(typeof(MaxOrderListsFilter), "MAX_NUM_ORDER_LISTS")]
[JsonDerivedType(typeof(MaxOrderAmendsFilter), "MAX_NUM_ORDER_AMENDS")]
[JsonDerivedType(typeof(MaxPositionFilter), "MAX_POSITION")]
[JsonDerivedType(typeof(TrailingDeltaFilter), "TRAILING_DELTA")]
[JsonDerivedType(typeof(ExchangeMaxOrdersFilter), "EXCHANGE_MAX_NUM_ORDERS")]
[JsonDerivedType(typeof(ExchangeMaxAlgoOrdersFilter), "EXCHANGE_MAX_NUM_ALGO_ORDERS")]
[JsonDerivedType(typeof(ExchangeMaxIcebergOrdersFilter), "EXCHANGE_MAX_NUM_ICEBERG_ORDERS")]
[JsonDerivedType(typeof(ExchangeMaxOrderListsFilter), "EXCHANGE_MAX_NUM_ORDER_LISTS")]
[JsonDerivedType(typeof(MaxAssetFilter), "MAX_ASSET")]
public record Filter;

/// <summary>Prices: lowest, highest and step; 0 switches a part off.</summary>
public sealed record PriceFilter(
    decimal MinPrice,
    decimal MaxPrice,
    decimal TickSize)
    : Filter;

/// <summary>Prices within multiples of the average.</summary>
public sealed record PercentPriceFilter(
    decimal MultiplierUp,
    decimal MultiplierDown,
    int AvgPriceMins)
    : Filter;

/// <summary>Prices within multiples of the average, by side.</summary>
public sealed record PercentPriceBySideFilter(
    decimal BidMultiplierUp,
    decimal BidMultiplierDown,
    decimal AskMultiplierUp,
    decimal AskMultiplierDown,
    int AvgPriceMins)
    : Filter;

/// <summary>Quantities: smallest, largest and step.</summary>
public sealed record LotSizeFilter(
    decimal MinQty,
    decimal MaxQty,
    decimal StepSize)
    : Filter;

/// <summary>Quantities of market orders.</summary>
public sealed record MarketLotSizeFilter(
    decimal MinQty,
    decimal MaxQty,
    decimal StepSize)
    : Filter;

/// <summary>Smallest price × quantity.</summary>
public sealed record MinNotionalFilter(
    decimal MinNotional,
    bool ApplyToMarket,
    int AvgPriceMins)
    : Filter;

/// <summary>Smallest and largest price × quantity.</summary>
public sealed record NotionalFilter(
    decimal MinNotional,
    bool ApplyMinToMarket,
    decimal MaxNotional,
    bool ApplyMaxToMarket,
    int AvgPriceMins)
    : Filter;

/// <summary>Most parts of an iceberg order.</summary>
public sealed record IcebergPartsFilter(int Limit) : Filter;

/// <summary>Most open orders of a pair.</summary>
public sealed record MaxOrdersFilter(int MaxNumOrders) : Filter;

/// <summary>Most open stop and target orders of a pair.</summary>
public sealed record MaxAlgoOrdersFilter(int MaxNumAlgoOrders) : Filter;

/// <summary>Most open iceberg orders of a pair.</summary>
public sealed record MaxIcebergOrdersFilter(int MaxNumIcebergOrders) : Filter;

/// <summary>Most open order lists of a pair.</summary>
public sealed record MaxOrderListsFilter(int MaxNumOrderLists) : Filter;

/// <summary>Most amendments of one order.</summary>
public sealed record MaxOrderAmendsFilter(int MaxNumOrderAmends) : Filter;

/// <summary>Most of the base asset: free, locked and in open buys.</summary>
public sealed record MaxPositionFilter(decimal MaxPosition) : Filter;

/// <summary>Distances of trailing stops, in basis points.</summary>
public sealed record TrailingDeltaFilter(
    int MinTrailingAboveDelta,
    int MaxTrailingAboveDelta,
    int MinTrailingBelowDelta,
    int MaxTrailingBelowDelta)
    : Filter;

/// <summary>Most open orders on the exchange.</summary>
public sealed record ExchangeMaxOrdersFilter(int MaxNumOrders) : Filter;

/// <summary>Most open stop and target orders on the exchange.</summary>
public sealed record ExchangeMaxAlgoOrdersFilter(int MaxNumAlgoOrders) : Filter;

/// <summary>Most open iceberg orders on the exchange.</summary>
public sealed record ExchangeMaxIcebergOrdersFilter(int MaxNumIcebergOrders) : Filter;

/// <summary>Most open order lists on the exchange.</summary>
public sealed record ExchangeMaxOrderListsFilter(int MaxNumOrderLists) : Filter;

/// <summary>Most of one asset in one order.</summary>
public sealed record MaxAssetFilter(
    string Asset,
    decimal Limit)
    : Filter;
