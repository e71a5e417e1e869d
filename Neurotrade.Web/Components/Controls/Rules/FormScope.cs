using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What every part of a strategy's form shares: the form, and how a change is made.</summary>
/// <param name="Form">The text as the form sees it.</param>
/// <param name="Revision">Another number after a change that changed nothing, so that fields show what the text says.</param>
/// <param name="Change">Makes a change and then puts the focus on a node, if one is named.</param>
public sealed record FormScope(
    StrategyForm Form,
    int Revision,
    Func<Func<StrategyText, TextEdit>, RulePath?, Task> Change)
{
    /// <summary>Makes a change.</summary>
    public Task ChangeAsync(Func<StrategyText, TextEdit> change) => Change(change, null);

    /// <summary>Sets a value by its keys; an empty one is taken out.</summary>
    public Task SetAsync(string path, string? value) => string.IsNullOrWhiteSpace(value)
        ? Form.Text.Has(path) ? ChangeAsync(text => text.RemoveValue(path)) : Task.CompletedTask
        : ChangeAsync(text => text.SetValue(path, value));
}
