using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Editing;

public sealed partial class StrategyText
{
    /// <summary>Another expression for a condition.</summary>
    public TextEdit SetCondition(RulePath path, string expression) => ChangeRule(path, (draft, spot) =>
    {
        Spot? value = spot.Node is FileNode.Scalar ? spot : spot.Find("when");
        if (value?.Node is not FileNode.Scalar)
        {
            throw new EditRefusedException("No condition stands here.");
        }

        EntryEdits.SetScalar(draft, value, Said(expression, "A condition"));
    });

    /// <summary>Another tag; null takes it away.</summary>
    public TextEdit SetTag(RulePath path, string? tag) => ChangeRule(path, (draft, spot) =>
    {
        Spot? old = spot.Node is FileNode.Mapping ? spot.Find("tag") : null;
        if (tag is null)
        {
            Unlabel(draft, spot, old ?? throw new EditRefusedException("No tag stands here."));
        }
        else if (old is not null)
        {
            EntryEdits.SetScalar(draft, old, Said(tag, "A tag"));
        }
        else if (spot.Node is FileNode.Scalar)
        {
            NestingEdits.Label(draft, spot, Said(tag, "A tag"));
        }
        else
        {
            EntryEdits.Insert(draft, spot, 0, "tag", JsonValue.Create(Said(tag, "A tag")));
        }
    });

    /// <summary>Makes <c>all</c> of <c>any</c>, or the other way round.</summary>
    public TextEdit SetKind(RulePath path, OutlineKind kind) => ChangeRule(path, (draft, spot) =>
    {
        if (kind is not (OutlineKind.All or OutlineKind.Any) || ListOf(spot) is not { } list)
        {
            throw new EditRefusedException("Only a group of conditions is all or any of them.");
        }

        if (list.Entry!.Key.Text != Word(kind))
        {
            EntryEdits.Rename(draft, list, Word(kind));
        }
    });

    /// <summary>A condition more in a group, at a place from 0 to the number of its parts.</summary>
    public TextEdit AddCondition(RulePath group, int index, string expression) => ChangeRule(group, (draft, spot) =>
    {
        Spot list = ListOf(spot) ?? throw new EditRefusedException("A condition is added to a group: make one of it first.");
        ItemEdits.Insert(draft, list, Math.Clamp(index, 0, list.Count), JsonValue.Create(Said(expression, "A condition")));
    });

    /// <summary>Puts a node into a group of its own.</summary>
    public TextEdit Wrap(RulePath path, OutlineKind kind) => ChangeRule(path, (draft, spot) =>
    {
        if (kind is not (OutlineKind.All or OutlineKind.Any or OutlineKind.Not))
        {
            throw new EditRefusedException("A group is all of its parts, any of them, or not.");
        }

        NestingEdits.Enclose(draft, spot, Word(kind));
    });

    /// <summary>Puts the only part of a group, or what <c>not</c> denies, in the group's place.</summary>
    public TextEdit Unwrap(RulePath path) => ChangeRule(path, (draft, spot) =>
    {
        (FileNode? tag, string? kind, _) = RuleOutline.Read(spot.Node);
        Spot? list = ListOf(spot);
        Spot? part = kind == "not" ? spot.Find("not") : list is { Count: 1 } ? list.Find("0") : null;
        if (part is null)
        {
            throw new EditRefusedException("Only a group of one part can be taken apart; take the others out first.");
        }

        if (tag is not null)
        {
            throw new EditRefusedException("The group has a tag; take the tag away first.");
        }

        NestingEdits.Dissolve(draft, spot, part);
    });

    /// <summary>Takes a node out; a group that would be empty goes with it. An entry rule has to stay.</summary>
    public TextEdit RemoveRule(RulePath path) => ChangeRule(path, (draft, spot) => TakeOut(draft, path, spot));

    /// <summary>Moves a node into a group, to a place that counts without it; a group left empty goes.</summary>
    public TextEdit Move(RulePath path, RulePath group, int index)
    {
        if (group.IsWithin(path))
        {
            return new TextEdit(Text, "A group cannot be moved into itself.");
        }

        if (Find(path) is { Parent.Node: FileNode.Sequence, Parent.Count: > 1 } || root is null)
        {
            return ChangeRule(path, (draft, spot) =>
            {
                Spot target = Target(group);
                bool isSame = ReferenceEquals(target.Node, spot.Parent!.Node);
                ItemEdits.Move(draft, spot, target, Math.Clamp(index, 0, target.Count - (isSame ? 1 : 0)));
            });
        }

        return MoveOnly(path, group, index);
    }

    // The last part of its group: written at the new place first, then taken out with its group.
    private TextEdit MoveOnly(RulePath path, RulePath group, int index)
    {
        TextEdit copied = ChangeRule(path, (draft, spot) =>
        {
            bool isItem = spot.Parent?.Node is FileNode.Sequence && !path.IsRoot;
            Spot target = Target(group);
            if (!isItem || ReferenceEquals(target.Node, spot.Parent!.Node))
            {
                throw new EditRefusedException("It is the only one here; there is nowhere to move it.");
            }

            ItemEdits.Duplicate(draft, spot, target, Math.Clamp(index, 0, target.Count));
        });
        if (copied.Refusal is not null)
        {
            return copied;
        }

        int depth = group.Steps.Count();
        int[] steps = [.. path.Steps];
        bool isPushed = path.IsWithin(group) && steps.Length > depth && steps[depth] >= index;
        RulePath now = new(path.Rule);
        for (int i = 0; i < steps.Length; i++)
        {
            now = now.Part(steps[i] + (isPushed && i == depth ? 1 : 0));
        }

        TextEdit moved = Read(copied.Text).RemoveRule(now);
        return moved.Refusal is null ? moved : new TextEdit(Text, moved.Refusal);
    }

    private Spot Target(RulePath group) => Find(group) is { } found && ListOf(found) is { } list
        ? list
        : throw new EditRefusedException("Conditions are moved into groups of all or any.");

    private static void TakeOut(EditDraft draft, RulePath path, Spot spot)
    {
        if (path.IsRoot)
        {
            if (path.Rule == "entry")
            {
                throw new EditRefusedException("A strategy needs an entry rule; change it instead.");
            }

            EntryEdits.Remove(draft, spot);
        }
        else if (spot.Parent!.Node is FileNode.Sequence { Items.Length: > 1 })
        {
            ItemEdits.Remove(draft, spot.Parent, spot.Index);
        }
        else
        {
            // What holds this one alone: the list's group, or the node that says not.
            Spot group = spot.Parent.Node is FileNode.Sequence ? spot.Parent.Parent! : spot.Parent;
            TakeOut(draft, path.Parent, group);
        }
    }

    private static void Unlabel(EditDraft draft, Spot spot, Spot tag)
    {
        if (spot.Find("when") is { Index: 1 } when && spot.Count == 2)
        {
            NestingEdits.Dissolve(draft, spot, when);
        }
        else if (spot.Count > 1)
        {
            EntryEdits.Remove(draft, tag);
        }
        else
        {
            throw new EditRefusedException("Nothing but the tag stands here.");
        }
    }

    private static Spot? ListOf(Spot spot) =>
        RuleOutline.Read(spot.Node) is { Kind: "all" or "any", Value: FileNode.Sequence { Items.Length: > 0 } } read ? spot.Find(read.Kind) : null;

    private static string Word(OutlineKind kind) => kind switch
    {
        OutlineKind.All => "all",
        OutlineKind.Any => "any",
        _ => "not",
    };

    private static string Said(string text, string what) => text.Trim() is { Length: > 0 } said
        ? said
        : throw new EditRefusedException($"{what} says something; to have none, remove it.");

    private TextEdit ChangeRule(RulePath path, Action<EditDraft, Spot> change) => Change(draft =>
        change(draft, Find(path) ?? throw new EditRefusedException("The rule is not there any more.")));
}
