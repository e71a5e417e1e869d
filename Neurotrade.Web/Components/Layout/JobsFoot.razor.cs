using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Layout;

/// <summary>What runs now, on every page.</summary>
public sealed partial class JobsFoot : IDisposable
{
    private IDisposable? subscription;
    private Job? job;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        Read();
        subscription = Jobs.Subscribe(() => _ = InvokeAsync(() =>
        {
            Read();
            StateHasChanged();
        }));
    }

    private void Read() => job = Jobs.List().FirstOrDefault(one => one.IsActive);
}
