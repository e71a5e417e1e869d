using Neurotrade.Web.Doctor;

namespace Neurotrade.Web.Commands;

/// <summary><c>doctor</c>: what this machine offers, yes or no, what was tried, how to get it.</summary>
internal static class DoctorCommand
{
    public static Verb Verb => new("doctor", "What this machine offers, and how to get what it lacks", RunAsync);

    private static async Task<int> RunAsync(VerbContext context)
    {
        IReadOnlyList<Finding> findings = await Examination.OfThisMachineAsync(context.State, context.Cancel);
        if (context.IsJson)
        {
            WriteJson(context, findings);
        }
        else
        {
            WriteText(context, findings);
        }

        return ExitCode.Done;
    }

    private static void WriteJson(VerbContext context, IReadOnlyList<Finding> findings) => context.WriteJson(writer =>
    {
        writer.WriteStartArray();
        foreach (Finding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("name", finding.Name);
            writer.WriteBoolean("is_there", finding.IsThere);
            writer.WriteString("tried", finding.Tried);
            writer.WriteString("how_to_get_it", finding.HowToGetIt);
            writer.WriteString("use", finding.Use);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static void WriteText(VerbContext context, IReadOnlyList<Finding> findings)
    {
        var style = new Style(context.Terminal);
        var table = new TextTable(Column.Left, Column.Left, Column.Left);
        foreach (Finding finding in findings)
        {
            string verdict = finding.IsThere ? style.Accent("yes") : style.Quiet("no");
            table.Add(style.Strong(finding.Name), verdict, finding.Tried);
            if (!finding.IsThere)
            {
                table.Add(string.Empty, string.Empty, style.Quiet($"→ {finding.HowToGetIt}"));
            }

            table.Add(string.Empty, string.Empty, style.Quiet($"for: {finding.Use}"));
        }

        table.WriteTo(context.Terminal.Out);
    }
}
