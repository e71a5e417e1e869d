namespace Neurotrade.Core.Research.Sweeps;

/// <summary>What one combination came to.</summary>
/// <param name="Combination">Its number in the plan.</param>
/// <param name="Figures">The row of <see cref="RunFigures"/>.</param>
public sealed record SweepRow(long Combination, double[] Figures);
