using System.Globalization;

namespace Neurotrade.Core.Strategies.Editing;

/// <summary>Where a condition stands in a rule: <c>entry</c>, then which part of each group, from 0: <c>entry.2.0</c>.</summary>
public readonly record struct RulePath(string Text)
{
    public static RulePath Entry { get; } = new("entry");

    public static RulePath Exit { get; } = new("exit");

    /// <summary>Whether it is a whole rule.</summary>
    public bool IsRoot => !Text.Contains('.', StringComparison.Ordinal);

    /// <summary>The rule that it stands in: <c>entry</c> or <c>exit</c>.</summary>
    public string Rule => Text.Split('.')[0];

    /// <summary>The group around it; itself where there is none.</summary>
    public RulePath Parent => IsRoot ? this : new RulePath(Text[..Text.LastIndexOf('.')]);

    /// <summary>Which part of its group it is, from 0; 0 for a whole rule.</summary>
    public int Index => IsRoot ? 0 : int.Parse(Text.AsSpan(Text.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);

    /// <summary>The indexes from the rule down.</summary>
    internal IEnumerable<int> Steps => Text.Split('.').Skip(1).Select(step => int.Parse(step, CultureInfo.InvariantCulture));

    /// <summary>A part of this group.</summary>
    public RulePath Part(int index) => new(string.Create(CultureInfo.InvariantCulture, $"{Text}.{index}"));

    /// <summary>Whether it is the other or stands inside it.</summary>
    public bool IsWithin(RulePath other) =>
        Text == other.Text || Text.StartsWith(other.Text + ".", StringComparison.Ordinal);

    public override string ToString() => Text;
}
