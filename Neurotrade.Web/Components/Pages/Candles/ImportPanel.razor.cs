using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>
/// Where candle files are dropped, and how far they are. The browser sends them, the server stores them: the page may be
/// left meanwhile.
/// </summary>
public sealed partial class ImportPanel : IDisposable
{
    private const int MostShown = 15;

    private IReadOnlyList<FileImport> shown = [];
    private IDisposable? subscription;
    private string exchange = "binance";
    private int active;

    [Inject]
    internal ImportQueue Imports { get; set; } = default!;

    private bool IsExchange => StoreAddress.IsExchange(exchange);

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized()
    {
        Read();
        subscription = Imports.Subscribe(() => _ = InvokeAsync(() =>
        {
            Read();
            StateHasChanged();
        }));
    }

    private void Read()
    {
        shown = Imports.List();
        active = shown.Count(one => one.IsActive);
    }

    private IEnumerable<FileImport> AskingLike(FileImport one) => shown
        .Where(other => other.State == ImportState.Asking && other.Question?.Kind == one.Question?.Kind);

    private void Answer(FileImport one, ImportAnswer answer)
    {
        foreach (FileImport other in answer.ForAll ? AskingLike(one).ToArray() : [one])
        {
            Imports.Answer(other.Id, answer.Symbol, answer.Timeframe);
        }
    }

    private void CancelAll()
    {
        foreach (FileImport one in shown.Where(one => one.IsActive))
        {
            Imports.Cancel(one.Id);
        }
    }
}
