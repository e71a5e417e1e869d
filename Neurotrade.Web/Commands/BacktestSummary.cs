using System.Globalization;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Composition;

namespace Neurotrade.Web.Commands;

/// <summary>What a person sees of a finished backtest: the verdict first, then figures with what they compare with.</summary>
internal static class BacktestSummary
{
    public static void Write(
        Terminal terminal, FinishedBacktest finished, TrialSummary? everTried, string folder, TimeSpan readTime)
    {
        var style = new Style(terminal);
        TextWriter to = terminal.Out;
        Head(to, style, finished);
        to.WriteLine();
        FiguresTable(style, finished).WriteTo(to);
        if (finished.Analysis.ByExit.Length > 0)
        {
            to.WriteLine();
            Exits(style, finished.Analysis).WriteTo(to);
        }

        to.WriteLine();
        Notes(to, style, finished);
        Luck(to, style, finished, everTried);
        Foot(to, style, finished, folder, readTime);
    }

    private static void Head(TextWriter to, Style style, FinishedBacktest finished)
    {
        StrategyLine(to, style, finished.Run);
        to.WriteLine(finished.Certificate switch
        {
            LookAheadCertificate.Proved proved => style.Accent(Text($"No look-ahead, proved on {proved.Bars:N0} bars")),
            LookAheadCertificate.Failed failed => style.Warn($"LOOKS AHEAD at {failed.Bar}: {failed.What}"),
            _ => style.Quiet("Look-ahead: not checked"),
        });
    }

    private static void StrategyLine(TextWriter to, Style style, PreparedRun run)
    {
        string symbols = string.Join(", ", run.Strategy.Market.Symbols);
        string generated = run.IsGenerated ? style.Warn("  generated prices, not real") : string.Empty;
        to.WriteLine($"{style.Strong(run.Strategy.Name)}  {symbols} {run.Strategy.Market.Timeframe}{generated}");
    }

    private static TextTable FiguresTable(Style style, FinishedBacktest finished)
    {
        Metrics m = finished.Analysis.Metrics;
        TradeFigures t = m.Trades;
        string quote = finished.Run.Strategy.Market.Symbols[0].Quote;
        var table = new TextTable(Column.Left, Column.Right, Column.Left);

        void Row(string name, string figure, string note) => table.Add(name, figure, style.Quiet(note));

        Row("Return", style.Strong(style.Money(m.TotalReturn, Figures.Gain(m.TotalReturn, 2))),
            $"buy and hold {Figures.Gain(m.BuyAndHoldReturn, 2)}");
        Row("Final equity", Figures.Number(m.FinalEquity), $"{quote}, from {Figures.Number(m.Capital)}");
        Row("Max drawdown", Figures.Gain(-m.MaxDrawdown, 2), Text($"longest {m.MaxDrawdownDays:N1} days"));
        Row("Sharpe", Figures.Number(m.Sharpe), Band(finished.Analysis.Risk));
        Row("Sortino", Figures.Number(m.Sortino), string.Empty);
        Row("Growth a year", Figures.Gain(m.Cagr, 2), $"volatility {Figures.Percent(m.Volatility)}");
        Row("Trades", Figures.Number(t.Trades, 0), $"in a position {Figures.Percent(m.Exposure)} of bars");
        Row("Won", Figures.Percent(t.WinRate), Text($"{t.Wins:N0} won, {t.Losses:N0} lost"));
        Row("Profit factor", Figures.Number(t.ProfitFactor), "money won ÷ money lost");
        Row("Mean of a trade", style.Money(t.Expectancy ?? 0, Figures.Number(t.Expectancy)), $"{quote}, after fees");
        Row("Fees", Figures.Number(m.FeesPaid), $"{quote}, turnover {Figures.Number(m.Turnover, 1)} × capital");
        return table;
    }

    private static string Band(RiskFigures risk) => risk.SharpeLow95 is null
        ? string.Empty
        : $"95%: {Figures.Number(risk.SharpeLow95, 1)} to {Figures.Number(risk.SharpeHigh95, 1)}";

    private static TextTable Exits(Style style, Analysis analysis)
    {
        var table = new TextTable(Column.Left, Column.Right, Column.Right, Column.Right);
        table.Add(style.Quiet("Left by"), style.Quiet("trades"), style.Quiet("won"), style.Quiet("PnL"));
        foreach (TradeGroup group in analysis.ByExit)
        {
            TradeFigures figures = group.Figures;
            table.Add(group.Name, Figures.Number(figures.Trades, 0), Figures.Percent(figures.WinRate, 0),
                style.Money(figures.Pnl, Figures.Number(figures.Pnl)));
        }

        return table;
    }

    private static void Notes(TextWriter to, Style style, FinishedBacktest finished)
    {
        foreach (OpenPosition open in finished.Result.OpenPositions)
        {
            to.WriteLine($"Still open: {open.Symbol}, {Figures.Number(open.UnrealizedPnl)} unrealised since {Figures.Time(open.EntryMillis)} UTC");
        }

        foreach (ResultWarning warning in finished.Analysis.Warnings)
        {
            to.WriteLine($"{style.Warn("!")} {warning.Text}");
        }

        long missing = finished.Run.Data.MissingRows;
        long refused = finished.Run.Data.RefusedRows;
        if (missing > 0 || refused > 0)
        {
            to.WriteLine(style.Quiet(Text($"Data: {missing:N0} candles missing in gaps, {refused:N0} rows refused")));
        }
    }

    // Where the strategy was swept on this data before, its Sharpe ratio is one of many.
    private static void Luck(TextWriter to, Style style, FinishedBacktest finished, TrialSummary? everTried)
    {
        if (everTried is { Count: > 1 } trials && SharpeSample.Of(finished.Analysis.Daily.Returns) is { } sample
            && new DeflatedSharpe(sample, trials) is { Deflated: { } deflated, ExpectedMaximumAnnual: { } expected } known)
        {
            string text = Text($"Deflated Sharpe ratio {Figures.Percent(deflated)}: the best of {trials.Count:N0} combinations ever tried ")
                + Text($"on this data would come to {expected:0.00} without any skill");
            to.WriteLine(known.IsSignificant ? style.Quiet(text) : $"{style.Warn("!")} {text}");
        }
    }

    private static void Foot(
        TextWriter to, Style style, FinishedBacktest finished, string folder, TimeSpan readTime)
    {
        Metrics m = finished.Analysis.Metrics;
        string period = m.Start is { } start && m.End is { } end ? $"{start} to {end}" : "no bars";
        double nanos = m.Bars == 0 ? 0 : finished.RunTime.TotalNanoseconds / m.Bars;
        string proof = finished.Certificate is LookAheadCertificate.NotChecked
            ? string.Empty
            : Text($", certificate {finished.ProofTime.TotalSeconds:0.00} s");
        to.WriteLine(style.Quiet(Text($"{m.Bars:N0} bars, {period}")));
        to.WriteLine(style.Quiet(Text(
            $"Reading {readTime.TotalSeconds:0.00} s, backtest {finished.RunTime.TotalSeconds:0.00} s ({nanos:0} ns a bar){proof}")));
        bool hasReport = finished.File(FinishedBacktest.ReportName) is not null;
        to.WriteLine($"Written to {(hasReport ? Path.Combine(folder, FinishedBacktest.ReportName) : folder)}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
