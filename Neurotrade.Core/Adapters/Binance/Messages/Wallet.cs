using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>What an API key may do; withdrawing must be off for a key that trades.</summary>
public sealed record ApiRestrictions(
    bool IpRestrict,
    long CreateTime,
    bool EnableReading,
    bool EnableSpotAndMarginTrading,
    bool EnableWithdrawals,
    bool EnableInternalTransfer,
    bool EnableMargin,
    bool EnableFutures,
    bool EnableVanillaOptions,
    bool PermitsUniversalTransfer,
    bool? EnablePortfolioMarginTrading = null);

/// <summary>Whether the exchange is up: 0, or down for maintenance: 1.</summary>
public sealed record SystemStatus(
    int Status,
    string Msg);

/// <summary>One word about an account.</summary>
public sealed record AccountStatus(string Data);

/// <summary>An account's level and what is switched on for it.</summary>
public sealed record AccountLevel(
    int VipLevel,
    bool IsMarginEnabled,
    bool IsFutureEnabled);

/// <summary>Whether trading by API is locked.</summary>
public sealed record TradingStatus(TradingLock Data);

/// <summary>A lock on trading by API and what leads to it.</summary>
public sealed record TradingLock(
    bool IsLocked,
    // Unix milliseconds; 0: not locked.
    long PlannedRecoverTime,
    TradingLockTriggers TriggerCondition,
    long UpdateTime);

/// <summary>Shares in basis points beyond which trading is locked: of orders too far off, expired or never filled.</summary>
public sealed record TradingLockTriggers(
    [property: JsonPropertyName("GCR")] int CancelRatio,
    [property: JsonPropertyName("IFER")] int ExpiryRatio,
    [property: JsonPropertyName("UFR")] int UnfilledRatio);

/// <summary>Whether fees are paid in BNB.</summary>
public sealed record BnbBurn(
    [property: JsonPropertyName("spotBNBBurn")] bool SpotBurn,
    [property: JsonPropertyName("interestBNBBurn")] bool InterestBurn);

/// <summary>An asset with all that holds it.</summary>
public sealed record AssetBalance(
    string Asset,
    decimal Free,
    decimal Locked,
    decimal Freeze,
    decimal Withdrawing,
    decimal Ipoable,
    decimal BtcValuation);

/// <summary>One wallet's worth in BTC.</summary>
public sealed record WalletBalance(
    bool Activate,
    decimal Balance,
    string WalletName);

/// <summary>What trading a pair costs.</summary>
public sealed record TradeFee(
    string Symbol,
    decimal MakerCommission,
    decimal TakerCommission);

/// <summary>Balances at the ends of days.</summary>
public sealed record AccountSnapshots(
    int Code,
    string Msg,
    ImmutableArray<AccountSnapshot> SnapshotVos);

/// <summary>Balances at the end of a day.</summary>
public sealed record AccountSnapshot(
    string Type,
    long UpdateTime,
    SnapshotBalances Data);

/// <summary>Balances with their worth in BTC.</summary>
public sealed record SnapshotBalances(
    ImmutableArray<Balance> Balances,
    decimal TotalAssetOfBtc);

/// <summary>Pairs that end, and when.</summary>
public sealed record DelistSchedule(
    long DelistTime,
    ImmutableArray<string> Symbols);

/// <summary>Whether and at what fee an asset can be moved.</summary>
public sealed record AssetDetail(
    decimal MinWithdrawAmount,
    bool DepositStatus,
    decimal WithdrawFee,
    bool WithdrawStatus,
    string? DepositTip = null);

/// <summary>A transfer between wallets that was taken on.</summary>
public sealed record TransferId(long TranId);

/// <summary>A withdrawal that was taken on.</summary>
public sealed record WithdrawalId(string Id);

/// <summary>Transfers between wallets.</summary>
public sealed record Transfers(
    int Total,
    ImmutableArray<Transfer> Rows);

/// <summary>A transfer between wallets.</summary>
public sealed record Transfer(
    string Asset,
    decimal Amount,
    string Type,
    string Status,
    long TranId,
    long Timestamp);
