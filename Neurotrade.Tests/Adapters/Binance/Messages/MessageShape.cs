using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

/// <summary>A kind of message: how it is read, and what is written of it again.</summary>
internal abstract class MessageShape
{
    private static readonly (string Words, MessageShape? One, MessageShape? Many)[] Shapes =
    [
        ("docs_filters", Of(BinanceJson.Default.Filter), null),
        ("docs_enums", Of(BinanceJson.Default.RateLimit), null),
        ("docs_ws_streams/listing", null, Of(BinanceJson.Default.Texts)),
        ("connectivity|ping_response|market_ping|unsubscribe_from_user", Of(BinanceJson.Default.Nothing), null),
        ("subscription|subscribe_to_user|binance_net_streams", Of(BinanceJson.Default.Subscription), Of(BinanceJson.Default.Subscriptions)),
        ("server_time|market_time|rate_limits_1|rate_limit_information|GetServerTime", Of(BinanceJson.Default.ServerClock), null),
        ("exchange_info|GetExchangeInfo", Of(BinanceJson.Default.ExchangeInformation), null),
        ("execution_rules|GetExecutionRules", Of(BinanceJson.Default.ExecutionRules), null),
        ("order_book_\\d|market_depth|depth_response|GetOrderBook", Of(BinanceJson.Default.Depth), null),
        ("aggregate_trades|agg_trades|GetAggregatedTrade", null, Of(BinanceJson.Default.AggregateTrades)),
        ("account_trade|myTrades|GetUserTrades", null, Of(BinanceJson.Default.OwnTrades)),
        ("recent_trades|trade_lookup|historical_|GetRecentTrades|GetTradeHistory|trades", null, Of(BinanceJson.Default.MarketTrades)),
        ("kline|Klines", null, Of(BinanceJson.Default.Klines)),
        ("average_price|avg_price|AvgPrice", Of(BinanceJson.Default.AveragePrice), null),
        ("docs_ws_api/rolling_window_price_change_statistics_2", Of(BinanceJson.Default.TickerSpan), null),
        ("24hr|rolling_window|trading_day|GetRollingWindowTicker|GetTicker|GetTradingDay",
            Of(BinanceJson.Default.Ticker), Of(BinanceJson.Default.Tickers)),
        ("ticker_price|price_ticker|GetPrice", Of(BinanceJson.Default.PriceTicker), Of(BinanceJson.Default.PriceTickers)),
        ("book_ticker|GetBook", Of(BinanceJson.Default.BookTicker), Of(BinanceJson.Default.BookTickers)),
        ("reference_price_calculation|ReferencePriceCalculation", Of(BinanceJson.Default.ReferencePriceCalculation), null),
        ("reference_price|GetReferencePrice", Of(BinanceJson.Default.ReferencePrice), null),
        ("cancel_all_open|cancel_open|CancelAllOrders", null, Of(BinanceJson.Default.CancelledOrders)),
        ("cancel_an_existing|cancel_and_replace|ReplaceOrder", Of(BinanceJson.Default.ReplacedOrder), null),
        ("order_list|oco|opo_|otoco|_oto_|Oco|Oto", Of(BinanceJson.Default.OrderList), Of(BinanceJson.Default.OrderLists)),
        ("cancel_order|CancelOrder", Of(BinanceJson.Default.Cancelled), null),
        ("order_amendments", null, Of(BinanceJson.Default.OrderAmendments)),
        ("order_amend|AmendOrder", Of(BinanceJson.Default.AmendedOrder), null),
        ("test_new_order|PlaceTestOrder", Of(BinanceJson.Default.OrderCommission), null),
        ("unfilled_order_count_user|GetOrderRateLimit|query_unfilled", null, Of(BinanceJson.Default.RateLimits)),
        ("account_information|wallet_account|account_response|GetAccountInfo", Of(BinanceJson.Default.Account), null),
        ("allocations", null, Of(BinanceJson.Default.Allocations)),
        ("prevented|Prevented", null, Of(BinanceJson.Default.PreventedMatches)),
        ("commission_rates|GetCommissionRates", Of(BinanceJson.Default.SymbolCommission), null),
        ("relevant_filters", Of(BinanceJson.Default.RelevantFilters), null),
        ("new_order|order_history|all_orders|open_orders|query_order|order_response|response_format|unfilled_order_count_1"
            + "|PlaceOrder|GetOrder|GetOpenOrders", Of(BinanceJson.Default.OrderReport), Of(BinanceJson.Default.OrderReports)),
        ("log_in|log_out|session_status", Of(BinanceJson.Default.SessionStatus), null),
        ("ip_limits", null, Of(BinanceJson.Default.OrderReports)),
        ("APIKeyPermissions", Of(BinanceJson.Default.ApiRestrictions), null),
        ("SystemStatus", Of(BinanceJson.Default.SystemStatus), null),
        ("GetAccountStatus", Of(BinanceJson.Default.AccountStatus), null),
        ("VipLevel", Of(BinanceJson.Default.AccountLevel), null),
        ("TradingStatus", Of(BinanceJson.Default.TradingStatus), null),
        ("BnbBurn", Of(BinanceJson.Default.BnbBurn), null),
        ("Snapshot", Of(BinanceJson.Default.AccountSnapshots), null),
        ("GetBalances", null, Of(BinanceJson.Default.AssetBalances)),
        ("GetWalletBalances", null, Of(BinanceJson.Default.WalletBalances)),
        ("TradeFee|trading_fee", Of(BinanceJson.Default.TradeFee), Of(BinanceJson.Default.TradeFees)),
        ("GetTransfers", Of(BinanceJson.Default.Transfers), null),
        ("Account_Transfer", Of(BinanceJson.Default.TransferId), null),
        ("Account_Withdraw\\.", Of(BinanceJson.Default.WithdrawalId), null),
        ("DepositAddress", Of(BinanceJson.Default.DepositAddress), Of(BinanceJson.Default.DepositAddresses)),
        ("DepositHistory", null, Of(BinanceJson.Default.Deposits)),
        ("WithdrawalHistory", null, Of(BinanceJson.Default.Withdrawals)),
        ("WithdrawalAddresses", null, Of(BinanceJson.Default.WithdrawalAddresses)),
        ("GetUserAssets", null, Of(BinanceJson.Default.Coins)),
        ("AssetDetails", Of(BinanceJson.Default.AssetDetails), null),
        ("Delist", null, Of(BinanceJson.Default.DelistSchedules)),
    ];

    /// <summary>What every refusal is read as.</summary>
    public static MessageShape Error { get; } = Of(BinanceJson.Default.ErrorAnswer);

    /// <summary>The limits beside an answer.</summary>
    public static MessageShape Limits { get; } = Of(BinanceJson.Default.RateLimits);

    private static MessageShape Nothing { get; } = Of(BinanceJson.Default.Nothing);

    /// <summary>The kind of answer that a file holds; null where no kind is named for it.</summary>
    public static MessageShape? For(string file, JsonElement answer)
    {
        bool isError = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("code", out _)
            && !answer.TryGetProperty("snapshotVos", out _);
        if (isError || (answer.ValueKind == JsonValueKind.Object && !answer.EnumerateObject().Any()))
        {
            return isError ? Error : Nothing;
        }

        (string _, MessageShape? one, MessageShape? many) = Array.Find(
            Shapes, shape => System.Text.RegularExpressions.Regex.IsMatch(file, shape.Words));
        return answer.ValueKind == JsonValueKind.Array ? many : one;
    }

    /// <summary>Reads a message and writes it again; null and the problem where it cannot be read.</summary>
    public abstract byte[]? Again(ReadOnlySpan<byte> json, out WireProblem? problem);

    private static Typed<T> Of<T>(JsonTypeInfo<T> shape) => new(shape);

    private sealed class Typed<T>(JsonTypeInfo<T> shape) : MessageShape
    {
        public override byte[]? Again(ReadOnlySpan<byte> json, out WireProblem? problem) =>
            Wire.TryRead(json, shape, out T? value, out problem) ? Wire.Write(value, shape) : null;
    }
}
