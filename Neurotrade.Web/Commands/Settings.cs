using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>Settings in their order: appsettings.json beside the executable, then <c>NEUROTRADE_…</c> (contracts 1).</summary>
internal static class Settings
{
    /// <summary>What begins the name of every environment variable that is a setting.</summary>
    public const string EnvironmentPrefix = "NEUROTRADE_";

    /// <summary>Reads both; an unreadable file is the person's problem, with its place.</summary>
    public static IConfigurationRoot Load()
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
                .AddEnvironmentVariables(EnvironmentPrefix)
                .Build();
        }
        catch (InvalidDataException bad)
        {
            string path = Path.Combine(AppContext.BaseDirectory, "appsettings.json");
            string why = bad.InnerException?.InnerException?.Message ?? bad.Message;
            throw new InputException(new Problem(path, 0, 0, $"Not valid JSON: {why}"));
        }
    }
}
