namespace Neurotrade.Web.Doctor;

/// <summary>What this machine offers, examined once and again when somebody asks.</summary>
internal sealed class Machine(Func<Task<IReadOnlyList<Finding>>> examine)
{
    private readonly Lock gate = new();
    private Task<IReadOnlyList<Finding>>? findings;

    /// <summary>The findings; however many ask, the machine is examined once.</summary>
    public Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        lock (gate)
        {
            return findings ??= Task.Run(examine);
        }
    }

    /// <summary>Looks anew.</summary>
    public Task<IReadOnlyList<Finding>> ExamineAgainAsync()
    {
        lock (gate)
        {
            // One that is still looking looks at what is there now.
            return findings = findings is { IsCompleted: false } ? findings : Task.Run(examine);
        }
    }
}
