using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>One's own files and the samples, each with its last result; files are made and dropped in here.</summary>
public sealed partial class FilesPanel : IDisposable
{
    public const string SortKey = "sort";
    public const string WordsKey = "q";

    private IReadOnlyList<FileRow> rows = [];
    private IReadOnlyList<ShelvedStrategy>? read;
    private IDisposable? subscription;
    private bool isNew;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal StrategyFactsShelf Facts { get; set; } = default!;

    [Inject]
    internal RunList Runs { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ShelvedStrategy> Files { get; set; }

    /// <summary>The name of the file that is shown beside.</summary>
    [Parameter]
    public string? Opened { get; set; }

    /// <summary>What was deleted a moment ago.</summary>
    [Parameter]
    public string? JustDeleted { get; set; }

    /// <summary><c>result</c>, <c>changed</c>; null: by name, one's own first.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Words that names must have.</summary>
    [Parameter]
    public string? Words { get; set; }

    /// <summary>A part of the address is to be another; null takes it out.</summary>
    [Parameter]
    public EventCallback<(string Key, string? Value)> Arranged { get; set; }

    /// <summary>Told the name of a file to open: a new one, or one that came in.</summary>
    [Parameter]
    public EventCallback<string> OpenAsked { get; set; }

    private IReadOnlyList<FileRow> Shown => FileRow.Arranged(rows, Sort, Words);

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = Runs.Subscribe(() => _ = InvokeAsync(ReadAsync));

    protected override Task OnParametersSetAsync()
    {
        if (ReferenceEquals(read, Files))
        {
            return Task.CompletedTask;
        }

        // Names at once; what stands in the files as soon as they are read.
        read = Files;
        ILookup<string, FileRow> known = rows.ToLookup(row => row.File.Name, StringComparer.Ordinal);
        rows = [.. Files.Select(file => (known[file.Name].FirstOrDefault() ?? new FileRow(file, null, null, false, false)) with { File = file })];
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        IReadOnlyList<ShelvedStrategy> files = Files;
        IReadOnlyList<PastRun> runs = Runs.Runs;
        IReadOnlyList<FileRow> found = await Task.Run(() => FileRow.Of(Shelf, files, Facts, runs));
        if (ReferenceEquals(files, Files))
        {
            rows = found;
            StateHasChanged();
        }
    }

    private Task CreatedAsync(string name)
    {
        isNew = false;
        return OpenAsked.InvokeAsync(name);
    }

    private string AddressOf(string name) =>
        Address.With(("file", name), ("view", null), ("from", null), ("to", null), (TuningPanels.SetKey, null));

    private string AgeOf(ShelvedStrategy file) =>
        file.IsSample ? "ships with Neurotrade" : Figures.Age(file.ChangedMillis, Clock.GetUtcNow());

    private static string Problems(int count) => count.ToString(CultureInfo.InvariantCulture);
}
