using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Accounts;

public sealed class PositionTests
{
    // contracts 4.19: cost = q·p + fee; cash −= cost; selling cash += q·p − fee; pnl = q·p − fee − cost.
    [Fact]
    public void BuyAndSell_WithFees_FollowTheContractToTheBit()
    {
        Portfolio<double> portfolio = new(1000, 1);
        double q = 1000 / (33.3 * (1 + 0.001));
        double cost = q * 33.3 + q * 33.3 * 0.001;
        double proceeds = q * 34.7 - q * 34.7 * 0.001;

        portfolio.Apply(Buy(33.3, q, q * 33.3 * 0.001));
        portfolio.Mark(0, 34);
        double equity = portfolio.Equity;
        portfolio.Apply(Sell(34.7, q, q * 34.7 * 0.001));

        Assert.Equal(1000 - cost + q * 34, equity);
        Assert.Equal(1000 - cost + proceeds, portfolio.Wallet.Cash);
        Assert.Equal(proceeds - cost, portfolio.Positions[0].Pnl);
    }

    // One arithmetic for both number types.
    [Fact]
    public void BuyAndSell_InDecimal_AreExact()
    {
        Position<decimal> position = new();

        Assert.Equal(30.303m, position.Buy(Buy(10.1, 3m, 0.003m)));
        Assert.Equal(31.197m, position.Sell(Sell(10.4, 3m, 0.003m)));
        Assert.Equal(0.894m, position.Pnl);
        Assert.False(position.IsOpen);
    }

    // contracts 4.18: the entry price is quantity-weighted; exactly the fill's while there is one.
    [Fact]
    public void EntryPrice_OfTwoBuys_IsQuantityWeighted()
    {
        Position<double> position = new();

        position.Buy(Buy(0.1, 3.0, 0));
        Assert.Equal(0.1, position.EntryPrice);
        position.Buy(Buy(0.4, 1.0, 0));
        Assert.Equal((3 * 0.1 + 1 * 0.4) / 4, position.EntryPrice);
    }

    [Fact]
    public void Sell_MoreThanIsHeld_BreaksAPromise()
    {
        Position<double> position = new();
        position.Buy(Buy(10, 1.0, 0));

        Assert.Throws<BrokenPromiseException>(() => position.Sell(Sell(10, 1.5, 0)));
    }

    [Fact]
    public void Fees_OfAllFills_AreAddedInTheirOrder()
    {
        Position<double> position = new();
        position.Buy(Buy(1, 1.0, 0.1));
        position.Sell(Sell(1, 0.5, 0.2));
        position.Sell(Sell(1, 0.5, 0.3));

        Assert.Equal(0.1 + 0.2 + 0.3, position.Fees);
    }

    [Fact]
    public void Wallet_NothingHeldAnyMore_IsFreeToTheLastBit()
    {
        Wallet<double> wallet = new(1);
        wallet.Hold(0.1 + 0.2);
        wallet.Hold(0);

        Assert.Equal((1.0, 0.0), (wallet.Free, wallet.Reserved));
    }

    private static Fill<T> Buy<T>(double price, T quantity, T fee) =>
        new(0, 1, 0, 0, TradeSide.Buy, price, quantity, fee, Liquidity.Taker, FillReason.Entry);

    private static Fill<T> Sell<T>(double price, T quantity, T fee) =>
        new(0, 2, 1, 60_000, TradeSide.Sell, price, quantity, fee, Liquidity.Taker, FillReason.Signal);
}
