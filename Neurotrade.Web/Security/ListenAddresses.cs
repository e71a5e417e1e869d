using Neurotrade.Core.Market;

namespace Neurotrade.Web.Security;

/// <summary>Where the dashboard listens, and by which names it may be called there.</summary>
/// <param name="Urls">As Kestrel takes them.</param>
/// <param name="AllowedHosts">Host names that are answered; others are refused, which stops rebound names.</param>
/// <param name="IsLoopback">Only this machine can reach it.</param>
internal sealed record ListenAddresses(string[] Urls, string[] AllowedHosts, bool IsLoopback)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] Everywhere = ["0.0.0.0", "[::]", "*", "+"];

    /// <summary>Reads addresses separated by <c>;</c>; each that is not one is a problem.</summary>
    public static ListenAddresses Of(string text, string source)
    {
        string[] urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hosts = new List<string>(Loopback);
        var problems = new List<Problem>();
        foreach (string url in urls)
        {
            if (HostOf(url) is { } host)
            {
                hosts.Add(Everywhere.Contains(host) ? "*" : host);
            }
            else
            {
                problems.Add(new Problem(source, 0, 0, $"'{url}' is not an address; expected one like http://127.0.0.1:5080"));
            }
        }

        if (urls.Length == 0)
        {
            problems.Add(new Problem(source, 0, 0, "No address to listen on; expected one like http://127.0.0.1:5080"));
        }

        return problems.Count > 0
            ? throw new InputException(problems)
            : new ListenAddresses(urls, [.. hosts.Distinct()], hosts.TrueForAll(Loopback.Contains));
    }

    private static string? HostOf(string url)
    {
        bool isHttp = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (!isHttp && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return address.Port is >= 0 and <= 65535 && address.PathBase.Length == 0 && address.Host.Length > 0
                ? address.Host.ToLowerInvariant()
                : null;
        }
        catch (Exception bad) when (bad is FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
