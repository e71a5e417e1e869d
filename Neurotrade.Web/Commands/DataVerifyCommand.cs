using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>data verify</c>: every stored byte against its checksum, every stored candle against the rules.</summary>
internal static class DataVerifyCommand
{
    public static Verb Verb => new("verify", "Checks everything stored; damage is named, exit code 1", Run);

    private static int Run(VerbContext context)
    {
        ICandleStore store = CandleSources.StoreOf(context.State);
        IReadOnlyList<StoreAddress> addresses = store.List();
        List<(StoreAddress Address, IReadOnlyList<Problem> Problems)> verdicts = [];
        using (Progress progress = context.Progress("Verifying"))
        {
            foreach (StoreAddress address in addresses)
            {
                context.Cancel.ThrowIfCancellationRequested();
                verdicts.Add((address, store.Verify(address)));
                progress.Report((double)verdicts.Count / addresses.Count);
            }
        }

        foreach (Problem problem in verdicts.SelectMany(verdict => verdict.Problems))
        {
            context.Terminal.Report(problem);
        }

        if (context.IsJson)
        {
            WriteJson(context, verdicts);
        }
        else
        {
            WriteTable(context, verdicts);
        }

        return verdicts.Exists(verdict => verdict.Problems.Count > 0) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void WriteTable(
        VerbContext context, List<(StoreAddress Address, IReadOnlyList<Problem> Problems)> verdicts)
    {
        if (verdicts.Count == 0)
        {
            context.Terminal.Out.WriteLine("The store is empty: there is nothing to verify.");
            return;
        }

        var style = new Style(context.Terminal);
        var table = new TextTable(Column.Left, Column.Left);
        foreach ((StoreAddress address, IReadOnlyList<Problem> problems) in verdicts)
        {
            table.Add(address.ToString(), problems.Count == 0 ? style.Accent("sound") : style.Warn("damaged"));
        }

        table.WriteTo(context.Terminal.Out);
    }

    private static void WriteJson(
        VerbContext context, List<(StoreAddress Address, IReadOnlyList<Problem> Problems)> verdicts) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartArray();
            foreach ((StoreAddress address, IReadOnlyList<Problem> problems) in verdicts)
            {
                writer.WriteStartObject();
                QualityJson.WriteAddress(writer, address);
                writer.WriteBoolean("damaged", problems.Count > 0);
                writer.WriteStartArray("problems");
                foreach (Problem problem in problems)
                {
                    writer.WriteStringValue(problem.ToString());
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
