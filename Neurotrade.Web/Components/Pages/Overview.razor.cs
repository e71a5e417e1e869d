using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages;

/// <summary>What runs, and what came of the last runs.</summary>
public sealed partial class Overview : IDisposable
{
    private IDisposable? subscription;

    [Inject]
    internal RunList List { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = List.Subscribe(() => _ = InvokeAsync(StateHasChanged));
}
