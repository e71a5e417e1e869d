namespace Neurotrade.Web.Dashboard.History;

/// <summary>A finished run as the history shows it.</summary>
/// <param name="Run">What it came to.</param>
/// <param name="Note">What a person has said of it.</param>
/// <param name="Bytes">What its files take on the disk.</param>
public sealed record KeptRun(PastRun Run, RunNote Note, long Bytes)
{
    public string Id => Run.Id;

    public bool IsPinned => Note.IsPinned;

    /// <summary>What a person would call it.</summary>
    public string Name => Note.Label ?? Run.Strategy;
}

/// <summary>A folder among the runs that holds none that can be read.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record LostRun(string Id, string Why);
