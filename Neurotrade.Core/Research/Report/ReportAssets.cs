using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// The report's style and script, kept as readable files inside this assembly, with the policy that lets a browser run
/// exactly these and load nothing else.
/// </summary>
internal static class ReportAssets
{
    private static readonly string[] ScriptParts = ["core.js", "charts.js", "panels.js", "page.js"];

    /// <summary>What stands between the style tags.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>What stands between the script tags: the parts in their order, as one strict function.</summary>
    public static string Script { get; } =
        "(() => {\n\"use strict\";\n" + string.Concat(ScriptParts.Select(Read)) + "})();\n";

    /// <summary>
    /// The content security policy: this style and this script by their hashes, and nothing from anywhere.
    /// </summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; "
        + "form-action 'none'";

    private static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using Stream? stream = typeof(ReportAssets).Assembly.GetManifestResourceStream("report/" + name);
        Guard.That(stream is not null);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
