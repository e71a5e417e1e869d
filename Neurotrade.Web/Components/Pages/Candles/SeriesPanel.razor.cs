using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>What one stored series is worth, and what can be done with it: taken out as CSV, or deleted.</summary>
public sealed partial class SeriesPanel
{
    private Opened open;
    private DateOnly? fromDay;
    private DateOnly? toDay;
    private int wanted;
    private int runs;
    private bool isDeleting;
    private string? refusal;
    private IReadOnlyList<string> readers = [];

    private enum Opened
    {
        None,
        Export,
        Delete,
    }

    [Inject]
    internal CandleShelf Shelf { get; set; } = default!;

    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    [Inject]
    internal RunList List { get; set; } = default!;

    [Parameter, EditorRequired]
    public required StoreAddress Address { get; set; }

    /// <summary>Null where it is damaged.</summary>
    [Parameter, EditorRequired]
    public required QualityReport? Quality { get; set; }

    /// <summary>What is wrong where it is damaged.</summary>
    [Parameter]
    public string? Damage { get; set; }

    /// <summary>It is there no more.</summary>
    [Parameter]
    public EventCallback Deleted { get; set; }

    private string Name => $"{Address.Symbol} {Address.Timeframe}";

    private string Hint => Quality is { } report
        ? $"{Address.Exchange}, {Figures.Day(report.First.UnixMillis)} to {Figures.Day(report.Last.UnixMillis)}"
        : Address.Exchange;

    private string FileAddress
    {
        get
        {
            string[] days = [.. Named("from", fromDay), .. Named("to", toDay)];
            return $"api/candles/{Address.ToString()[StoreAddress.Prefix.Length..]}/file.csv"
                + (days.Length > 0 ? $"?{string.Join('&', days)}" : string.Empty);
        }
    }

    private string DeleteText => Quality is { } report ? $"Delete {Figures.Number(report.Candles, 0)} candles" : "Delete what is damaged";

    private string LossText
    {
        get
        {
            string what = Quality is { } report
                ? $"{Figures.Number(report.Candles, 0)} candles of {Name} ({Address.Exchange}), {Figures.Time(report.First.UnixMillis)} to "
                    + $"{Figures.Time(report.Last.UnixMillis)}, are taken off the disk. They come back only with the files they were imported from."
                : $"What is left of {Name} ({Address.Exchange}) is taken off the disk. Its candles come back with the files they were imported from.";
            return runs == 0 ? what
                : $"{what} {(runs == 1 ? "One result was" : $"{Figures.Number(runs, 0)} results were")} made from it: "
                    + "figures and reports stay, the result pages do not open until the candles are back.";
        }
    }

    private void Open(Opened what)
    {
        open = open == what ? Opened.None : what;
        refusal = null;
        if (open == Opened.Export)
        {
            Count();
        }
        else if (open == Opened.Delete)
        {
            LookForReaders();
        }
    }

    private void LookForReaders()
    {
        readers = [.. Jobs.List().Where(job => job.IsActive && Reads(job.Origin)).Select(job => job.Title)];
        runs = List.Runs.Count(run => run.Origin is { } origin && Reads(origin));
    }

    private bool Reads(RunOrigin origin) => origin.Sources.Any(source =>
        StoreAddress.TryParse(source, out StoreAddress address) && address == Address);

    private void Count()
    {
        (long from, long to) = (Millis(fromDay) ?? long.MinValue, Millis(toDay) ?? long.MaxValue);
        wanted = Shelf.Open(Address) is { } series && from < to
            ? series.IndexAtOrAfter(to) - series.IndexAtOrAfter(from)
            : 0;
    }

    private async Task DeleteAsync()
    {
        LookForReaders();
        if (readers.Count > 0 || isDeleting)
        {
            return;
        }

        isDeleting = true;
        StoreAddress address = Address;
        try
        {
            await Task.Run(() => Shelf.Delete(address));
            open = Opened.None;
            await Deleted.InvokeAsync();
        }
        catch (InputException held)
        {
            refusal = held.Problems[0].Message;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            refusal = failed.Message;
        }
        finally
        {
            isDeleting = false;
        }
    }

    private static long? Millis(DateOnly? day) => day is { } date ? Instant.FromDate(date.Year, date.Month, date.Day).UnixMillis : null;

    private static IEnumerable<string> Named(string name, DateOnly? day) => day is { } date
        ? [string.Create(CultureInfo.InvariantCulture, $"{name}={date:yyyy-MM-dd}")]
        : [];
}
