using System.Globalization;
using System.Text.Json;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary><c>check</c>: the look-ahead certificate, what the rules need, what is unused, and the rules in words.</summary>
internal static class CheckCommand
{
    public static Verb Verb => new Verb("check", "Proves that a strategy does not look ahead, and says its rules in words", Run)
        .With(RunOptions.All);

    private static int Run(VerbContext context)
    {
        RunRequest request = RunOptions.Read(context);
        PreparedRun run = PreparedRun.Read(request, CandleSources.Of(context.State), context.Cancel);
        BacktestCommand.Report(context, run);
        LookAheadCertificate certificate;
        long start = context.Clock.GetTimestamp();
        using (Progress progress = context.Progress("Proof"))
        {
            BacktestInput input = run.Input;
            BacktestResult result = Backtest.Run(input, null, context.Cancel);
            certificate = LookAheadProof.Of(input, result, request.Data.Seed, progress, context.Cancel);
        }

        var finding = new CheckFinding(
            run, certificate, StrategyNeeds.Of(run.Strategy), context.Clock.GetElapsedTime(start));
        if (context.IsJson)
        {
            context.WriteJson(writer => WriteJson(writer, finding));
        }
        else
        {
            WriteText(context.Terminal, finding);
        }

        return BacktestCommand.ExitOf(context, certificate);
    }

    private static void WriteText(Terminal terminal, CheckFinding finding)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        Strategy strategy = finding.Run.Strategy;
        to.WriteLine($"{style.Strong(strategy.Name)}  {string.Join(", ", strategy.Market.Symbols)} {strategy.Market.Timeframe}");
        to.WriteLine(finding.Certificate switch
        {
            LookAheadCertificate.Proved proved => style.Accent(Text(
                $"No look-ahead, proved on {proved.Bars:N0} bars and {proved.Cuts} cuts of the future ({finding.Time.TotalSeconds:0.00} s)")),
            LookAheadCertificate.Failed failed => style.Warn($"LOOKS AHEAD at {failed.Bar}: {failed.What}"),
            _ => style.Quiet("Look-ahead: not checked"),
        });
        to.WriteLine();
        foreach (string line in finding.Words)
        {
            to.WriteLine(line);
        }

        to.WriteLine();
        var table = new TextTable(Column.Left, Column.Left);
        foreach ((string name, string value) in Needs(finding))
        {
            table.Add(style.Quiet(name), value);
        }

        table.WriteTo(to);
    }

    private static IEnumerable<(string Name, string Value)> Needs(CheckFinding finding)
    {
        StrategyNeeds needs = finding.Needs;
        yield return ("Warm-up", Text(
            $"{needs.WarmUpBars:N0} bars before every rule has its values; {finding.EarlierBars:N0} of the data lie before the run"));
        yield return ("Look-back", Text($"{needs.LookBackBars:N0} {(needs.LookBackBars == 1 ? "bar" : "bars")} in the rules themselves")
            + (needs.AsksSinceWhen ? "; bars_since may reach back further" : string.Empty));
        yield return ("Unused indicators", needs.UnusedIndicators.IsEmpty ? "none" : string.Join(", ", needs.UnusedIndicators));
        yield return ("Strategy", finding.Run.Strategy.Hash);
        yield return ("Data", finding.Run.Data.Fingerprint);
    }

    private static void WriteJson(Utf8JsonWriter writer, CheckFinding finding)
    {
        using var certificate = new JsonText();
        certificate.Fields(() => RunFile.Certificate(certificate, finding.Certificate));
        StrategyNeeds needs = finding.Needs;
        writer.WriteStartObject();
        writer.WriteString("strategy", finding.Run.Strategy.Name);
        writer.WriteString("strategy_hash", finding.Run.Strategy.Hash);
        writer.WriteString("data_fingerprint", finding.Run.Data.Fingerprint);
        writer.WritePropertyName("certificate");
        using (JsonDocument document = JsonDocument.Parse(certificate.Finish()))
        {
            document.RootElement.WriteTo(writer);
        }

        writer.WriteNumber("warm_up_bars", needs.WarmUpBars);
        writer.WriteNumber("earlier_bars", finding.EarlierBars);
        writer.WriteNumber("look_back_bars", needs.LookBackBars);
        writer.WriteBoolean("asks_since_when", needs.AsksSinceWhen);
        WriteTexts(writer, "unused_indicators", needs.UnusedIndicators);
        WriteTexts(writer, "rules_in_words", finding.Words);
        writer.WriteNumber("seconds", Math.Round(finding.Time.TotalSeconds, 4));
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was found of one strategy over one set of data.</summary>
    private sealed record CheckFinding(
        PreparedRun Run, LookAheadCertificate Certificate, StrategyNeeds Needs, TimeSpan Time)
    {
        /// <summary>The rules, a line each.</summary>
        public string[] Words { get; } = BacktestJob.Words(Run.Strategy);

        /// <summary>Bars before <c>--from</c>, of the symbol that has fewest.</summary>
        public int EarlierBars { get; } = Run.Request.Data.From is { } from
            ? Run.Data.Symbols.Min(symbol => symbol.Bars.IndexAtOrAfter(from.UnixMillis))
            : 0;
    }
}
