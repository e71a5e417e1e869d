using Neurotrade.Web.Components.Pages.Backtesting;

namespace Neurotrade.Tests.Components.Pages;

public sealed class BacktestFormTests
{
    [Fact]
    public void Of_ItsOwnAddress_IsTheSameForm()
    {
        BacktestForm form = new BacktestForm
        {
            Strategy = "my strategy & more.yaml",
            Exchange = "binance",
            From = "2020-01-01",
            To = "2020-02-01",
            Capital = "2,500",
            Rules = "rules-01234567.json",
            Job = 7,
        }.With("fast", " 7 ").With("stop", "2%");

        BacktestForm read = BacktestForm.Of("http://localhost/" + form.Address());

        Assert.Equal(form with { Set = read.Set }, read);
        Assert.Equal(form.Set, read.Set);
        Assert.Equal("7", read.Set["fast"]);
    }

    [Theory]
    [InlineData("http://localhost/backtests/new", null)]
    [InlineData("http://localhost/backtests/new?strategy=&job=x&set=fast%3D&set=&set=%3D5", null)]
    [InlineData("http://localhost/backtests/new?strategy=a&strategy=b", "a")]
    public void Of_AnyAddress_TakesWhatItCan(string address, string? strategy)
    {
        BacktestForm form = BacktestForm.Of(address);

        Assert.Equal(strategy, form.Strategy);
        Assert.Null(form.Job);
        Assert.Empty(form.Set);
    }

    [Fact]
    public void With_NothingTyped_IsTheFilesAgain() => Assert.Empty(new BacktestForm().With("fast", "7").With("fast", " ").Set);
}
