using Neurotrade.Web.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());

/// <summary>The executable <c>neurotrade</c>: one verb a run; without one it serves the dashboard.</summary>
public partial class Program;
