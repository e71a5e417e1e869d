namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>How an open strategy is shown.</summary>
public enum StrategyView
{
    Text,
    Form,
    Versions,
}
