namespace Neurotrade.Core.Strategies.Editing;

public enum MoveDirection
{
    Up,
    Down,

    /// <summary>Out of its group, behind it.</summary>
    Out,

    /// <summary>Into the group before it, else the one behind it.</summary>
    In,
}

/// <summary>Where a node of a rule goes: into a group, at a place that counts without it.</summary>
public readonly record struct RuleMove(RulePath Group, int Index)
{
    /// <summary>One step for a node; null where there is nowhere to go.</summary>
    public static RuleMove? Step(RuleOutline rule, RulePath path, MoveDirection direction)
    {
        if (path.IsRoot || ListAbove(rule, path) is not { } above)
        {
            return null;
        }

        (RulePath list, int index) = above;
        bool isItem = list == path.Parent;
        int last = At(rule, list)!.Parts.Length - 1;
        return direction switch
        {
            MoveDirection.Up when isItem && index > 0 => new RuleMove(list, index - 1),
            MoveDirection.Down when isItem && index < last => new RuleMove(list, index + 1),
            MoveDirection.In when isItem => Into(rule, list, index),
            MoveDirection.In => null,
            _ => Leave(rule, list, isItem, direction, index),
        };
    }

    /// <summary>Before or behind another node, or into it as its first part; null where that is no place.</summary>
    public static RuleMove? Drop(RuleOutline rule, RulePath path, RulePath over, string where)
    {
        if (over.IsWithin(path))
        {
            return null;
        }

        if (where == "into" && At(rule, over) is { IsList: true })
        {
            return new RuleMove(over, 0);
        }

        if (over.IsRoot || ListAbove(rule, over) is not { } above)
        {
            return null;
        }

        int place = above.Index + (where == "after" ? 1 : 0);
        bool isSame = path.Parent == above.List && path.Rule == over.Rule;
        return new RuleMove(above.List, isSame && path.Index < place ? place - 1 : place);
    }

    /// <summary>Where the node is after the move: groups behind the place that it left have come one nearer.</summary>
    public RulePath After(RulePath path)
    {
        int[] left = [.. path.Steps];
        int depth = left.Length - 1;
        int[] steps = [.. Group.Steps];
        bool isBehind = depth >= 0 && Group.IsWithin(path.Parent) && Group.Rule == path.Rule && steps.Length > depth
            && steps[depth] > left[depth];
        RulePath group = new(Group.Rule);
        for (int i = 0; i < steps.Length; i++)
        {
            group = group.Part(steps[i] - (isBehind && i == depth ? 1 : 0));
        }

        return group.Part(Index);
    }

    // Out of the group, before it when going up.
    private static RuleMove? Leave(RuleOutline rule, RulePath list, bool isItem, MoveDirection direction, int index)
    {
        // What a not denies stands in no list itself: it leaves the not, into the list around that.
        (RulePath List, int Index)? outer = isItem ? ListAbove(rule, list) : (list, index);
        return outer is not { } found ? null
            : new RuleMove(found.List, found.Index + (direction == MoveDirection.Up ? 0 : 1));
    }

    private static RuleMove? Into(RuleOutline rule, RulePath list, int index)
    {
        RuleOutline group = At(rule, list)!;
        if (index > 0 && group.Parts[index - 1] is { IsList: true } before)
        {
            return new RuleMove(before.Path, before.Parts.Length);
        }

        return index + 1 < group.Parts.Length && group.Parts[index + 1] is { IsList: true } behind
            ? new RuleMove(behind.Path, 0)
            : null;
    }

    // The nearest list that a node stands in, and which of its items holds the node.
    private static (RulePath List, int Index)? ListAbove(RuleOutline rule, RulePath path)
    {
        for (RulePath at = path; !at.IsRoot; at = at.Parent)
        {
            if (At(rule, at.Parent) is { IsList: true })
            {
                return (at.Parent, at.Index);
            }
        }

        return null;
    }

    private static RuleOutline? At(RuleOutline rule, RulePath path) => rule.Flat().FirstOrDefault(one => one.Path == path);
}
