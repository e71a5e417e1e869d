using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>What runs and waits, and every run that has finished.</summary>
public sealed partial class Backtests : ComponentBase, IDisposable
{
    private IDisposable? subscription;

    [Inject]
    internal RunList List { get; set; } = default!;

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = List.Subscribe(() => _ = InvokeAsync(StateHasChanged));
}
