using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Dashboard.Home;

/// <summary>Looks at everything that is here. Takes a moment, so pages ask for it off their circuit.</summary>
internal sealed class Stocktaking(StrategyShelf strategies, StrategyFactsShelf facts, CandleShelf candles, StateFolder state)
{
    /// <summary>What is here now.</summary>
    public Inventory Take(CancellationToken cancel)
    {
        IReadOnlyList<ShelvedStrategy> all = strategies.List();
        ShelvedStrategy[] own = [.. all.Where(one => !one.IsSample)];
        return new Inventory
        {
            Strategies = [.. own.Select(one =>
            {
                cancel.ThrowIfCancellationRequested();
                return Check(one.Name);
            })],
            Samples = all.Count - own.Length,
            Series = candles.List(cancel),
            StateBytes = BytesOf(state.Root, cancel),
            FreeBytes = FreeBytesOf(state.Root),
        };
    }

    private OwnStrategy Check(string file)
    {
        string text;
        try
        {
            text = strategies.Read(file) ?? string.Empty;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new OwnStrategy(file, file, unreadable.Message);
        }

        if (facts.Of(text).OwnName is { } name)
        {
            return new OwnStrategy(file, name, null);
        }

        Problem first = StrategyCheck.Of(text, file).Problems[0];
        return new OwnStrategy(file, file, first.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Line {first.Line}: {first.Message}")
            : first.Message);
    }

    private static long BytesOf(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var every = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 };
        long bytes = 0;
        foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles("*", every))
        {
            cancel.ThrowIfCancellationRequested();
            bytes += LengthOf(file);
        }

        return bytes;
    }

    // A file may go between being listed and being asked.
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static long? FreeBytesOf(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception untold) when (untold is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
