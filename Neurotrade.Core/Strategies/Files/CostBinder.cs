namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>costs</c>.</summary>
internal sealed class CostBinder(ValueReader values)
{
    private const double MostFee = 0.5;
    private const double MostSlippage = 0.5;

    /// <summary>The model; what has a problem keeps its default.</summary>
    public CostModel Bind(FileNode? node)
    {
        CostModel model = new();
        if (node is null || Block.Of(node, "costs", values.Problems, "fee", "slippage") is not { } block)
        {
            return model;
        }

        if (block.Find("fee") is { } fee)
        {
            model = Fee(fee, model);
        }

        return block.Find("slippage") is { } slippage ? model with { Slippage = Slippage(slippage) ?? model.Slippage } : model;
    }

    private CostModel Fee(FileNode node, CostModel model)
    {
        if (node is FileNode.Scalar)
        {
            return values.Ratio(node, "fee", MostFee, mayBeZero: true) is { } both
                ? model with { MakerFee = both, TakerFee = both }
                : model;
        }

        if (Block.Of(node, "fee", values.Problems, "maker", "taker") is not { } block)
        {
            return model;
        }

        double? maker = block.Find("maker") is { } m ? values.Ratio(m, "maker", MostFee, mayBeZero: true) : null;
        double? taker = block.Find("taker") is { } t ? values.Ratio(t, "taker", MostFee, mayBeZero: true) : null;
        return model with { MakerFee = maker ?? model.MakerFee, TakerFee = taker ?? model.TakerFee };
    }

    private SlippageModel? Slippage(FileNode node)
    {
        if (node is FileNode.Scalar)
        {
            return values.Ratio(node, "slippage", MostSlippage, mayBeZero: true) is { } ratio ? new SlippageModel.Ratio(ratio) : null;
        }

        if (Block.Of(node, "slippage", values.Problems, "model", "impact", "limit") is not { } block
            || block.Require("model", "`volume_share`") is not { } model
            || values.OneOf(model, "model", "volume_share") is null)
        {
            return null;
        }

        double? impact = block.Require("impact", "a ratio such as 5 bps") is { } i
            ? values.Ratio(i, "impact", 1, mayBeZero: true)
            : null;
        double? limit = block.Require("limit", "the share of a bar's volume, such as 2%") is { } l
            ? values.Ratio(l, "limit", 1)
            : null;
        return impact is { } a && limit is { } b ? new SlippageModel.VolumeShare(a, b) : null;
    }
}
