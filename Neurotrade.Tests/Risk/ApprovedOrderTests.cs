using System.Reflection;
using Neurotrade.Core.Market;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Risk;

public sealed class ApprovedOrderTests
{
    // Only the risk check can make one: no constructor is to be had, nor a copy with another budget.
    [Fact]
    public void Type_Constructors_ArePrivate()
    {
        ConstructorInfo[] constructors = typeof(ApprovedOrder<double>).GetConstructors(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

        Assert.All(constructors, constructor => Assert.True(constructor.IsPrivate));
        Assert.All(typeof(ApprovedOrder<double>).GetProperties(), property => Assert.False(property.CanWrite));
    }

    [Fact]
    public void Review_NoRuleObjects_ApprovesTheWholeBudget()
    {
        Ruling<double>.Approved approved = Assert.IsType<Ruling<double>.Approved>(
            Check(new RiskLimits()).Review(Intent(500), Account()));

        Assert.Equal((500.0, false), (approved.Order.Budget, approved.Order.IsCapped));
    }

    // A refusal is a value with the rule's name and a reason to show.
    [Fact]
    public void Review_RuleObjects_RefusesWithItsNameAndAReason()
    {
        Ruling<double>.Refused refused = Assert.IsType<Ruling<double>.Refused>(
            Check(new RiskLimits { MaxPositions = 1 }).Review(Intent(500), Account(taken: 1)));

        Assert.Equal("max_positions", refused.Rule);
        Assert.NotEmpty(refused.Reason);
    }

    // contracts 4.21: limit × equity − value of positions − budgets of orders not yet filled.
    [Theory]
    [InlineData(0, 0, 500, false)]
    [InlineData(100, 100, 400, true)]
    [InlineData(100, 499, 1, true)]
    public void Review_Exposure_CapsTheBudget(double value, double unfilled, double budget, bool isCapped)
    {
        Ruling<double>.Approved approved = Assert.IsType<Ruling<double>.Approved>(
            Check(new RiskLimits { MaxExposure = 0.6 }).Review(Intent(500), Account(value, unfilled)));

        Assert.Equal((budget, isCapped), (approved.Order.Budget, approved.Order.IsCapped));
    }

    [Fact]
    public void Review_ExposureReached_Refuses()
    {
        Ruling<double>.Refused refused = Assert.IsType<Ruling<double>.Refused>(
            Check(new RiskLimits { MaxExposure = 0.5 }).Review(Intent(500), Account(value: 250, unfilled: 250)));

        Assert.Equal("max_exposure", refused.Rule);
    }

    private static ApprovedOrder<double>.Check Check(RiskLimits limits) =>
        new(RiskRules.Of(limits, 1000.0, Timeframe.Hour));

    private static EntryIntent<double> Intent(double budget) =>
        new(0, new EntrySize<double>.Spend(budget), budget, null, null, 0, double.NaN, string.Empty);

    private static AccountAtClose<double> Account(double value = 0, double unfilled = 0, int taken = 0) =>
        new(0, 1000, value, unfilled, taken);
}
