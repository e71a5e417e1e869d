using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class PriceChartTests : BunitContext
{
    private static readonly PriceChartOptions Options = new("api/none", null, 100, 2, [], [], new RowRange(0, 50), null);

    // Else the browser keeps a chart that nobody ends and that goes on telling a page that is gone.
    [Fact]
    public async Task Chart_LeftWhileItIsBeingMade_IsEndedOnceItStands()
    {
        await using var browser = new SlowBrowser();
        Services.AddSingleton<IJSRuntime>(browser);
        IRenderedComponent<PriceChart> chart = Render<PriceChart>(with => with.Add(one => one.Options, Options).Add(one => one.Label, "x"));

        await chart.Instance.DisposeAsync();
        Assert.Equal(["import", "create"], browser.Calls);
        browser.Stand();

        chart.WaitForAssertion(() => Assert.Equal(["import", "create", "dispose"], browser.Calls));
    }

    [Fact]
    public async Task Chart_ThatIsGone_TellsNothingAnyMore()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var told = new List<object>();
        IRenderedComponent<PriceChart> chart = Render<PriceChart>(with => with.Add(one => one.Options, Options).Add(one => one.Label, "x")
            .Add(one => one.RangeMoved, range => told.Add(range)).Add(one => one.RowSelected, row => told.Add(row)));
        await chart.InvokeAsync(() => chart.Instance.Moved(3, 9));
        Assert.Equal([new RowRange(3, 9)], told);

        await chart.InvokeAsync(async () => await chart.Instance.DisposeAsync());
        await chart.InvokeAsync(() => chart.Instance.Moved(4, 9));
        await chart.InvokeAsync(() => chart.Instance.Selected(4));

        Assert.Single(told);
    }

    /// <summary>A browser in which a chart takes until it is told to stand.</summary>
    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource stands = new();

        public List<string> Calls { get; } = [];

        public void Stand() => stands.SetResult();

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
        {
            Calls.Add(identifier);
            if (identifier == "create")
            {
                await stands.Task.WaitAsync(cancellationToken);
            }

            return this is TValue value ? value : default!;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
