using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>Changes of a strategy's text by its form: each says what it means, goes back, and leaves the rest alone.</summary>
public sealed class EditingTests
{
    private const int EditsEach = 12;

    private static readonly string[] Conditions = ["close > open", "crosses_above(close, hl2)", "not (volume <= 0)", "close[1] < 2%"];

    private static int Cases => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 3000 : 100;

    [Fact]
    public void RandomEdits_SayWhatIsMeant_GoBack_AndLeaveOtherLinesAlone()
    {
        int made = 0;
        for (int seed = 1; seed <= Cases; seed++)
        {
            Random random = new(seed);
            string text = WithNotes(OracleYaml.Print(RandomStrategy.Make(random, HostileMarket.Make(random, 30))), random);
            for (int i = 0; i < EditsEach; i++)
            {
                string next = Edited(text, random, seed);
                made += next == text ? 0 : 1;
                text = next;
            }
        }

        // Most edits are possible; a generator that asks for the impossible would prove nothing.
        Assert.True(made > Cases * EditsEach * 2 / 3, $"only {made} edits were made");
    }

    private static string Edited(string text, Random random, int seed)
    {
        StrategyText read = StrategyText.Read(text);
        bool isExit = read.Exit is not null && random.Next(3) == 0;
        RuleOutline[] all = [.. (isExit ? read.Exit : read.Entry)!.Flat()];
        RuleOutline at = all[random.Next(all.Length)];
        RuleOutline[] lists = [.. all.Where(one => one.IsList)];
        string condition = Conditions[random.Next(Conditions.Length)];
        PlainRule before = PlainRule.Of(Bound(text, seed), isExit);
        int index = random.Next(5);
        (TextEdit Edit, Func<string, TextEdit>? Back, Action<PlainRule>? Meant) change = random.Next(9) switch
        {
            0 when at.Kind == OutlineKind.Condition => (
                read.SetCondition(at.Path, condition),
                next => StrategyText.Read(next).SetCondition(at.Path, at.Text),
                rule => rule.At(at.Path).Text = condition),
            1 when at.Tag is null => (
                read.SetTag(at.Path, "new tag"),
                next => StrategyText.Read(next).SetTag(at.Path, null),
                rule => rule.At(at.Path).Tag = "new tag"),
            1 => (read.SetTag(at.Path, null), null, rule => rule.At(at.Path).Tag = null),
            2 when at.IsList => Switched(read, at),
            3 or 4 when lists.Length > 0 => Added(read, lists[random.Next(lists.Length)], index, condition),
            5 => Wrapped(read, at.Path, (OutlineKind)random.Next(1, 4)),
            6 or 7 when lists.Length > 0 && !at.Path.IsRoot => Moved(read, at, lists[random.Next(lists.Length)], index),
            8 when all.Length > 6 && !at.Path.IsRoot => (read.RemoveRule(at.Path), null, rule => rule.Remove(at.Path)),
            _ => (read.SetValue("orders.cooldown", $"{index + 1} bars"), null, null),
        };
        Check(text, change.Edit, change.Back, seed);
        PlainRule after = PlainRule.Of(Bound(change.Edit.Text, seed), isExit);
        if (change.Edit.Refusal is null)
        {
            change.Meant?.Invoke(before);
        }

        Assert.True(before.ToString() == after.ToString(), $"seed {seed}: {before}\nbut {after}\n{text}\n---\n{change.Edit.Text}");
        return change.Edit.Text;
    }

    private static (TextEdit, Func<string, TextEdit>?, Action<PlainRule>?) Switched(StrategyText read, RuleOutline at)
    {
        OutlineKind other = at.Kind == OutlineKind.All ? OutlineKind.Any : OutlineKind.All;
        return (
            read.SetKind(at.Path, other),
            next => StrategyText.Read(next).SetKind(at.Path, at.Kind),
            rule => rule.At(at.Path).Kind = other == OutlineKind.All ? "all" : "any");
    }

    private static (TextEdit, Func<string, TextEdit>?, Action<PlainRule>?) Added(
        StrategyText read, RuleOutline group, int index, string condition)
    {
        int place = Math.Min(index, group.Parts.Length);
        return (
            read.AddCondition(group.Path, place, condition),
            next => StrategyText.Read(next).RemoveRule(group.Path.Part(place)),
            rule => rule.At(group.Path).Parts.Insert(place, new PlainRule { Kind = "when", Text = condition }));
    }

    private static (TextEdit, Func<string, TextEdit>?, Action<PlainRule>?) Wrapped(StrategyText read, RulePath path, OutlineKind kind) => (
        read.Wrap(path, kind),
        next => StrategyText.Read(next).Unwrap(path),
        rule => rule.At(path).Wrap(kind switch { OutlineKind.All => "all", OutlineKind.Any => "any", _ => "not" }));

    private static (TextEdit, Func<string, TextEdit>?, Action<PlainRule>?) Moved(
        StrategyText read, RuleOutline at, RuleOutline group, int index)
    {
        bool isSame = at.Path.Parent == group.Path;
        int place = Math.Min(index, group.Parts.Length - (isSame ? 1 : 0));
        return (
            read.Move(at.Path, group.Path, place),
            isSame ? next => StrategyText.Read(next).Move(group.Path.Part(place), group.Path, at.Path.Index) : null,
            rule => rule.Move(at.Path, group.Path, place));
    }

    // Back again is the very text; lines that no edit is about are the very lines.
    private static void Check(string text, TextEdit edit, Func<string, TextEdit>? back, int seed)
    {
        if (edit.Refusal is not null)
        {
            Assert.Equal(text, edit.Text);
            return;
        }

        if (back?.Invoke(edit.Text) is { } undone)
        {
            Assert.True(undone.Text == text, $"seed {seed}: {undone.Refusal}\n{text}\n--- became\n{edit.Text}\n--- and back\n{undone.Text}");
        }

        // Only what is taken out takes the comments inside it along.
        string[] notes = [.. Notes(text).Except(Notes(edit.Text))];
        Assert.True(back is null || notes.Length == 0, $"seed {seed}: lost {string.Join(" | ", notes)}\n{text}\n---\n{edit.Text}");
    }

    private static IEnumerable<string> Notes(string text) => text.Split('\n').Where(line => line.Contains(" # n", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf(" # n", StringComparison.Ordinal)..]);

    private static Strategy Bound(string text, int seed)
    {
        try
        {
            return StrategyFile.Load(text, "random.yaml", new StrategyOverrides());
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"seed {seed}: {wrong.Message}\n{text}", wrong);
        }
    }

    // Comments and blank lines where people put them; each is told from the others by its number.
    internal static string WithNotes(string text, Random random)
    {
        List<string> lines = [];
        int note = 0;
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            if (random.Next(6) == 0)
            {
                string above = new(' ', random.Next(3) == 0 ? random.Next(10) : line.Length - line.TrimStart().Length);
                lines.Add($"{above} # n{++note}"[(above.Length == 0 ? 0 : 1)..]);
            }

            if (random.Next(10) == 0)
            {
                lines.Add(string.Empty);
            }

            lines.Add(random.Next(6) == 0 ? $"{line} # n{++note}" : line);
        }

        return string.Join('\n', lines) + (random.Next(3) == 0 ? string.Empty : "\n");
    }
}
