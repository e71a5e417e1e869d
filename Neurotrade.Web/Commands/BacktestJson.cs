using System.Text.Json;
using Neurotrade.Core.Research;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>The one document of <c>backtest --json</c>: where the files are, what they say, how long it took.</summary>
internal static class BacktestJson
{
    public static void Write(VerbContext context, FinishedBacktest finished, string folder, TimeSpan readTime) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("out", folder);
            Embed(writer, "run", finished.File("run.json"));
            Embed(writer, "metrics", finished.File("metrics.json"));
            writer.WriteStartObject("seconds");
            writer.WriteNumber("reading", Math.Round(readTime.TotalSeconds, 4));
            writer.WriteNumber("backtest", Math.Round(finished.RunTime.TotalSeconds, 4));
            writer.WriteNumber("certificate", Math.Round(finished.ProofTime.TotalSeconds, 4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void Embed(Utf8JsonWriter writer, string name, ResultFile? file)
    {
        writer.WritePropertyName(name);
        if (file is null)
        {
            writer.WriteNullValue();
            return;
        }

        using JsonDocument document = JsonDocument.Parse(file.ToArray());
        document.RootElement.WriteTo(writer);
    }
}
