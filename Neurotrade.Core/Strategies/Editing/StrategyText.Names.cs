using Neurotrade.Core.Strategies.Files;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Editing;

public sealed partial class StrategyText
{
    private const string Atr = "atr";

    /// <summary>
    /// Another name for an indicator, where it is defined and in every condition, so that the strategy means the same;
    /// comments keep what they say.
    /// </summary>
    public TextEdit RenameIndicator(string from, string to) => Rename("indicators", from, to.Trim(), (draft, name) =>
    {
        if (LanguageNames.Reserved.Contains(name))
        {
            throw new EditRefusedException($"`{name}` is a word of the rule language; choose another name.");
        }

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
            if (!IndicatorBinder.IsName(to))
            {
                throw new EditRefusedException($"`{YamlTree.Shorten(to)}` is no name: letters, digits and _ were expected.");
            }

            if (named.Parent!.Find(to) is not null)
            {
                throw new EditRefusedException($"`{to}` is another one's name already.");
            }

            foreach (NameUse use in uses(draft, to))
            {
                use.Rename(draft, from, to);
            }

            EntryEdits.Rename(draft, named, to);
        });
}
