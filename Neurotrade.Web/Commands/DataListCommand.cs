using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>data list</c>: what the candle store holds.</summary>
internal static class DataListCommand
{
    public static Verb Verb => new("list", "What the store holds", Run);

    private static int Run(VerbContext context)
    {
        ICandleStore store = CandleSources.StoreOf(context.State);
        List<(StoreAddress Address, QualityReport? Quality)> found = [];
        foreach (StoreAddress address in store.List())
        {
            context.Cancel.ThrowIfCancellationRequested();
            found.Add((address, QualityOf(context, store, address)));
        }

        if (context.IsJson)
        {
            WriteJson(context, found);
        }
        else
        {
            WriteTable(context, found);
        }

        return found.Exists(one => one.Quality is null) ? ExitCode.Failed : ExitCode.Done;
    }

    // Damage of one series does not hide the others.
    private static QualityReport? QualityOf(VerbContext context, ICandleStore store, StoreAddress address)
    {
        try
        {
            return store.Open(address) is { } series ? Quality.Of(series) : null;
        }
        catch (InputException damaged)
        {
            foreach (Problem problem in damaged.Problems)
            {
                context.Terminal.Report(problem);
            }

            return null;
        }
    }

    private static void WriteTable(VerbContext context, List<(StoreAddress Address, QualityReport? Quality)> found)
    {
        if (found.Count == 0)
        {
            context.Terminal.Out.WriteLine("The store is empty: 'neurotrade data import FILE' fills it.");
            return;
        }

        var style = new Style(context.Terminal);
        var table = new TextTable(Column.Left, Column.Right, Column.Left, Column.Left, Column.Right, Column.Right);
        table.Add(style.Quiet("series"), style.Quiet("candles"), style.Quiet("first"), style.Quiet("last"),
            style.Quiet("missing"), style.Quiet("covered"));
        foreach ((StoreAddress address, QualityReport? quality) in found)
        {
            _ = quality is null
                ? table.Add(address.ToString(), style.Warn("damaged"), string.Empty, string.Empty, string.Empty, string.Empty)
                : table.Add(address.ToString(), QualityText.Count(quality.Candles), quality.First.ToString(),
                    quality.Last.ToString(), QualityText.Count(quality.MissingCandles), QualityText.Share(quality.Coverage));
        }

        table.WriteTo(context.Terminal.Out);
    }

    private static void WriteJson(VerbContext context, List<(StoreAddress Address, QualityReport? Quality)> found) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartArray();
            foreach ((StoreAddress address, QualityReport? quality) in found)
            {
                writer.WriteStartObject();
                QualityJson.WriteAddress(writer, address);
                writer.WriteBoolean("damaged", quality is null);
                if (quality is not null)
                {
                    QualityJson.WriteSeries(writer, quality);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
