using System.Net;
using System.Text;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// HTML as it grows. Text and attribute values are escaped here and nowhere else; only literals of ours go in as
/// markup.
/// </summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new(64 * 1024);

    /// <summary>Markup as it stands: literals of this program only.</summary>
    public HtmlText Raw(string markup)
    {
        text.Append(markup).Append('\n');
        return this;
    }

    /// <summary>An element with text inside; <paramref name="style"/> is a class name of ours.</summary>
    public HtmlText Element(string tag, string content, string style = "")
    {
        text.Append('<').Append(tag);
        if (style.Length > 0)
        {
            text.Append(" class=\"").Append(style).Append('"');
        }

        text.Append('>').Append(Escape(content)).Append("</").Append(tag.AsSpan(0, EndOfName(tag))).Append(">\n");
        return this;
    }

    /// <summary>The text, safe between tags and in quoted attributes.</summary>
    public static string Escape(string content) => WebUtility.HtmlEncode(content);

    public override string ToString() => text.ToString();

    // An element may carry literal attributes: only its name closes it.
    private static int EndOfName(string tag) => tag.Contains(' ', StringComparison.Ordinal)
        ? tag.IndexOf(' ', StringComparison.Ordinal)
        : tag.Length;
}
