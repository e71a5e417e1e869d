using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>Takes candle files into the store, one after the other, each with its progress and a way to stop it.</summary>
public sealed partial class ImportPanel : IDisposable
{
    private const int MostFiles = 200;
    private const int MostShown = 30;
    private const int MostProblems = 3;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource gone = new();
    private readonly List<ImportedFile> imports = [];
    private string exchange = "binance";
    private bool isBusy;

    [Inject]
    internal CandleImport Import { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    /// <summary>Something was stored.</summary>
    [Parameter]
    public EventCallback Imported { get; set; }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    private async Task ImportAsync(InputFileChangeEventArgs change)
    {
        if (!StoreAddress.IsExchange(exchange))
        {
            imports.Insert(0, ImportedFile.Refused("exchange", $"'{exchange}' is no name for an exchange; expected one such as binance."));
            return;
        }

        isBusy = true;
        var all = change.GetMultipleFiles(MostFiles)
            .Select(file => (File: file, Import: new ImportedFile(file.Name, CancellationTokenSource.CreateLinkedTokenSource(gone.Token))))
            .ToList();
        imports.InsertRange(0, all.Select(one => one.Import));
        foreach ((IBrowserFile file, ImportedFile import) in all)
        {
            await TakeAsync(file, import);
        }

        imports.RemoveRange(Math.Min(MostShown, imports.Count), Math.Max(0, imports.Count - MostShown));
        isBusy = false;
    }

    private async Task TakeAsync(IBrowserFile file, ImportedFile import)
    {
        long painted = 0;
        var progress = new DirectProgress(share =>
        {
            import.Share = share;
            if (Clock.GetElapsedTime(painted) >= Pace)
            {
                painted = Clock.GetTimestamp();
                _ = InvokeAsync(StateHasChanged);
            }
        });
        try
        {
            if (file.Size is 0 or > CandleImport.MostBytes)
            {
                import.Fail(file.Size == 0 ? "the file is empty" : $"larger than {CandleImport.MostBytes >> 20} MB");
                return;
            }

            await using Stream stream = file.OpenReadStream(CandleImport.MostBytes, import.Cancel.Token);
            ImportOutcome outcome = await Import.TakeAsync(file.Name, stream, file.Size, exchange, progress, import.Cancel.Token);
            import.Finish(outcome);
            await Imported.InvokeAsync();
        }
        catch (OperationCanceledException)
        {
            import.Fail("cancelled; nothing of it was stored");
        }
        catch (InputException refused)
        {
            import.Fail(TextOf(refused.Problems[0]), Rest(refused.Problems));
        }
        catch (IOException broken)
        {
            import.Fail(broken.Message);
        }
    }

    private static IEnumerable<string> Rest(IReadOnlyList<Problem> problems) => problems.Count > 1
        ? problems.Skip(1).Take(MostProblems - 1).Select(TextOf)
            .Concat(problems.Count > MostProblems ? [$"and {Figures.Number(problems.Count - MostProblems, 0)} more"] : [])
        : [];

    private static string TextOf(Problem problem) => problem.Line > 0 ? $"line {problem.Line}: {problem.Message}" : problem.Message;

    private sealed class DirectProgress(Action<double> act) : IProgress<double>
    {
        public void Report(double value) => act(value);
    }
}

/// <summary>A file on its way into the store.</summary>
internal sealed class ImportedFile(string name, CancellationTokenSource cancel)
{
    public string Name { get; } = name;

    public CancellationTokenSource Cancel { get; } = cancel;

    /// <summary>0 to 1.</summary>
    public double Share { get; set; }

    public bool IsDone { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>What came of it, in a few words.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>What else a person should know.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    public static ImportedFile Refused(string name, string why)
    {
        var file = new ImportedFile(name, new CancellationTokenSource());
        file.Fail(why);
        return file;
    }

    public void Finish(ImportOutcome outcome) =>
        (IsDone, Note, Lines) = (true, outcome.Note, outcome.Lines);

    public void Fail(string why, IEnumerable<string>? more = null) =>
        (IsDone, Failure, Note, Lines) = (true, why, "not stored", [why, .. more ?? []]);
}
