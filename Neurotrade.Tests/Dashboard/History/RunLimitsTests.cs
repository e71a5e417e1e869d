using Microsoft.Extensions.Configuration;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Dashboard.History;

public sealed class RunLimitsTests
{
    [Fact]
    public void Of_TheSettingsThatShip_AreTheDefaults() => Assert.Equal(new RunLimits(), RunLimits.Of(Settings.Load()));

    [Fact]
    public void Of_ValuesOfOnesOwn_TakesThem() => Assert.Equal(
        new RunLimits { MostRuns = 10, MostMegabytes = 100 }, RunLimits.Of(With("10", "100")));

    [Theory]
    [InlineData("9", "100000000")]
    [InlineData("many", "-5")]
    [InlineData("10.5", "1e3")]
    public void Of_ValuesThatAreNone_NamesEachWithItsRange(string runs, string megabytes)
    {
        InputException refused = Assert.Throws<InputException>(() => RunLimits.Of(With(runs, megabytes)));

        Assert.Equal(
            [
                $"setting Runs:MostRuns: '{runs}' is not a limit; expected a whole number from 10 to 5,000",
                $"setting Runs:MostMegabytes: '{megabytes}' is not a limit; expected a whole number from 100 to 10,000,000",
            ],
            refused.Problems.Select(problem => $"{problem.File}: {problem.Message}"));
    }

    private static IConfiguration With(string runs, string megabytes) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Runs:MostRuns"] = runs, ["Runs:MostMegabytes"] = megabytes })
        .Build();
}
