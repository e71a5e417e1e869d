using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard;

/// <summary>One indicator output on a price chart.</summary>
/// <param name="Column">Name of its column: <c>instance.output</c>.</param>
/// <param name="Instance">Place among the strategy's indicators.</param>
/// <param name="Output">Place among its outputs.</param>
/// <param name="Color">Name of a colour token.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Pane">0 over the prices, else a pane below, counted from 1.</param>
/// <param name="Histogram">Drawn as bars.</param>
/// <param name="Steps">Drawn as steps, as values of a higher timeframe are.</param>
/// <param name="Guides">Constants that the rules compare it with; of lines in panes.</param>
public sealed record ChartLine(
    string Column,
    int Instance,
    int Output,
    string Color,
    int Width,
    int Pane,
    bool Histogram,
    bool Steps,
    ImmutableArray<double> Guides);

/// <summary>An indicator that can be drawn and whether it is.</summary>
/// <param name="Instance">Its name in the strategy.</param>
/// <param name="Text">The name with its parameters.</param>
/// <param name="Color">Name of the colour token of its first line.</param>
/// <param name="IsShown">Whether it is drawn; one that is not hidden may still find no pane.</param>
public sealed record ChartKey(string Instance, string Text, string Color, bool IsShown);

/// <summary>Where the indicators of a strategy stand on its price chart.</summary>
/// <param name="Lines">Every output that is drawn.</param>
/// <param name="Panes">Names of the panes below the prices.</param>
/// <param name="Keys">Every indicator that can be drawn, in file order.</param>
public sealed record ChartPlan(
    ImmutableArray<ChartLine> Lines, ImmutableArray<string> Panes, ImmutableArray<ChartKey> Keys)
{
    /// <summary>More panes than these would leave no room for prices.</summary>
    public const int MostPanes = 3;

    private static readonly string[] OverPrices =
    [
        "sma", "ema", "wma", "hma", "dema", "tema", "kama", "alma", "t3", "vwma", "smma", "bollinger", "keltner", "donchian",
        "psar", "supertrend", "ichimoku", "vwap", "heikin_ashi",
    ];

    // Outputs of indicators over prices that are not prices themselves.
    private static readonly string[] NotPrices = ["percent_b", "width", "direction"];

    // A range is no price, and in a pane it says little.
    private const string NotDrawn = "atr";

    // Lines over prices begin with the first colours, lines in panes with the third, as an RSI has it everywhere.
    private static readonly string[] OverColors = ["s1", "s2", "s4", "s5", "s3"];
    private static readonly string[] PaneColors = ["s3", "s4", "s5", "s2", "s1"];

    /// <summary>A plan for the indicators that are not hidden; those that find no pane are left to the table of the bar.</summary>
    /// <param name="strategy">Whose indicators.</param>
    /// <param name="hidden">Names of those that are not to be drawn.</param>
    public static ChartPlan Of(Strategy strategy, IReadOnlyCollection<string> hidden)
    {
        GuideLevels guides = GuideLevels.Of(strategy);
        var lines = new List<ChartLine>();
        var panes = new List<string>();
        var keys = new List<ChartKey>();
        string[] colors = ColorsOf(strategy);
        for (int i = 0; i < strategy.Indicators.Length; i++)
        {
            IndicatorInstance instance = strategy.Indicators[i];
            bool isShown = !hidden.Contains(instance.Name);
            ChartLine[] drawn = [];
            if (OverPrices.Contains(instance.Definition.Name))
            {
                drawn = [.. Outputs(instance)
                    .Where(output => !NotPrices.Contains(instance.Definition.Outputs[output]))
                    .Select(output => Line(instance, i, output, colors[i], 0, []))];
            }
            else if (instance.Definition.Name != NotDrawn)
            {
                isShown &= panes.Count < MostPanes;
                panes.AddRange(isShown ? [NameOf(instance)] : []);
                drawn = [.. Outputs(instance).Select((output, k) =>
                    Line(instance, i, output, ColorOf(colors, i, k), panes.Count, guides.Of(i, output)))];
            }

            lines.AddRange(isShown ? drawn : []);
            keys.AddRange(drawn.Take(1).Select(line => new ChartKey(instance.Name, NameOf(instance), line.Color, isShown)));
        }

        return new ChartPlan([.. lines], [.. panes], [.. keys]);
    }

    /// <summary><c>trend 50 · 1d</c>.</summary>
    public static string NameOf(IndicatorInstance instance)
    {
        string parameters = string.Join(' ', instance.Parameters.Select(value => value.ToString(CultureInfo.InvariantCulture)));
        string timeframe = instance.Timeframe is { } higher ? $" · {higher}" : string.Empty;
        string type = instance.Name == instance.Definition.Name ? string.Empty : $" {instance.Definition.Name}";
        return $"{instance.Name}{type} {parameters}".TrimEnd() + timeframe;
    }

    private static IEnumerable<int> Outputs(IndicatorInstance instance) => Enumerable.Range(0, instance.Definition.Outputs.Length);

    // An indicator's colour is its own, whatever else is hidden, and no other's while there are enough of them.
    private static string[] ColorsOf(Strategy strategy)
    {
        var given = new List<string>();
        return [.. strategy.Indicators.Select(instance =>
        {
            if (instance.Definition.Name == NotDrawn)
            {
                return string.Empty;
            }

            string[] order = OverPrices.Contains(instance.Definition.Name) ? OverColors : PaneColors;
            string color = order.FirstOrDefault(one => !given.Contains(one)) ?? order[given.Count % order.Length];
            given.Add(color);
            return color;
        })];
    }

    // The first line of a pane has its indicator's colour, the others what no indicator has, as far as that goes.
    private static string ColorOf(string[] colors, int instance, int k)
    {
        string[] others = [.. PaneColors.Where(color => color != colors[instance]).OrderBy(color => colors.Contains(color))];
        return k == 0 ? colors[instance] : others[(k - 1) % others.Length];
    }

    private static ChartLine Line(
        IndicatorInstance instance, int place, int output, string color, int pane, ImmutableArray<double> guides)
    {
        string name = instance.Definition.Outputs[output];
        bool isHigher = instance.Timeframe is not null;
        return new ChartLine(
            $"{instance.Name}.{name}", place, output, color, isHigher ? 2 : 1, pane, name == "histogram", isHigher, guides);
    }
}
