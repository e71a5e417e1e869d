using System.Text.Json;
using Neurotrade.Core.Research;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>The one document of <c>walkforward --json</c>: <c>walkforward.json</c>, where the files lie, and how long it took.</summary>
internal static class WalkForwardJson
{
    public static void Write(VerbContext context, FinishedWalkForward finished, string folder, TimeSpan readTime) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("out", folder);
            ResultFile file = WalkForwardFile.Of(finished);
            using (JsonDocument document = JsonDocument.Parse(file.ToArray()))
            {
                foreach (JsonProperty property in document.RootElement.EnumerateObject())
                {
                    property.WriteTo(writer);
                }
            }

            writer.WriteStartObject("seconds");
            writer.WriteNumber("reading", Math.Round(readTime.TotalSeconds, 4));
            writer.WriteNumber("walkforward", Math.Round(finished.RunTime.TotalSeconds, 4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
}
