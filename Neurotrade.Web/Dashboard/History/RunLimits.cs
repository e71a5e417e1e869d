using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.History;

/// <summary>How many runs are kept: the section <c>Runs</c> of the settings.</summary>
public sealed record RunLimits
{
    private const string Section = "Runs";

    /// <summary>Runs that are kept; beyond it the oldest that are not pinned go.</summary>
    [Range(10, 5_000)]
    public int MostRuns { get; init; } = 500;

    /// <summary>What they may take on the disk together, in megabytes (10^6 bytes).</summary>
    [Range(100, 10_000_000)]
    public int MostMegabytes { get; init; } = 2_000;

    public long MostBytes => MostMegabytes * 1_000_000L;

    /// <summary>As the settings have them; <see cref="InputException"/> with every value that is none.</summary>
    public static RunLimits Of(IConfiguration settings)
    {
        var problems = new List<Problem>();
        var defaults = new RunLimits();
        RunLimits limits = new()
        {
            MostRuns = Number(settings, nameof(MostRuns), defaults.MostRuns, problems),
            MostMegabytes = Number(settings, nameof(MostMegabytes), defaults.MostMegabytes, problems),
        };
        return problems.Count == 0 ? limits : throw new InputException(problems);
    }

    private static int Number(IConfiguration settings, string name, int otherwise, List<Problem> problems)
    {
        string key = $"{Section}:{name}";
        if (settings[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        var range = (RangeAttribute)typeof(RunLimits).GetProperty(name)!.GetCustomAttributes(typeof(RangeAttribute), false)[0];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && range.IsValid(value))
        {
            return value;
        }

        problems.Add(new Problem($"setting {key}", 0, 0, string.Create(
            CultureInfo.InvariantCulture, $"'{text}' is not a limit; expected a whole number from {range.Minimum:N0} to {range.Maximum:N0}")));
        return otherwise;
    }
}
