using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Neurotrade.Web.Components.Layout;

/// <summary>The frame of every page: rail, bar and the page itself; on a phone the rail is a bar of tabs.</summary>
public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private static string Version { get; } = typeof(MainLayout).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    // A run, alone or beside others, belongs to the backtests.
    private bool IsRun => Navigation.ToBaseRelativePath(Navigation.Uri) is var path
        && (path.StartsWith("runs/", StringComparison.Ordinal) || path.StartsWith("compare", StringComparison.Ordinal));

    public void Dispose() => Navigation.LocationChanged -= Redraw;

    protected override void OnInitialized() => Navigation.LocationChanged += Redraw;

    private void Redraw(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(StateHasChanged);
}
