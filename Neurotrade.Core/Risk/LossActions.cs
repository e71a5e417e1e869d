using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Risk;

/// <summary>What a strategy's words for a reached loss limit set off.</summary>
internal static class LossActions
{
    public static RiskAction ToRiskAction(LossAction action) =>
        action == LossAction.FlattenAndHalt ? RiskAction.DropEntriesAndFlatten : RiskAction.DropEntries;
}
