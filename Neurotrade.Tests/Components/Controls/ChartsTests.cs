using Bunit;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Controls;

/// <summary>What the charts of statistics ask of the browser.</summary>
public sealed class ChartsTests : BunitContext
{
    private static readonly CurveChartOptions Curves = new(
        "api/runs/r/curves", [new CurvePanel("money", 1, true, 10_000, [new CurveLine("equity", "Strategy", "s1", 2, 0)])], false, true);

    [Fact]
    public void Curves_AreMadeOnce_AndOnlyTheirScaleIsToldAgain()
    {
        BunitJSModuleInterop module = Module("createCurves", out BunitJSModuleInterop drawn);
        drawn.Setup<object>("setLog", true).SetResult(true);
        IRenderedComponent<CurveChart> chart = Render<CurveChart>(with => with.Add(one => one.Options, Curves).Add(one => one.Label, "Equity"));

        chart.Render(with => with.Add(one => one.Options, Curves).Add(one => one.Label, "Equity now"));
        Assert.Empty(drawn.Invocations);
        chart.Render(with => with.Add(one => one.Options, Curves with { Log = true }));

        Assert.Same(Curves, Assert.Single(module.Invocations["createCurves"]).Arguments[1]);
        Assert.Single(drawn.Invocations["setLog"]);
        Assert.Equal("Equity now", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void AHistogram_SaysHowManyItCountsAndIsDrawnAnewOnlyForOthers()
    {
        Module("createHistogram", out BunitJSModuleInterop drawn);
        drawn.Setup<object>("show", _ => true).SetResult(true);
        Bins bins = Bins.Of([0.1, 0.2, -0.1]);
        IRenderedComponent<ReturnHistogram> chart = Render<ReturnHistogram>(with => with.Add(one => one.Bins, bins).Add(one => one.What, "trades"));
        Assert.Contains("3 trades", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);

        chart.Render(with => with.Add(one => one.Bins, bins));
        Assert.Empty(drawn.Invocations);
        chart.Render(with => with.Add(one => one.Bins, Bins.Of([0.1])));

        Assert.Single(drawn.Invocations["show"]);
    }

    private BunitJSModuleInterop Module(string maker, out BunitJSModuleInterop drawn)
    {
        BunitJSModuleInterop module = JSInterop.SetupModule(_ => true);
        drawn = module.SetupModule(maker, _ => true);
        return module;
    }
}
