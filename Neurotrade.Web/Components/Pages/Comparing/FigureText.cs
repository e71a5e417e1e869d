using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>How a figure of a run is written where several stand side by side: two decimals, so that they can be told apart.</summary>
internal static class FigureText
{
    public static string Of(RunFigure figure, double? value) => (figure.Kind, value) switch
    {
        (_, null) => Figures.Undefined,
        (FigureKind.Percent, var share) when figure.IsFall => Figures.Gain(-share, 2),
        (FigureKind.Percent, var share) => Figures.Percent(share, 2),
        (FigureKind.Gain, var share) => Figures.Gain(share, 2),
        (FigureKind.Count, var count) => Figures.Number(count, 0),
        (FigureKind.Days, var days) => Figures.Number(days, 1),
        (FigureKind.Seconds, { } seconds) => Figures.Span((long)(seconds * 1000)),
        _ => Figures.Number(value),
    };
}
