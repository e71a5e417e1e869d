using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Takes files by drop or choice, and says of each what became of it.</summary>
public sealed partial class UploadDrop
{
    private IReadOnlyList<UploadNote> notes = [];
    private bool isReading;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    /// <summary>Told the name of the last file that is kept.</summary>
    [Parameter]
    public EventCallback<string> Uploaded { get; set; }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        // As many as there are: to ask for fewer is an error where there are more.
        IReadOnlyList<IBrowserFile> files = change.GetMultipleFiles(Math.Max(1, change.FileCount));
        var told = new List<UploadNote>();
        (notes, isReading) = (told, true);
        foreach (IBrowserFile file in files.Take(StrategyUpload.MostFiles))
        {
            told.Add(StrategyUpload.Refusal(file.Name, file.Size) ?? await KeepAsync(file));
            StateHasChanged();
        }

        isReading = false;
        if (files.Count > StrategyUpload.MostFiles)
        {
            told.Add(new UploadNote(null, string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Count - StrategyUpload.MostFiles} more were not read: {StrategyUpload.MostFiles} are taken at a time.")));
        }

        if (told.LastOrDefault(note => note.Name is not null) is { } last)
        {
            await Uploaded.InvokeAsync(last.Name);
        }
    }

    private async Task<UploadNote> KeepAsync(IBrowserFile file)
    {
        try
        {
            using var bytes = new MemoryStream();
            await using Stream stream = file.OpenReadStream(StrategyShelf.MostBytes);
            await stream.CopyToAsync(bytes);
            return StrategyUpload.Keep(Shelf, file.Name, bytes.ToArray());
        }
        catch (IOException cut)
        {
            return new UploadNote(null, $"{file.Name} was cut off on its way: {cut.Message}");
        }
    }
}
