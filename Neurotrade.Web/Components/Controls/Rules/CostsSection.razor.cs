using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What a strategy begins with, and what trading costs it.</summary>
public sealed partial class CostsSection
{
    private const string One = "one";
    private const string Two = "two";
    private const string Volume = "volume_share";

    private static readonly (string, string)[] Fees = [(One, "one for all"), (Two, "maker and taker")];
    private static readonly (string, string)[] Slippages = [(One, "a ratio"), (Volume, "grows with the share of volume")];

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    private StrategyText Text => Scope.Form.Text;

    private string FeeKind => Text.Keys("costs.fee").Count > 0 ? Two : One;

    private string SlippageKind => Text.Keys("costs.slippage").Count > 0 ? Volume : One;

    private Task SetFeeAsync(string? kind)
    {
        string fee = Text.Value("costs.fee") ?? Text.Value("costs.fee.taker") ?? Text.Value("costs.fee.maker") ?? "0.1%";
        return Scope.ChangeAsync(text => text.Put(
            "costs.fee", kind == Two ? new JsonObject { ["maker"] = fee, ["taker"] = fee } : JsonValue.Create(fee)));
    }

    private Task SetSlippageAsync(string? kind)
    {
        string ratio = Text.Value("costs.slippage") ?? Text.Value("costs.slippage.impact") ?? "5 bps";
        return Scope.ChangeAsync(text => text.Put("costs.slippage", kind == Volume
            ? new JsonObject { ["model"] = Volume, ["impact"] = ratio, ["limit"] = "2%" }
            : JsonValue.Create(ratio)));
    }
}
