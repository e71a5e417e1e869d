using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Neurotrade.Benchmarks.Suite;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary><c>bench</c>: the figures of speed that this project publishes, measured here (contracts 7).</summary>
internal static class BenchCommand
{
    private const int Repetitions = 15;

    private static readonly Option<string?> Filter = new("--filter")
    {
        Description = "Only figures whose names hold this: indicator.ema, candles, backtest",
        HelpName = "NAME",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "The JSON file for the figures",
        HelpName = "FILE.json",
        Required = true,
    };

    public static Verb Verb => new Verb("bench", "Measures this project's figures of speed on this machine", Run)
        .With(Filter, Out);

    private static int Run(VerbContext context)
    {
        string? filter = context.Get(Filter);
        string path = context.Required(Out);
        string[] names = [.. PublishedFigures.Names.Where(name => filter is null || name.Contains(filter, StringComparison.Ordinal))];
        if (names.Length == 0)
        {
            throw new InputException(new Problem(
                "--filter", 0, 0, $"no figure's name holds '{filter}'; expected a part of one, such as indicator.ema or backtest"));
        }

        if (Directory.Exists(path))
        {
            throw new InputException(new Problem("--out", 0, 0, $"'{path}' is a folder; expected a file"));
        }

        var found = new List<Measurement>();
        using (Progress progress = context.Progress("Measuring"))
        {
            foreach (Measurement one in PublishedFigures.Measure(filter, Repetitions, context.Cancel))
            {
                found.Add(one);
                progress.Report((double)found.Count / names.Length);
            }
        }

        byte[] json = Json(found);
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllBytes(path, json);
        if (context.IsJson)
        {
            context.Terminal.Out.Write(Encoding.UTF8.GetString(json));
        }
        else
        {
            WriteText(context.Terminal, found, path);
        }

        return ExitCode.Done;
    }

    private static byte[] Json(List<Measurement> found)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (Measurement one in found)
            {
                writer.WriteStartObject();
                writer.WriteString("name", one.Name);
                writer.WriteString("unit", one.Unit);
                writer.WriteNumber("median", one.Median);
                writer.WriteNumber("min", one.Min);
                writer.WriteNumber("max", one.Max);
                writer.WriteNumber("runs", one.Runs);
                if (one.Processor is { } processor && double.IsFinite(processor))
                {
                    writer.WriteNumber("processor", processor);
                }

                writer.WriteString("machine", PublishedFigures.MachineText);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteText(Terminal terminal, List<Measurement> found, string path)
    {
        var style = new Style(terminal);
        var table = new TextTable(Column.Left, Column.Right, Column.Left, Column.Left);
        foreach (Measurement one in found)
        {
            string processor = one.Processor is { } time ? $", {Figure(time)} by processor time" : string.Empty;
            table.Add(
                one.Name, style.Strong(Figure(one.Median)), one.Unit,
                style.Quiet($"{Figure(one.Min)} to {Figure(one.Max)}{processor}"));
        }

        terminal.Out.WriteLine(style.Quiet(PublishedFigures.MachineText));
        table.WriteTo(terminal.Out);
        terminal.Out.WriteLine($"Written to {path}");
    }

    private static string Figure(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("N1", CultureInfo.InvariantCulture) + " M",
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("N2", CultureInfo.InvariantCulture),
    };
}
