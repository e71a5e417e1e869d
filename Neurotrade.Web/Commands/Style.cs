namespace Neurotrade.Web.Commands;

/// <summary>Marks text for a terminal; gives it back unchanged where there is no colour. Gain and loss are money only.</summary>
internal readonly struct Style(Terminal terminal)
{
    private readonly bool hasColor = terminal.HasColor;

    public string Strong(string text) => Mark("1", text);

    /// <summary>Notes and units.</summary>
    public string Quiet(string text) => Mark("2", text);

    /// <summary>What is true, and what can be acted on.</summary>
    public string Accent(string text) => Mark("34", text);

    public string Gain(string text) => Mark("36", text);

    public string Loss(string text) => Mark("31", text);

    public string Warn(string text) => Mark("33", text);

    /// <summary>Gain, loss or neither, by the sign of a figure.</summary>
    public string Money(double figure, string text) => figure > 0 ? Gain(text) : figure < 0 ? Loss(text) : text;

    private string Mark(string code, string text) => hasColor && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
