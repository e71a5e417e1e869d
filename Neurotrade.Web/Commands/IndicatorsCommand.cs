using System.CommandLine;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>indicators</c>: a CSV with <c>time</c> and a column per output (contracts 1).</summary>
internal static class IndicatorsCommand
{
    private static readonly Option<string> Spec = new("--spec")
    {
        Description = "Indicators with their parameters in order, defaults for what is left out: rsi:14,macd:12:26:9",
        HelpName = "NAME:P1:P2,…",
        Required = true,
    };

    private static readonly Option<string> OutFile = new("--out")
    {
        Description = "The CSV file for the result",
        HelpName = "FILE.csv",
        Required = true,
    };

    public static Verb Verb => new Verb("indicators", "Computes indicators over candles into a CSV file", Run).With(
        Spec, SharedOptions.Data, OutFile, SharedOptions.From, SharedOptions.To, SharedOptions.Symbol,
        SharedOptions.Timeframe, SharedOptions.Strict, SharedOptions.Seed);

    private static int Run(VerbContext context)
    {
        string path = context.Required(OutFile);
        (IndicatorSpec spec, DataRequest request) = Arguments(context, path);
        DataSet data = CandleData.Open(request, CandleSources.Of(context.State), context.Cancel).OnlySeries();
        BacktestCommand.ReportRefusals(context, data);
        CandleSeries candles = data.Symbols[0].Bars;
        FeatureFrame frame = FeatureFrame.Compute(candles, spec.Instances);
        int firstRow = request.From is { } from ? candles.IndexAtOrAfter(from.UnixMillis) : 0;
        int rows = Write(path, frame, firstRow, context.Cancel);
        if (context.IsJson)
        {
            WriteJson(context, frame, path, rows);
        }
        else
        {
            string columns = string.Join(", ", IndicatorCsv.Header(frame).Skip(1));
            context.Terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{rows} rows of {candles.Timeframe} candles in {path}: {columns}"));
        }

        return ExitCode.Done;
    }

    // Everything that is wrong with the arguments at once.
    private static (IndicatorSpec Spec, DataRequest Request) Arguments(VerbContext context, string path)
    {
        List<Problem> problems = [];
        if (Directory.Exists(path))
        {
            problems.Add(new Problem("--out", 0, 0, $"'{path}' is a folder; expected a file's name, such as rsi.csv"));
        }

        if (OutputPath.FileInTheWay(path) is { } inTheWay)
        {
            problems.Add(inTheWay);
        }

        IndicatorSpec? spec = Try(() => IndicatorSpec.Parse(context.Required(Spec), "--spec"), problems);
        DataRequest? request = Try(() => Request(context), problems);
        return problems.Count == 0 ? (spec!, request!) : throw new InputException(problems);
    }

    private static DataRequest Request(VerbContext context)
    {
        var values = new OptionValues(context);
        var request = new DataRequest
        {
            Sources = [.. context.Required(SharedOptions.Data)],
            Symbol = values.SymbolOf(SharedOptions.Symbol),
            Timeframe = values.TimeframeOf(SharedOptions.Timeframe),
            From = values.Time(SharedOptions.From),
            To = values.Time(SharedOptions.To),
            Seed = values.Integer(SharedOptions.Seed, fallback: 1),
            IsStrict = context.Get(SharedOptions.Strict),
        };
        values.ThrowIfAny();
        return request;
    }

    private static T? Try<T>(Func<T> read, List<Problem> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    // Written beside and moved into place: whoever reads it finds all of it or what was there before.
    private static int Write(string path, FeatureFrame frame, int firstRow, CancellationToken cancel)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string part = full + ".part";
        try
        {
            int rows;
            using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(false), bufferSize: 1 << 16))
            {
                rows = IndicatorCsv.Write(writer, frame, firstRow, cancel);
            }

            File.Move(part, full, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static void WriteJson(VerbContext context, FeatureFrame frame, string path, int rows) =>
        context.WriteJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("out", path);
            writer.WriteString("timeframe", frame.Candles.Timeframe.ToString());
            writer.WriteNumber("rows", rows);
            writer.WriteStartArray("columns");
            foreach (string column in IndicatorCsv.Header(frame).Skip(1))
            {
                writer.WriteStringValue(column);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
