using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Which instrument rules a backtest runs under: none, a stored document, or one that is uploaded now.</summary>
public sealed partial class RulesField : IDisposable
{
    private const int MostProblems = 3;
    private const string Meaning = "An exchangeInfo document: quantities are rounded to its lot steps and orders under its minimum "
        + "are not placed. Without one nothing is rounded.";

    private readonly CancellationTokenSource gone = new();
    private IReadOnlyList<string> stored = [];
    private string? failure;
    private bool isBusy;

    [Inject]
    internal RulesShelf Shelf { get; set; } = default!;

    /// <summary>A stored document's name; null: none.</summary>
    [Parameter]
    public string? Chosen { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback<string?> RulesChosen { get; set; }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }

    protected override void OnParametersSet() => stored = Shelf.List();

    private async Task TakeAsync(InputFileChangeEventArgs change)
    {
        (failure, isBusy) = (null, true);
        try
        {
            IBrowserFile file = change.File;
            if (file.Size is 0 or > RulesShelf.MostBytes)
            {
                failure = file.Size == 0 ? $"{file.Name}: the file is empty." : $"{file.Name}: larger than {RulesShelf.MostBytes >> 20} MB.";
                return;
            }

            using var bytes = new MemoryStream((int)file.Size);
            await using (Stream stream = file.OpenReadStream(RulesShelf.MostBytes, gone.Token))
            {
                await stream.CopyToAsync(bytes, gone.Token);
            }

            string name = await Task.Run(() => Shelf.Save(file.Name, bytes.ToArray()), gone.Token);
            await RulesChosen.InvokeAsync(name);
        }
        catch (InputException refused)
        {
            failure = string.Join(' ', refused.Problems.Take(MostProblems).Select(problem => $"{problem}."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            failure = $"It could not be kept: {refused.Message}";
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            isBusy = false;
        }
    }
}
