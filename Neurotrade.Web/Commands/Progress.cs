using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Commands;

/// <summary>A bar on the terminal for work whose share is known; silent elsewhere. Values are shares from 0 to 1.</summary>
internal sealed class Progress(Terminal terminal, TimeProvider clock, string what) : IProgress<double>, IDisposable
{
    private const int Cells = 24;
    private const int RedrawMillis = 100;
    private const string Between = "  ";
    private readonly long start = clock.GetTimestamp();
    private long lastDrawn = long.MinValue;

    public void Report(double value) => Report(value, _ => string.Empty);

    /// <summary>The same, with what else there is to say in so many columns as are left.</summary>
    public void Report(double value, Func<int, string> beside)
    {
        TimeSpan elapsed = clock.GetElapsedTime(start);
        long now = (long)elapsed.TotalMilliseconds;
        long last = Interlocked.Read(ref lastDrawn);

        // Nothing for the first moment: what is done at once needs no bar.
        if (!terminal.DrawsProgress || now < RedrawMillis || (last != long.MinValue && now - last < RedrawMillis)
            || Interlocked.CompareExchange(ref lastDrawn, now, last) != last)
        {
            return;
        }

        double share = Math.Clamp(value, 0, 1);
        int filled = (int)(share * Cells);
        string bar = new string('━', filled) + new string('─', Cells - filled);
        string left = share > 0.02 ? Remaining(elapsed * ((1 - share) / share)) : string.Empty;
        string line = string.Create(CultureInfo.InvariantCulture, $"{what} {bar} {share * 100,3:0}%{left}");
        string more = beside(terminal.Width - line.Length - Between.Length - 1);
        terminal.Draw(more.Length == 0 ? line : line + Between + more);
    }

    public void Dispose() => terminal.EndDrawing();

    private static string Remaining(TimeSpan left)
    {
        Guard.That(left >= TimeSpan.Zero);
        return left.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"  {(int)left.TotalMinutes} min {left.Seconds} s left")
            : string.Create(CultureInfo.InvariantCulture, $"  {Math.Ceiling(left.TotalSeconds)} s left");
    }
}
