using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Layout;

/// <summary>What runs now, on every page.</summary>
public sealed partial class JobsFoot : IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private Job? job;
    private FileImport? import;
    private int imports;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal ImportQueue Imports { get; set; } = default!;

    public void Dispose() => subscriptions.ForEach(one => one.Dispose());

    protected override void OnInitialized()
    {
        Read();
        subscriptions.Add(Jobs.Subscribe(() => _ = InvokeAsync(Show)));
        subscriptions.Add(Imports.Subscribe(() => _ = InvokeAsync(Show)));
    }

    private void Show()
    {
        Read();
        StateHasChanged();
    }

    private void Read()
    {
        job = Jobs.List().FirstOrDefault(one => one.IsActive);
        FileImport[] active = [.. Imports.List().Where(one => one.IsMoving)];
        (import, imports) = (active.MaxBy(one => one.State), active.Length);
    }
}
