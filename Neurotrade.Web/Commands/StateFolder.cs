using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>The one folder that holds all state: candles, runs, keys. A fresh folder is a fresh start (contracts 1).</summary>
internal sealed class StateFolder
{
    private StateFolder(string root) => Root = root;

    /// <summary>Full path; it may not exist yet.</summary>
    public string Root { get; }

    /// <summary>The candle store.</summary>
    public string Candles => Path.Combine(Root, "candles");

    /// <summary>Finished runs, a folder each.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Sweeps that pages asked for, a folder each.</summary>
    public string Sweeps => Path.Combine(Root, "sweeps");

    /// <summary>All that sweeps ever tried, a ledger for each strategy and data set.</summary>
    public string Trials => Path.Combine(Root, "trials");

    /// <summary>
    /// <c>NEUROTRADE_DATA</c>, else <c>$XDG_DATA_HOME/neurotrade</c>, else <c>~/.local/share/neurotrade</c>; an
    /// <see cref="InputException"/> where there is no home folder either.
    /// </summary>
    public static StateFolder Of(IConfiguration settings) => Of(
        settings["Data"],
        Environment.GetEnvironmentVariable("XDG_DATA_HOME"),
        Environment.GetEnvironmentVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME"));

    /// <summary>The same from the three values; empty counts as not given.</summary>
    public static StateFolder Of(string? named, string? xdgDataHome, string? home)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return new StateFolder(Path.GetFullPath(named));
        }

        // The base directory specification has relative paths ignored.
        if (!string.IsNullOrEmpty(xdgDataHome) && Path.IsPathRooted(xdgDataHome))
        {
            return new StateFolder(Path.Combine(xdgDataHome, "neurotrade"));
        }

        if (!string.IsNullOrEmpty(home))
        {
            return new StateFolder(Path.GetFullPath(Path.Combine(home, ".local", "share", "neurotrade")));
        }

        throw new InputException(new Problem(
            "environment", 0, 0, "No home folder to keep state in: set NEUROTRADE_DATA to a folder that can be written"));
    }
}
