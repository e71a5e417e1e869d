using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>The page of figures that the measuring command writes: what was measured, where, and how busy the machine was.</summary>
internal sealed class FigureSheet
{
    private readonly StringBuilder text = new();
    private readonly string loadAtFirst = Load();

    /// <summary>A heading with what a reader must know of the table below it.</summary>
    public void Chapter(string title, string explanation) => text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{explanation}\n");

    public void Table(string[] heads, IEnumerable<string[]> rows)
    {
        string line = string.Concat(heads.Select((_, i) => i == 0 ? " --- |" : " ---: |"));
        text.Append(CultureInfo.InvariantCulture, $"\n| {string.Join(" | ", heads)} |\n|{line}\n");
        foreach (string[] row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }
    }

    public void Save(string path, string browser)
    {
        string day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        File.WriteAllText(path, $"""
            # Figures of the dashboard

            Written by `build/measure-dashboard.sh`, which starts the program and drives a browser; run it on your own machine. The
            browser draws without a graphics card, so frames are those of the processor.

            | | |
            | --- | --- |
            | date | {day} |
            | commit | `{Commit()}` |
            | machine | {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription} |
            | runtime | {RuntimeInformation.FrameworkDescription}, Chromium {browser} |
            | load average, 1 5 15 minutes | {loadAtFirst} at the start, {Load()} at the end |

            """.ReplaceLineEndings("\n") + text);
    }

    private static string Load() => File.Exists("/proc/loadavg")
        ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))
        : "not told";

    private static string Processor() => !File.Exists("/proc/cpuinfo") ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ")[^1]
            ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Commit()
    {
        string changed = Git("status", "--porcelain", "--untracked-files=no").Length == 0 ? string.Empty : " with changes";
        return Git("rev-parse", "--short", "HEAD") + changed;
    }

    private static string Git(params string[] args)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", args)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        })!;
        string output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return output;
    }
}
