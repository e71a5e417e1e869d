using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>
/// Where a verb writes: results to standard output, everything else to standard error. Tests pass their own writers.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private readonly Lock gate = new();
    private bool isLineOpen;

    /// <summary>Results, and nothing else.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Colour is used: standard output is a terminal and <c>NO_COLOR</c> is not set.</summary>
    public bool HasColor { get; init; }

    /// <summary>Progress is drawn: standard error is a terminal.</summary>
    public bool DrawsProgress { get; init; }

    /// <summary>Columns of the terminal; 100 where there is none.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Standard output and standard error of this process.</summary>
    public static Terminal OfProcess()
    {
        bool isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool hasColor = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var output = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 16 * 1024) { AutoFlush = isTerminal };
        return new Terminal(output, Console.Error)
        {
            HasColor = hasColor,
            DrawsProgress = !Console.IsErrorRedirected,
            Width = isTerminal ? Math.Clamp(Console.WindowWidth, 40, 200) : 100,
        };
    }

    /// <summary>One problem of a person's input, on one line of standard error.</summary>
    public void Report(Problem problem) => Note(OneLine(problem.ToString()));

    /// <summary>One line on standard error.</summary>
    public void Note(string text)
    {
        lock (gate)
        {
            ClearLine();
            error.WriteLine(text);
        }
    }

    /// <summary>Draws over the line drawn before; nothing where standard error is not a terminal.</summary>
    public void Draw(string text)
    {
        if (!DrawsProgress)
        {
            return;
        }

        lock (gate)
        {
            string line = text.Length < Width ? text : text[..(Width - 1)];
            error.Write($"\r\e[K{line}");
            isLineOpen = true;
        }
    }

    /// <summary>Takes away what <see cref="Draw"/> drew.</summary>
    public void EndDrawing()
    {
        lock (gate)
        {
            ClearLine();
        }
    }

    /// <summary>Everything written has left this process.</summary>
    public void Flush()
    {
        EndDrawing();
        Out.Flush();
        error.Flush();
    }

    // Line ends inside a message (from the base library, mostly) would make two problems of one.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private void ClearLine()
    {
        if (isLineOpen)
        {
            error.Write("\r\e[K");
            isLineOpen = false;
        }
    }
}
