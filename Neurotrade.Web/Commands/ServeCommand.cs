using System.CommandLine;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Security;

namespace Neurotrade.Web.Commands;

/// <summary><c>serve</c>, and what runs without a verb: the dashboard.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Given to the verb and to the program without one.</summary>
    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = $"Where to listen; {DefaultUrls} unless set",
        HelpName = "URL",
    };

    public static Verb Verb => new Verb("serve", "The dashboard (what runs without a verb)", RunAsync).With(Urls);

    public static async Task<int> RunAsync(VerbContext context)
    {
        string? given = context.Get(Urls);
        ListenAddresses addresses = ListenAddresses.Of(
            given ?? context.Settings["Urls"] ?? DefaultUrls, given is null ? "setting Urls" : "--urls");
        StateFolder state = context.State;
        await using WebApplication app = DashboardHost.Build(context.Settings, state, addresses, context.Clock);
        await app.StartAsync(context.Cancel);
        Announce(context, app.Urls, state, addresses);
        await app.WaitForShutdownAsync(context.Cancel);
        return ExitCode.Done;
    }

    private static void Announce(
        VerbContext context, ICollection<string> urls, StateFolder state, ListenAddresses addresses)
    {
        if (context.IsJson)
        {
            context.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("url", urls.First());
                writer.WriteString("state", state.Root);
                writer.WriteEndObject();
            });
            context.Terminal.Out.Flush();
        }

        context.Terminal.Note($"Neurotrade is at {string.Join(" and ", urls)}");
        context.Terminal.Note($"State is kept in {state.Root}. Ctrl-C ends it.");
        if (!addresses.IsLoopback)
        {
            context.Terminal.Note("Others can reach this address, and this version has no login: they can use it as you can.");
        }
    }
}
