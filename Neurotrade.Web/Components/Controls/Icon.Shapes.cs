namespace Neurotrade.Web.Components.Controls;

/// <summary>The drawings themselves, by Lucide's names (Icon.LICENSE.txt).</summary>
public sealed partial class Icon
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["activity"] =
            """<path d="M22 12h-2.48a2 2 0 0 0-1.93 1.46l-2.35 8.36a.25.25 0 0 1-.48 0L9.24 2.18a.25.25 0 0 0-.48 """
            + """0l-2.35 8.36A2 2 0 0 1 4.49 12H2" />""",
        ["arrow-down"] = """<path d="M12 5v14" /><path d="m19 12-7 7-7-7" />""",
        ["arrow-left"] = """<path d="m12 19-7-7 7-7" /><path d="M19 12H5" />""",
        ["arrow-right"] = """<path d="M5 12h14" /><path d="m12 5 7 7-7 7" />""",
        ["arrow-up"] = """<path d="m5 12 7-7 7 7" /><path d="M12 19V5" />""",
        ["arrow-up-right"] = """<path d="M7 7h10v10" /><path d="M7 17 17 7" />""",
        ["candlestick-chart"] =
            """<path d="M9 5v4" /><rect width="4" height="6" x="7" y="9" rx="1" /><path d="M9 15v2" /><path d="M17 """
            + """3v2" /><rect width="4" height="8" x="15" y="5" rx="1" /><path d="M17 13v3" /><path d="M3 3v16a2 2 0 """
            + """0 0 2 2h16" />""",
        ["check"] = """<path d="M20 6 9 17l-5-5" />""",
        ["chevron-down"] = """<path d="m6 9 6 6 6-6" />""",
        ["chevron-left"] = """<path d="m15 18-6-6 6-6" />""",
        ["chevron-right"] = """<path d="m9 18 6-6-6-6" />""",
        ["chevron-up"] = """<path d="m18 15-6-6-6 6" />""",
        ["circle-help"] =
            """<circle cx="12" cy="12" r="10" /><path d="M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3" /><path d="M12 """
            + """17h.01" />""",
        ["circle-x"] = """<circle cx="12" cy="12" r="10" /><path d="m15 9-6 6" /><path d="m9 9 6 6" />""",
        ["columns-2"] = """<rect width="18" height="18" x="3" y="3" rx="2" /><path d="M12 3v18" />""",
        ["copy"] =
            """<rect width="14" height="14" x="8" y="8" rx="2" ry="2" /><path d="M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 """
            + """2-2h10c1.1 0 2 .9 2 2" />""",
        ["database"] =
            """<ellipse cx="12" cy="5" rx="9" ry="3" /><path d="M3 5V19A9 3 0 0 0 21 19V5" /><path d="M3 12A9 3 0 """
            + """0 0 21 12" />""",
        ["download"] =
            """<path d="M12 15V3" /><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" /><path d="m7 10 5 5 5-5" """
            + """/>""",
        ["ellipsis"] = """<circle cx="12" cy="12" r="1" /><circle cx="19" cy="12" r="1" /><circle cx="5" cy="12" r="1" />""",
        ["file-code-2"] =
            """<path d="M4 12.15V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.706.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 """
            + """0 1-2 2h-3.35" /><path d="M14 2v5a1 1 0 0 0 1 1h5" /><path d="m5 16-3 3 3 3" /><path d="m9 22 """
            + """3-3-3-3" />""",
        ["file-down"] =
            """<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 """
            + """8v12a2 2 0 0 1-2 2z" /><path d="M14 2v5a1 1 0 0 0 1 1h5" /><path d="M12 18v-6" /><path d="m9 15 3 3 """
            + """3-3" />""",
        ["file-up"] =
            """<path d="M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 """
            + """8v12a2 2 0 0 1-2 2z" /><path d="M14 2v5a1 1 0 0 0 1 1h5" /><path d="M12 12v6" /><path d="m15 """
            + """15-3-3-3 3" />""",
        ["filter"] =
            """<path d="M10 20a1 1 0 0 0 .553.895l2 1A1 1 0 0 0 14 21v-7a2 2 0 0 1 .517-1.341L21.74 4.67A1 1 0 0 0 """
            + """21 3H3a1 1 0 0 0-.742 1.67l7.225 7.989A2 2 0 0 1 10 14z" />""",
        ["flask-conical"] =
            """<path d="M14 2v6a2 2 0 0 0 .245.96l5.51 10.08A2 2 0 0 1 18 22H6a2 2 0 0 1-1.755-2.96l5.51-10.08A2 2 """
            + """0 0 0 10 8V2" /><path d="M6.453 15h11.094" /><path d="M8.5 2h7" />""",
        ["grip-vertical"] =
            """<circle cx="9" cy="12" r="1" /><circle cx="9" cy="5" r="1" /><circle cx="9" cy="19" r="1" />"""
            + """<circle cx="15" cy="12" r="1" /><circle cx="15" cy="5" r="1" /><circle cx="15" cy="19" r="1" />""",
        ["info"] = """<circle cx="12" cy="12" r="10" /><path d="M12 16v-4" /><path d="M12 8h.01" />""",
        ["keyboard"] =
            """<path d="M10 8h.01" /><path d="M12 12h.01" /><path d="M14 8h.01" /><path d="M16 12h.01" /><path """
            + """d="M18 8h.01" /><path d="M6 8h.01" /><path d="M7 16h10" /><path d="M8 12h.01" /><rect width="20" """
            + """height="16" x="2" y="4" rx="2" />""",
        ["layout-dashboard"] =
            """<rect width="7" height="9" x="3" y="3" rx="1" /><rect width="7" height="5" x="14" y="3" rx="1" """
            + """/><rect width="7" height="9" x="14" y="12" rx="1" /><rect width="7" height="5" x="3" y="16" rx="1" """
            + """/>""",
        ["maximize"] =
            """<path d="M8 3H5a2 2 0 0 0-2 2v3" /><path d="M21 8V5a2 2 0 0 0-2-2h-3" /><path d="M3 16v3a2 2 0 0 0 """
            + """2 2h3" /><path d="M16 21h3a2 2 0 0 0 2-2v-3" />""",
        ["minus"] = """<path d="M5 12h14" />""",
        ["moon"] =
            """<path d="M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 """
            + """8.268c.344-.215.825-.004.803.401" />""",
        ["pause"] = """<rect x="14" y="3" width="5" height="18" rx="1" /><rect x="5" y="3" width="5" height="18" rx="1" />""",
        ["pencil"] =
            """<path d="M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 """
            + """.623.622l4.353-1.32a2 2 0 0 0 .83-.497z" /><path d="m15 5 4 4" />""",
        ["play"] = """<path d="M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" />""",
        ["plus"] = """<path d="M5 12h14" /><path d="M12 5v14" />""",
        ["printer"] =
            """<path d="M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" /><path d="M6 9V3a1 """
            + """1 0 0 1 1-1h10a1 1 0 0 1 1 1v6" /><rect x="6" y="14" width="12" height="8" rx="1" />""",
        ["redo-2"] = """<path d="m15 14 5-5-5-5" /><path d="M20 9H9.5A5.5 5.5 0 0 0 4 14.5A5.5 5.5 0 0 0 9.5 20H13" />""",
        ["refresh-cw"] =
            """<path d="M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8" /><path d="M21 3v5h-5" /><path d="M21 """
            + """12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16" /><path d="M8 16H3v5" />""",
        ["rotate-ccw"] = """<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8" /><path d="M3 3v5h5" />""",
        ["save"] =
            """<path d="M15.2 3a2 2 0 0 1 1.4.6l3.8 3.8a2 2 0 0 1 .6 1.4V19a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 """
            + """0 1 2-2z" /><path d="M17 21v-7a1 1 0 0 0-1-1H8a1 1 0 0 0-1 1v7" /><path d="M7 3v4a1 1 0 0 0 1 1h7" """
            + """/>""",
        ["search"] = """<path d="m21 21-4.34-4.34" /><circle cx="11" cy="11" r="8" />""",
        ["shield-alert"] =
            """<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 """
            + """4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z" /><path d="M12 8v4" """
            + """/><path d="M12 16h.01" />""",
        ["shield-check"] =
            """<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 """
            + """4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z" /><path d="m9 12 2 2 """
            + """4-4" />""",
        ["shield-question-mark"] =
            """<path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 """
            + """4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1z" /><path d="M9.1 9a3 3 """
            + """0 0 1 5.82 1c0 2-3 3-3 3" /><path d="M12 17h.01" />""",
        ["square"] = """<rect width="18" height="18" x="3" y="3" rx="2" />""",
        ["sun"] =
            """<circle cx="12" cy="12" r="4" /><path d="M12 2v2" /><path d="M12 20v2" /><path d="m4.93 4.93 1.41 """
            + """1.41" /><path d="m17.66 17.66 1.41 1.41" /><path d="M2 12h2" /><path d="M20 12h2" /><path d="m6.34 """
            + """17.66-1.41 1.41" /><path d="m19.07 4.93-1.41 1.41" />""",
        ["sun-moon"] =
            """<path d="M12 2v2" /><path d="M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 """
            + """0 5.26 5.259c.589-.255 1.396.09 1.248.715" /><path d="M16 12a4 4 0 0 0-4-4" /><path d="m19 5-1.256 """
            + """1.256" /><path d="M20 12h2" />""",
        ["table-2"] =
            """<path d="M9 3H5a2 2 0 0 0-2 2v4m6-6h10a2 2 0 0 1 2 2v4M9 3v18m0 0h10a2 2 0 0 0 2-2V9M9 21H5a2 2 0 0 """
            + """1-2-2V9m0 0h18" />""",
        ["terminal"] = """<path d="M12 19h8" /><path d="m4 17 6-6-6-6" />""",
        ["trash-2"] =
            """<path d="M10 11v6" /><path d="M14 11v6" /><path d="M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6" """
            + """/><path d="M3 6h18" /><path d="M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2" />""",
        ["triangle-alert"] =
            """<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3" /><path d="M12 """
            + """9v4" /><path d="M12 17h.01" />""",
        ["undo-2"] =
            """<path d="M9 14 4 9l5-5" /><path d="M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11" />""",
        ["upload"] =
            """<path d="M12 3v12" /><path d="m17 8-5-5-5 5" /><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" """
            + """/>""",
        ["x"] = """<path d="M18 6 6 18" /><path d="m6 6 12 12" />""",
    };
}
