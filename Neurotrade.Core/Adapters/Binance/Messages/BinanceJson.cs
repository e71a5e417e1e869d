using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>
/// The shapes of all messages, with readers and writers made at build time: no reflection. A field without which a record
/// has no meaning must be there; unknown fields are passed over; numbers are exact.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = MostDepth,
    Converters = [typeof(ExactDecimalConverter)])]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(ServerClock))]
[JsonSerializable(typeof(AveragePrice))]
[JsonSerializable(typeof(PriceTicker))]
[JsonSerializable(typeof(BookTicker))]
[JsonSerializable(typeof(ReferencePrice))]
[JsonSerializable(typeof(ReferencePriceCalculation))]
[JsonSerializable(typeof(ExecutionRules))]
[JsonSerializable(typeof(Ticker))]
[JsonSerializable(typeof(TickerSpan))]
[JsonSerializable(typeof(ExchangeInformation))]
[JsonSerializable(typeof(RateLimit))]
[JsonSerializable(typeof(RelevantFilters))]
[JsonSerializable(typeof(Filter))]
[JsonSerializable(typeof(OrderReport))]
[JsonSerializable(typeof(AmendedOrder))]
[JsonSerializable(typeof(ReplacedOrder))]
[JsonSerializable(typeof(OrderList))]
[JsonSerializable(typeof(OrderCommission))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(SymbolCommission))]
[JsonSerializable(typeof(SessionStatus))]
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(Depth))]
[JsonSerializable(typeof(Cancelled))]
[JsonSerializable(typeof(ApiRestrictions))]
[JsonSerializable(typeof(SystemStatus))]
[JsonSerializable(typeof(AccountStatus))]
[JsonSerializable(typeof(AccountLevel))]
[JsonSerializable(typeof(TradingStatus))]
[JsonSerializable(typeof(BnbBurn))]
[JsonSerializable(typeof(AccountSnapshots))]
[JsonSerializable(typeof(TransferId))]
[JsonSerializable(typeof(WithdrawalId))]
[JsonSerializable(typeof(Transfers))]
[JsonSerializable(typeof(DepositAddress))]
[JsonSerializable(typeof(KlineEvent))]
[JsonSerializable(typeof(TradeEvent))]
[JsonSerializable(typeof(AggregateTradeEvent))]
[JsonSerializable(typeof(BlockTradeEvent))]
[JsonSerializable(typeof(BookTickerEvent))]
[JsonSerializable(typeof(DepthUpdateEvent))]
[JsonSerializable(typeof(MiniTickerEvent))]
[JsonSerializable(typeof(TickerEvent))]
[JsonSerializable(typeof(WindowTickerEvent))]
[JsonSerializable(typeof(AveragePriceEvent))]
[JsonSerializable(typeof(ReferencePriceEvent))]
[JsonSerializable(typeof(ServerShutdownEvent))]
[JsonSerializable(typeof(ExecutionReport))]
[JsonSerializable(typeof(AccountPositionEvent))]
[JsonSerializable(typeof(BalanceUpdateEvent))]
[JsonSerializable(typeof(ExternalLockEvent))]
[JsonSerializable(typeof(ListStatusEvent))]
[JsonSerializable(typeof(StreamTerminatedEvent))]
[JsonSerializable(typeof(ImmutableArray<PriceTicker>), TypeInfoPropertyName = "PriceTickers")]
[JsonSerializable(typeof(ImmutableArray<BookTicker>), TypeInfoPropertyName = "BookTickers")]
[JsonSerializable(typeof(ImmutableArray<Ticker>), TypeInfoPropertyName = "Tickers")]
[JsonSerializable(typeof(ImmutableArray<MarketTrade>), TypeInfoPropertyName = "MarketTrades")]
[JsonSerializable(typeof(ImmutableArray<AggregateTrade>), TypeInfoPropertyName = "AggregateTrades")]
[JsonSerializable(typeof(ImmutableArray<OwnTrade>), TypeInfoPropertyName = "OwnTrades")]
[JsonSerializable(typeof(ImmutableArray<Allocation>), TypeInfoPropertyName = "Allocations")]
[JsonSerializable(typeof(ImmutableArray<PreventedMatch>), TypeInfoPropertyName = "PreventedMatches")]
[JsonSerializable(typeof(ImmutableArray<Kline>), TypeInfoPropertyName = "Klines")]
[JsonSerializable(typeof(ImmutableArray<RateLimit>), TypeInfoPropertyName = "RateLimits")]
[JsonSerializable(typeof(ImmutableArray<OrderReport>), TypeInfoPropertyName = "OrderReports")]
[JsonSerializable(typeof(ImmutableArray<OrderList>), TypeInfoPropertyName = "OrderLists")]
[JsonSerializable(typeof(ImmutableArray<OrderAmendment>), TypeInfoPropertyName = "OrderAmendments")]
[JsonSerializable(typeof(ImmutableArray<Cancelled>), TypeInfoPropertyName = "CancelledOrders")]
[JsonSerializable(typeof(ImmutableArray<Subscription>), TypeInfoPropertyName = "Subscriptions")]
[JsonSerializable(typeof(ImmutableArray<string>), TypeInfoPropertyName = "Texts")]
[JsonSerializable(typeof(ImmutableArray<AssetBalance>), TypeInfoPropertyName = "AssetBalances")]
[JsonSerializable(typeof(ImmutableArray<WalletBalance>), TypeInfoPropertyName = "WalletBalances")]
[JsonSerializable(typeof(ImmutableArray<TradeFee>), TypeInfoPropertyName = "TradeFees")]
[JsonSerializable(typeof(ImmutableArray<DelistSchedule>), TypeInfoPropertyName = "DelistSchedules")]
[JsonSerializable(typeof(ImmutableArray<DepositAddress>), TypeInfoPropertyName = "DepositAddresses")]
[JsonSerializable(typeof(ImmutableArray<Deposit>), TypeInfoPropertyName = "Deposits")]
[JsonSerializable(typeof(ImmutableArray<Withdrawal>), TypeInfoPropertyName = "Withdrawals")]
[JsonSerializable(typeof(ImmutableArray<WithdrawalAddress>), TypeInfoPropertyName = "WithdrawalAddresses")]
[JsonSerializable(typeof(ImmutableArray<CoinInformation>), TypeInfoPropertyName = "Coins")]
[JsonSerializable(typeof(ImmutableDictionary<string, AssetDetail>), TypeInfoPropertyName = "AssetDetails")]
public sealed partial class BinanceJson : JsonSerializerContext
{
    /// <summary>How deeply a message may be nested.</summary>
    internal const int MostDepth = 32;
}
