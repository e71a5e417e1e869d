using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;

namespace Neurotrade.Tests.Orders;

public sealed class OrderLifeTests
{
    [Fact]
    public void Fill_LeavesARest_IsPartlyFilledThenFilled()
    {
        OrderState<double> partly = OrderLife.Fill(new OrderState<double>.Accepted(), 3, 2);
        OrderState<double> filled = OrderLife.Fill(partly, 2, 0);

        Assert.Equal(new OrderState<double>.PartiallyFilled(3), partly);
        Assert.Equal(new OrderState<double>.Filled(5), filled);
        Assert.True(filled.IsFinal);
    }

    // contracts 6.3: a fill may overtake the venue's answer.
    [Fact]
    public void Fill_BeforeTheVenueAnswered_Counts()
    {
        Assert.Equal(
            new OrderState<double>.Filled(1), OrderLife.Fill(new OrderState<double>.Submitted(), 1, 0));
    }

    [Fact]
    public void CancelAndExpire_PartlyFilled_KeepWhatIsDone()
    {
        OrderState<double> partly = new OrderState<double>.PartiallyFilled(3);

        Assert.Equal(new OrderState<double>.Cancelled(3), OrderLife.Cancel(partly));
        Assert.Equal(new OrderState<double>.Expired(3), OrderLife.Expire(partly));
    }

    // Nothing follows a final state.
    [Fact]
    public void AnyChange_AfterAFinalState_BreaksAPromise()
    {
        OrderState<double>[] final =
        [
            new OrderState<double>.Filled(1), new OrderState<double>.Cancelled(0), new OrderState<double>.Expired(0),
            new OrderState<double>.Rejected("filter"),
        ];

        Assert.All(final, state =>
        {
            Assert.True(state.IsFinal);
            Assert.Throws<BrokenPromiseException>(() => OrderLife.Fill(state, 1, 0));
            Assert.Throws<BrokenPromiseException>(() => OrderLife.Cancel(state));
            Assert.Throws<BrokenPromiseException>(() => OrderLife.Expire(state));
        });
    }
}
