namespace Neurotrade.Web.Commands;

/// <summary>What a run tells its caller (contracts 1).</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The job ran and failed.</summary>
    public const int Failed = 1;

    /// <summary>Bad arguments or input.</summary>
    public const int BadInput = 2;

    public const int Cancelled = 130;
}
