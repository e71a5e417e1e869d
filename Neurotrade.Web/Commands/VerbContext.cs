using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neurotrade.Web.Commands;

/// <summary>What a verb gets: its arguments, where to write, settings, state, the clock, and when to stop.</summary>
internal sealed class VerbContext(
    ParseResult parsed,
    Terminal terminal,
    TimeProvider clock,
    Func<IConfigurationRoot> loadSettings,
    CancellationToken cancel)
{
    // The document goes to a person or a program, never into HTML.
    private static readonly JsonWriterOptions JsonLayout =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<IConfigurationRoot> settings = new(loadSettings);

    public ParseResult Parsed { get; } = parsed;

    public Terminal Terminal { get; } = terminal;

    public TimeProvider Clock { get; } = clock;

    /// <summary>Ctrl-C, or the system asking to end. Hand it on; let <see cref="OperationCanceledException"/> pass.</summary>
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>appsettings.json, then <c>NEUROTRADE_…</c>; arguments are above both and read by the verb.</summary>
    public IConfigurationRoot Settings => settings.Value;

    /// <summary>The folder of all state; made when something is first written there.</summary>
    public StateFolder State => StateFolder.Of(Settings);

    /// <summary><c>--json</c> was given: one document on standard output, and nothing else there.</summary>
    public bool IsJson => Parsed.GetValue(SharedOptions.Json);

    /// <summary>The value of an option, its default where it was not given.</summary>
    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    /// <summary>The value of an option that its verb requires.</summary>
    public T Required<T>(Option<T> option) => Parsed.GetRequiredValue(option);

    /// <summary>A progress bar named <paramref name="what"/> on standard error; drawn only on a terminal.</summary>
    public Progress Progress(string what) => new(Terminal, Clock, what);

    /// <summary>Writes the one document of <c>--json</c>, indented, to standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonLayout))
        {
            write(writer);
        }

        Terminal.Out.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
