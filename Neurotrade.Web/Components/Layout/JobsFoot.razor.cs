using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Layout;

/// <summary>What runs now, on every page.</summary>
public sealed partial class JobsFoot : IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private Job? job;
    private FileImport? import;
    private KeptSweep? sweep;
    private int imports;
    private int sweeps;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal ImportQueue Imports { get; set; } = default!;

    [Inject]
    internal SweepQueue Sweeps { get; set; } = default!;

    public void Dispose() => subscriptions.ForEach(one => one.Dispose());

    protected override void OnInitialized()
    {
        Read();
        subscriptions.Add(Jobs.Subscribe(() => _ = InvokeAsync(Show)));
        subscriptions.Add(Sweeps.Subscribe(() => _ = InvokeAsync(Show)));
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
        KeptSweep[] underWay = [.. Sweeps.List().TakeWhile(one => one.IsActive)];
        (sweep, sweeps) = (underWay.FirstOrDefault(), underWay.Length);
        FileImport[] active = [.. Imports.List().Where(one => one.IsMoving)];
        (import, imports) = (active.MaxBy(one => (one.IsAtWork, one.State)), active.Length);
    }
}
