using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>One's own files and the samples, each with its last result; files are dropped in here.</summary>
public sealed partial class FilesPanel
{
    private const int MostUploads = 50;
    private readonly List<string> uploadNotes = [];

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal RunList Runs { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ShelvedStrategy> Files { get; set; }

    /// <summary>The name of the file that is shown beside.</summary>
    [Parameter]
    public string? Opened { get; set; }

    /// <summary>Told the name of the last file that came in.</summary>
    [Parameter]
    public EventCallback<string> Uploaded { get; set; }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        uploadNotes.Clear();
        string? last = null;
        foreach (IBrowserFile file in change.GetMultipleFiles(MostUploads))
        {
            string name = StrategyName.From(file.Name);
            if (file.Size is 0 or > StrategyShelf.MostBytes)
            {
                uploadNotes.Add(file.Size == 0 ? $"{name} is empty." : $"{name} is larger than {StrategyShelf.MostBytes / 1024} KiB.");
                continue;
            }

            try
            {
                await using Stream stream = file.OpenReadStream(StrategyShelf.MostBytes);
                using var reader = new StreamReader(stream);
                Shelf.Save(name, await reader.ReadToEndAsync());
                uploadNotes.Add($"{name} is on the shelf.");
                last = name;
            }
            catch (Exception refused) when (refused is InputException or IOException)
            {
                uploadNotes.Add($"{name}: {refused.Message}");
            }
        }

        if (last is not null)
        {
            await Uploaded.InvokeAsync(last);
        }
    }

    // Runs carry the strategy's own name, files theirs; a sample's begins with a number.
    private PastRun? LastRunOf(ShelvedStrategy one)
    {
        string stem = Path.GetFileNameWithoutExtension(one.Name).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        return Runs.Runs.FirstOrDefault(run => run.Strategy == stem);
    }
}
