using System.Text.Json;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>The one document of <c>sweep --json</c>: how much was tried, and the best rows.</summary>
internal static class SweepJson
{
    public static void Write(VerbContext context, FinishedSweep finished, string folder, TimeSpan readTime) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("out", folder);
            writer.WriteString("objective", finished.Input.Objective.Text);
            writer.WriteString("precision", SweepTable.NameOf(finished.Input.Precision));
            writer.WriteString("device", finished.Input.Device?.Name ?? "cpu");
            writer.WriteNumber("combinations", finished.Input.Plan.Count);
            writer.WriteNumber("tried", finished.Outcome.Total);
            writer.WriteNumber("refused", finished.Outcome.Refused);
            writer.WriteNumber("rows", finished.Rows);
            Number(writer, "ever_tried", finished.EverTried?.Count);
            Number(writer, "probabilistic_sharpe", finished.Deflated?.Probabilistic);
            Number(writer, "expected_maximum_sharpe", finished.Deflated?.ExpectedMaximumAnnual);
            Number(writer, "deflated_sharpe", finished.Deflated?.Deflated);
            writer.WriteStartArray("best");
            foreach ((SweepRow row, double score) in finished.Best)
            {
                Row(writer, finished.Input.Plan, row, score);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("seconds");
            writer.WriteNumber("reading", Math.Round(readTime.TotalSeconds, 4));
            writer.WriteNumber("sweep", Math.Round(finished.RunTime.TotalSeconds, 4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private static void Row(Utf8JsonWriter writer, SweepPlan plan, SweepRow row, double score)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("set");
        foreach ((string name, string text) in plan.SetOf(row.Combination))
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
        writer.WriteNumber("objective", score);
        foreach (string figure in SweepSummary.Shown)
        {
            Number(writer, figure, Moments.Finite(row.Figures[RunFigures.IndexOf(figure)]));
        }

        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
