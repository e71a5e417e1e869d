using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>The page on all indicators, in Markdown, written from the catalogue.</summary>
public static class IndicatorPage
{
    private const string Opening = """
        # Indicators

        Written from the catalogue (`Neurotrade.Core/Features/IndicatorCatalog.cs`); to change it, change an indicator's definition
        and run its test with `NEUROTRADE_REGENERATE=1`.

        An indicator has one definition, used both over whole columns and candle by candle; the two agree to the last bit. A value
        that is not there yet, or cannot be computed, is missing, never 0. `[1]` is the bar before. A value stands at the bar where it
        is known: nothing here looks ahead.

        In strategy files an indicator is `{ type: macd, fast: 12, slow: 26, signal: 9 }` and `name.signal` is one of its outputs; the
        bare name is the first. On the command line it is `macd:12:26:9`, its parameters in the order of the table below, defaults for
        what is left out. *Warm-up* counts the bars before every output can have a value, with the default parameters; averages that
        remember everything (EMA, Wilder's) need several times that before their start has faded.

        Sums and means of prices and volumes are those of the exact decimals, correctly rounded, so that two averages which are equal
        compare equal. Where libraries differ, the convention is that of Stock.Indicators; how others differ stands with each
        indicator.

        A fractal or pivot stands at the bar that makes it known, late by its right span. What only later bars decide is drawn on
        charts and refused in rules: `zigzag`, and Ichimoku's `chikou`. *At least* so many bars of warm-up: the data decide where
        values stand. Highest, lowest, sums of conditions and prices of bars before are functions of the rule language
        ([strategies.md](strategies.md)), not indicators.

        """;

    /// <summary>The page's text, with line feeds.</summary>
    public static string Markdown()
    {
        StringBuilder page = new(Opening.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, IndicatorDefinition> group in IndicatorCatalog.All.GroupBy(d => d.Group))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Key}\n");
            foreach (IndicatorDefinition definition in group)
            {
                Append(page, definition);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, IndicatorDefinition definition)
    {
        ImmutableArray<double> defaults = [.. definition.Parameters.Select(p => p.Default)];
        string call = string.Join(':', definition.Parameters.Select(p => p.Name).Prepend(definition.Name));
        page.Append(CultureInfo.InvariantCulture, $"\n### {definition.Title}: `{call}`\n\n{definition.Summary}\n\n");
        if (definition.Parameters.Length > 0)
        {
            page.Append("| parameter | default | range | |\n| --- | --- | --- | --- |\n");
            foreach (IndicatorParameter p in definition.Parameters)
            {
                string range = $"{Numbers.Text(p.Min)} to {Numbers.Text(p.Max)}";
                page.Append(CultureInfo.InvariantCulture, $"| {p.Name} | {Numbers.Text(p.Default)} | {range} | {p.Summary} |\n");
            }

            page.Append('\n');
        }

        string outputs = string.Join(", ", definition.Outputs.Select(o => $"`{o}`"));
        string least = definition.IsSparse ? "at least " : string.Empty;
        page.Append(CultureInfo.InvariantCulture, $"- Outputs: {outputs}. Warm-up: {least}{definition.WarmUpBars(defaults)} bars.\n");
        page.Append(CultureInfo.InvariantCulture, $"- Formula: {definition.Formula}.\n- Source: {definition.Source}\n");
        if (definition.Differences is { } differences)
        {
            page.Append(CultureInfo.InvariantCulture, $"- Elsewhere: {differences}\n");
        }

        if (definition.ChartOnlyOutputs.Length > 0)
        {
            string names = string.Join(", ", definition.ChartOnlyOutputs.Select(o => $"`{o}`"));
            page.Append(CultureInfo.InvariantCulture, $"- On charts only, refused in rules: {names}.\n");
        }
    }
}
