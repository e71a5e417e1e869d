using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>Balances that changed, or may have.</summary>
public sealed record AccountPositionEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("u")] long UpdateMillis,
    [property: JsonPropertyName("B")] ImmutableArray<ChangedBalance> Balances)
    : StreamEvent;

/// <summary>An asset's balance after a change.</summary>
public sealed record ChangedBalance(
    [property: JsonPropertyName("a")] string Asset,
    [property: JsonPropertyName("f")] decimal Free,
    [property: JsonPropertyName("l")] decimal Locked);

/// <summary>A deposit, a withdrawal or a transfer.</summary>
public sealed record BalanceUpdateEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("a")] string Asset,
    [property: JsonPropertyName("d")] decimal Delta,
    [property: JsonPropertyName("T")] long ClearMillis)
    : StreamEvent;

/// <summary>Part of a balance was locked or freed from outside of trading.</summary>
public sealed record ExternalLockEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("a")] string Asset,
    [property: JsonPropertyName("d")] decimal Delta,
    [property: JsonPropertyName("T")] long TransactionMillis)
    : StreamEvent;

/// <summary>An order list changed; comes beside the reports of its orders.</summary>
public sealed record ListStatusEvent(
    [property: JsonPropertyName("E")] long EventMillis,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("g")] long OrderListId,
    [property: JsonPropertyName("c")] string ContingencyType,
    [property: JsonPropertyName("l")] string ListStatusType,
    [property: JsonPropertyName("L")] string ListOrderStatus,
    [property: JsonPropertyName("r")] string RejectReason,
    [property: JsonPropertyName("C")] string ListClientOrderId,
    [property: JsonPropertyName("T")] long TransactionMillis,
    [property: JsonPropertyName("O")] ImmutableArray<ListStatusOrder> Orders)
    : StreamEvent;

/// <summary>An order of a list, by its names.</summary>
public sealed record ListStatusOrder(
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("i")] long OrderId,
    [property: JsonPropertyName("c")] string ClientOrderId);

/// <summary>This user data stream has ended: subscribe anew.</summary>
public sealed record StreamTerminatedEvent([property: JsonPropertyName("E")] long EventMillis) : StreamEvent;
