namespace Neurotrade.Tests.Browser.Pictures;

/// <summary>A time of day that stands still until it is moved, so that pictures taken on different days are equal; timers run as ever.</summary>
internal sealed class PictureClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Move(TimeSpan span) => now += span;
}
