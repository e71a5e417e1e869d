using Neurotrade.Core.Market;
using Neurotrade.Web.Security;

namespace Neurotrade.Tests.Security;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:0", true)]
    [InlineData("http://[::1]:5080;https://127.0.0.1:5081", true)]
    [InlineData("http://192.168.1.5:5080", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    public void Of_AnAddress_TellsWhetherOthersReachIt(string text, bool isLoopback) =>
        Assert.Equal(isLoopback, ListenAddresses.Of(text, "--urls").IsLoopback);

    [Fact]
    public void Of_Loopback_AnswersNoOtherName() => Assert.Equal(
        ["localhost", "127.0.0.1", "[::1]"], ListenAddresses.Of("http://127.0.0.1:5080", "--urls").AllowedHosts);

    [Theory]
    [InlineData("")]
    [InlineData("5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080;nonsense")]
    public void Of_WhatIsNoAddress_IsOneProblem(string text)
    {
        InputException refused = Assert.Throws<InputException>(() => ListenAddresses.Of(text, "--urls"));

        Assert.StartsWith("--urls:0:0:", Assert.Single(refused.Problems).ToString(), StringComparison.Ordinal);
    }
}
