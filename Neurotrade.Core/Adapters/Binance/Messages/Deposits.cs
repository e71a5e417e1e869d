using System.Collections.Immutable;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Where to send an asset.</summary>
public sealed record DepositAddress(
    string Coin,
    string Address,
    string Tag,
    string? Url = null,
    int? IsDefault = null);

/// <summary>An asset that came in.</summary>
public sealed record Deposit(
    string Id,
    decimal Amount,
    string Coin,
    string Network,
    int Status,
    string Address,
    string AddressTag,
    string TxId,
    long InsertTime,
    int TransferType,
    string ConfirmTimes,
    int UnlockConfirm,
    int WalletType);

/// <summary>An asset that went out; times are as the exchange words them.</summary>
public sealed record Withdrawal(
    string Id,
    decimal Amount,
    decimal TransactionFee,
    string Coin,
    int Status,
    string Address,
    string TxId,
    string ApplyTime,
    string Network,
    int TransferType,
    int? ConfirmNo = null,
    int? WalletType = null,
    string? WithdrawOrderId = null,
    string? Info = null,
    string? TxKey = null,
    string? CompleteTime = null);

/// <summary>An address that the account's owner knows.</summary>
public sealed record WithdrawalAddress(
    string Address,
    string AddressTag,
    string Coin,
    string Name,
    string Network,
    string Origin,
    string OriginType,
    bool WhiteStatus);

/// <summary>An asset and the networks on which it moves.</summary>
public sealed record CoinInformation(
    string Coin,
    string Name,
    bool DepositAllEnable,
    bool WithdrawAllEnable,
    bool IsLegalMoney,
    bool Trading,
    decimal Free,
    decimal Freeze,
    decimal Ipoable,
    decimal Ipoing,
    decimal Locked,
    decimal Storage,
    decimal Withdrawing,
    ImmutableArray<CoinNetwork> NetworkList);

/// <summary>A network on which an asset moves.</summary>
public sealed record CoinNetwork(
    string Network,
    string Coin,
    string Name,
    bool IsDefault,
    bool DepositEnable,
    bool WithdrawEnable,
    string AddressRegex,
    string MemoRegex,
    int MinConfirm,
    int UnLockConfirm,
    decimal WithdrawFee,
    decimal WithdrawIntegerMultiple,
    decimal WithdrawMax,
    decimal WithdrawMin,
    bool SameAddress,
    int EstimatedArrivalTime,
    bool Busy,
    string? DepositDesc = null,
    string? WithdrawDesc = null,
    string? SpecialTips = null);
