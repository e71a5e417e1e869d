using System.Collections.Immutable;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Our account: its rights, fees and balances.</summary>
public sealed record Account(
    // Basis points.
    int MakerCommission,
    int TakerCommission,
    int BuyerCommission,
    int SellerCommission,
    bool CanTrade,
    bool CanWithdraw,
    bool CanDeposit,
    long UpdateTime,
    string AccountType,
    ImmutableArray<Balance> Balances,
    ImmutableArray<string> Permissions,
    CommissionRates? CommissionRates = null,
    bool? Brokered = null,
    bool? RequireSelfTradePrevention = null,
    bool? PreventSor = null,
    long? Uid = null);

/// <summary>An asset of ours: what is free and what open orders hold.</summary>
public sealed record Balance(
    string Asset,
    decimal Free,
    decimal Locked);

/// <summary>Fractions of what is received.</summary>
public sealed record CommissionRates(
    decimal Maker,
    decimal Taker,
    decimal Buyer,
    decimal Seller);

/// <summary>What trading one pair costs us.</summary>
public sealed record SymbolCommission(
    string Symbol,
    CommissionRates StandardCommission,
    CommissionRates TaxCommission,
    CommissionDiscount Discount,
    CommissionRates? SpecialCommission = null);

/// <summary>The discount for paying fees in another asset.</summary>
public sealed record CommissionDiscount(
    bool EnabledForAccount,
    bool EnabledForSymbol,
    string DiscountAsset,
    decimal Discount);

/// <summary>A WebSocket API session: whose it is and since when.</summary>
public sealed record SessionStatus(
    long ConnectedSince,
    bool ReturnRateLimits,
    long ServerTime,
    bool UserDataStream,
    // Null: nobody has logged on.
    string? ApiKey = null,
    long? AuthorizedSince = null);

/// <summary>A subscription to a user data stream.</summary>
public sealed record Subscription(long SubscriptionId);

/// <summary>What the exchange says when it refuses.</summary>
public sealed record ErrorAnswer(
    int Code,
    string Msg,
    ErrorData? Data = null);

/// <summary>More about an error: the halves of a cancel-and-replace, or until when we are banned.</summary>
public sealed record ErrorData(
    string? CancelResult = null,
    string? NewOrderResult = null,
    OrderOutcome? CancelResponse = null,
    OrderOutcome? NewOrderResponse = null,
    long? ServerTime = null,
    // Unix milliseconds.
    long? RetryAfter = null);
