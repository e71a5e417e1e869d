using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy file that is open for writing: the text as it stands, and what it says.</summary>
public sealed class StrategyDraft
{
    public StrategyDraft(string name, string saved, bool isSample)
    {
        (Name, Saved, Text, IsSample) = (name, saved, saved, isSample);
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

    /// <summary>Something stands in the text that is not in the file.</summary>
    public bool IsChanged => Text != Saved;

    /// <summary>Reads another text.</summary>
    public void Change(string text)
    {
        Text = text;
        Reading = StrategyCheck.Of(text, Name);
        (Valid, ValidText) = Reading.Strategy is { } strategy ? (strategy, text) : (Valid, ValidText);
    }

    /// <summary>The file holds the text now, and is one's own.</summary>
    public void Keep() => (Saved, IsSample) = (Text, false);
}
