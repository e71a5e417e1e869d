using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The strategy files, and the text of one with what it says. Which one is open stands in the address.</summary>
public sealed partial class StrategiesPage
{
    private const int MostProblems = 50;
    private const int MostUploads = 50;

    private IReadOnlyList<ShelvedStrategy> files = [];
    private readonly List<string> uploadNotes = [];
    private StrategyEditor? editor;
    private StrategyCheck reading = new(null, [], TimeSpan.Zero);
    private Strategy? valid;
    private string? opened;
    private string? missing;
    private string? saveProblem;
    private string text = string.Empty;
    private bool isChanged;
    private bool isSample;
    private bool isSure;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal RunList Runs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private string? File { get; set; }

    private StrategyNeeds Needs => StrategyNeeds.Of(valid!);

    private string ProblemCount => reading.Problems.Count == 1
        ? "1 problem"
        : string.Create(CultureInfo.InvariantCulture, $"{reading.Problems.Count} problems");

    protected override void OnParametersSet()
    {
        files = Shelf.List();
        if (File == opened && opened is not null)
        {
            return;
        }

        string? found = File is null ? null : Shelf.Read(File);
        opened = found is null ? null : File;
        missing = found is null ? File : null;
        (isChanged, isSure, saveProblem, valid) = (false, false, null, null);
        isSample = files.FirstOrDefault(one => one.Name == opened)?.IsSample == true;
        if (found is not null)
        {
            Check(found);
            isChanged = false;
        }
    }

    private void Check(string changed)
    {
        isChanged = isChanged || changed != text;
        isSure = false;
        text = changed;
        reading = StrategyCheck.Of(changed, opened ?? "strategy.yaml");
        valid = reading.Strategy ?? valid;
    }

    private void Save()
    {
        try
        {
            Shelf.Save(opened!, text);
            (isChanged, isSample, saveProblem) = (false, false, null);
            files = Shelf.List();
        }
        catch (Exception refused) when (refused is InputException or IOException or UnauthorizedAccessException)
        {
            saveProblem = $"Not saved: {refused.Message}";
        }
    }

    private void Delete()
    {
        if (!isSure)
        {
            isSure = true;
            return;
        }

        Shelf.Delete(opened!);
        opened = null;
        Navigation.NavigateTo("strategies");
    }

    private void Run()
    {
        if (isChanged)
        {
            Save();
        }

        if (saveProblem is null)
        {
            Navigation.NavigateTo($"backtests/new?strategy={Uri.EscapeDataString(opened!)}");
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        uploadNotes.Clear();
        string? last = null;
        foreach (IBrowserFile file in change.GetMultipleFiles(MostUploads))
        {
            string name = StrategyShelf.NameFrom(file.Name);
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

        files = Shelf.List();
        if (last is not null)
        {
            opened = null;
            Navigation.NavigateTo($"strategies?file={Uri.EscapeDataString(last)}");
        }
    }

    // Runs carry the strategy's own name, files theirs; a sample's begins with a number.
    private PastRun? LastRunOf(ShelvedStrategy one)
    {
        string stem = Path.GetFileNameWithoutExtension(one.Name).TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-');
        return Runs.Runs.FirstOrDefault(run => run.Strategy == stem);
    }

    private static string RangeOf(StrategyParameter parameter) => parameter.Min is { } min && parameter.Max is { } max
        ? $"{parameter.TextOf(min)} to {parameter.TextOf(max)}"
        : string.Empty;
}
