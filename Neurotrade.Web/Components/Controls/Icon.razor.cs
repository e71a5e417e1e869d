using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A small drawing in the colour of its text. The shapes are Lucide's (Icon.LICENSE.txt).</summary>
public sealed partial class Icon
{
    private const string Shield =
        """<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 """
        + """1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z" />""";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["arrow-up-right"] = """<path d="M7 7h10v10" /><path d="M7 17 17 7" />""",
        ["chevron-down"] = """<path d="m6 9 6 6 6-6" />""",
        ["chevron-up"] = """<path d="m18 15-6-6-6 6" />""",
        ["flask-conical"] =
            """<path d="M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 0 0 0 10 8V2" />"""
            + """<path d="M6.453 15h11.094" /><path d="M8.5 2h7" />""",
        ["search"] = """<path d="m21 21-4.34-4.34" /><circle cx="11" cy="11" r="8" />""",
        ["shield-alert"] = Shield + """<path d="M12 8v4" /><path d="M12 16h.01" />""",
        ["shield-check"] = Shield + """<path d="m9 12 2 2 4-4" />""",
        ["shield-question-mark"] = Shield + """<path d="M9.1 9a3 3 0 0 1 5.82 1c0 2-3 3-3 3" /><path d="M12 17h.01" />""",
        ["sun-moon"] =
            """<path d="M12 2v2" /><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 """
            + """5.259c.589-.255 1.396.09 1.248.715" /><path d="M16 12a4 4 0 0 0-4-4" /><path d="m19 5-1.256 1.256" />"""
            + """<path d="M20 12h2" />""",
        ["terminal"] = """<path d="M12 19h8" /><path d="m4 17 6-6-6-6" />""",
        ["triangle-alert"] =
            """<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3" /><path d="M12 9v4" />"""
            + """<path d="M12 17h.01" />""",
    };

    /// <summary>Which drawing, by Lucide's name.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary><c>s</c> for the small one.</summary>
    [Parameter]
    public string? Class { get; set; }
}
