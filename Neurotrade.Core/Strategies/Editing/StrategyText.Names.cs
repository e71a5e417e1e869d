using Neurotrade.Core.Strategies.Files;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Editing;

public sealed partial class StrategyText
{
    private const string Atr = "atr";

    /// <summary>Why a name cannot be one of <c>indicators</c> or <c>parameters</c>, for a person; null where it can.</summary>
    public string? WhyNoName(string block, string name) =>
        !IndicatorBinder.IsName(name) ? $"`{YamlTree.Shorten(name)}` is no name: letters, digits and _ were expected."
        : block == "indicators" && LanguageNames.Reserved.Contains(name) ? $"`{name}` is a word of the rule language; choose another name."
        : Find(block)?.Find(name) is not null ? $"`{name}` is another one's name already."
        : null;

    /// <summary>
    /// Another name for an indicator, where it is defined and in every condition, so that the strategy means the same;
    /// comments keep what they say.
    /// </summary>
    public TextEdit RenameIndicator(string from, string to) => Rename("indicators", from, to.Trim(), (draft, name) =>
    {
        // Contracts 4.15: n atr is measured by the indicator of that name.
        if ((from == Atr || name == Atr) && NameUse.IsAtrSaid(draft.Root))
        {
            throw new EditRefusedException(
                "The orders say a distance in atr, which is that of the indicator named atr; with this change it would be another.");
        }

        return NameUse.OfIndicator(draft.Root, from);
    });

    /// <summary>Another name for a parameter, where it is declared and wherever <c>$name</c> stands for it.</summary>
    public TextEdit RenameParameter(string from, string to) =>
        Rename("parameters", from, to.Trim().TrimStart('$'), (draft, _) => NameUse.OfParameter(draft.Root, from));

    private TextEdit Rename(string block, string from, string to, Func<EditDraft, string, IReadOnlyList<NameUse>> uses) =>
        to == from ? new TextEdit(Text, null) : Change(draft =>
        {
            Spot named = draft.Root.Find(block)?.Find(from)
                ?? throw new EditRefusedException($"`{from}` is not there any more.");
            if (WhyNoName(block, to) is { } why)
            {
                throw new EditRefusedException(why);
            }

            foreach (NameUse use in uses(draft, to))
            {
                use.Rename(draft, from, to);
            }

            EntryEdits.Rename(draft, named, to);
        });
}
