using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy file that is open for writing: the text as it stands, and what it says.</summary>
public sealed class StrategyDraft
{
    // An editor ends its lines with \n alone; the file keeps its own.
    private readonly bool hasWindowsLines;

    public StrategyDraft(string name, string saved, bool isSample)
    {
        (Name, Saved, Text, IsSample) = (name, saved, saved, isSample);
        hasWindowsLines = saved.Contains("\r\n", StringComparison.Ordinal);
        Reading = StrategyCheck.Of(saved, name);
        (Valid, ValidText) = (Reading.Strategy, Reading.Strategy is null ? null : saved);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>The text that the file holds.</summary>
    public string Saved { get; private set; }

    /// <summary>It ships with the program; saving it makes a copy of one's own.</summary>
    public bool IsSample { get; private set; }

    /// <summary>The text as it stands.</summary>
    public string Text { get; private set; }

    /// <summary>What the text says.</summary>
    public StrategyCheck Reading { get; private set; }

    /// <summary>The last text without a problem; null before there was one.</summary>
    public Strategy? Valid { get; private set; }

    /// <summary>The text that <see cref="Valid"/> was read from.</summary>
    public string? ValidText { get; private set; }

    /// <summary>When what is not saved was typed, in another window or before; Unix milliseconds.</summary>
    public long? TypedMillis { get; private set; }

    /// <summary>Something stands in the text that is not in the file.</summary>
    public bool IsChanged => Text != Saved;

    /// <summary>A file as it was left: what was typed in it and not saved stands in it again.</summary>
    internal static StrategyDraft Of(string name, string saved, bool isSample, TypedText? typed)
    {
        var draft = new StrategyDraft(name, saved, isSample);
        if (typed is not null && typed.Text != saved)
        {
            draft.Change(typed.Text);
            draft.TypedMillis = typed.TypedMillis;
        }

        return draft;
    }

    /// <summary>Whether the text as an editor has it is the text.</summary>
    public bool IsText(string text) => InOwnLines(text) == Text;

    /// <summary>Reads another text.</summary>
    public void Change(string text)
    {
        Text = InOwnLines(text);
        Reading = StrategyCheck.Of(Text, Name);
        (Valid, ValidText) = Reading.Strategy is { } strategy ? (strategy, Text) : (Valid, ValidText);
    }

    /// <summary>The file holds the text now, and is one's own.</summary>
    public void Keep() => (Saved, IsSample, TypedMillis) = (Text, false, null);

    private string InOwnLines(string text) => hasWindowsLines
        ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)
        : text;
}
