using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;

namespace Neurotrade.Tests.Commands;

public sealed class StateFolderTests
{
    // contracts 1: NEUROTRADE_DATA, else $XDG_DATA_HOME/neurotrade, else ~/.local/share/neurotrade
    [Theory]
    [InlineData("/given", "/xdg", "/home/a", "/given")]
    [InlineData(null, "/xdg", "/home/a", "/xdg/neurotrade")]
    [InlineData("", "relative", "/home/a", "/home/a/.local/share/neurotrade")]
    [InlineData(null, null, "/home/a", "/home/a/.local/share/neurotrade")]
    public void Of_WhatIsSet_TakesTheFirst(string? named, string? xdg, string? home, string expected) =>
        Assert.Equal(expected, StateFolder.Of(named, xdg, home).Root);

    [Fact]
    public void Of_NoHome_SaysWhatToSet()
    {
        InputException refused = Assert.Throws<InputException>(() => StateFolder.Of(null, null, null));

        Assert.Contains("NEUROTRADE_DATA", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
    }
}
