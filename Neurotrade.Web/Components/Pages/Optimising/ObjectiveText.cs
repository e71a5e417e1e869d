using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>How an objective is called and its values are written.</summary>
internal static class ObjectiveText
{
    private static readonly string[] Ratios = ["sharpe", "sortino", "calmar", "profit_factor", "sqn"];
    private static readonly string[] Fractions =
        ["total_return", "cagr", "max_drawdown", "volatility", "exposure", "win_rate", "buy_and_hold_return"];

    /// <summary>What a person calls it.</summary>
    public static string Name(string objective) => objective switch
    {
        SweepObjective.Usual => "Sharpe",
        "sortino" => "Sortino",
        "calmar" => "Calmar",
        "total_return" => "Return",
        "profit_factor" => "Profit factor",
        _ => objective,
    };

    /// <summary>What its values are, as charts are told: <c>ratio</c>, <c>percent</c> or <c>value</c>.</summary>
    public static string Unit(string objective) => Ratios.Contains(objective) ? "ratio"
        : Fractions.Contains(objective.TrimStart('-')) ? "percent"
        : "value";

    /// <summary>A value of it.</summary>
    public static string Of(string objective, double value) => Unit(objective) switch
    {
        "ratio" => Figures.Number(value),
        "percent" => Figures.Percent(value),
        _ => Figures.Value(value),
    };
}
