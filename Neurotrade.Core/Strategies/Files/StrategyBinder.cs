using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Evaluation;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Binds a schema 1 file, block by block, into a strategy.</summary>
internal sealed class StrategyBinder
{
    private const int LongestDescription = 4000;
    private const int MostTags = 20;
    private const int ImplicitAtrPeriod = 14;

    private static readonly string[] Keys =
    [
        "schema", "name", "description", "tags", "market", "capital", "parameters", "indicators", "rules", "orders",
        "costs", "risk",
    ];

    private readonly FileNode.Mapping root;
    private readonly StrategyOverrides overrides;
    private readonly ProblemList problems;
    private readonly ValueReader values;
    private readonly IReadOnlyDictionary<string, string> oldNames;
    private readonly BoundRules? earlier;

    private StrategyBinder(
        FileNode.Mapping root,
        StrategyOverrides overrides,
        ProblemList problems,
        IReadOnlyDictionary<string, string> oldNames,
        BoundRules? earlier)
    {
        (this.root, this.overrides, this.problems) = (root, overrides, problems);
        (this.oldNames, this.earlier) = (oldNames, earlier);
        values = new ValueReader(new ParameterTable(), problems);
    }

    /// <summary>The strategy; <see cref="InputException"/> with every problem where there are any.</summary>
    public static Strategy Bind(
        FileNode.Mapping root,
        StrategyOverrides overrides,
        ProblemList problems,
        IReadOnlyDictionary<string, string> oldNames)
    {
        Strategy? strategy = TryBind(root, overrides, problems, oldNames);
        problems.ThrowIfAny();
        Guard.That(strategy is not null);
        return CanonicalForm.Seal(strategy);
    }

    /// <summary>The strategy without its canonical form and hash; null where there are problems, which are collected.</summary>
    /// <param name="root">The file.</param>
    /// <param name="overrides">What the run sets itself.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="oldNames">Names that an older form has for others.</param>
    /// <param name="earlier">Rules bound before, that no parameter changes; null: bind the file's.</param>
    public static Strategy? TryBind(
        FileNode.Mapping root,
        StrategyOverrides overrides,
        ProblemList problems,
        IReadOnlyDictionary<string, string> oldNames,
        BoundRules? earlier = null)
    {
        Strategy? strategy = new StrategyBinder(root, overrides, problems, oldNames, earlier).Bind();
        if (strategy is null || problems.Any)
        {
            return null;
        }

        long history = RuleProgram.Of(strategy).HistoryValues;
        if (history <= StrategyLimits.HistoryValues)
        {
            return strategy;
        }

        FileNode rules = root.Find("rules")!;
        problems.Add(rules.At, $"The rules keep {history} past values in all; the limit is {StrategyLimits.HistoryValues}.");
        return null;
    }

    private Strategy? Bind()
    {
        if (!IsSchemaOne())
        {
            return null;
        }

        FileNode.Mapping known = WithoutLaterBlocks();
        Block? block = Block.Of(known, "the file", problems, Keys);
        Guard.That(block is not null);
        ImmutableArray<StrategyParameter> parameters =
            new ParameterBinder(values, overrides).Bind(block.Find("parameters"), root.At);
        MarketBinder marketBinder = new(values);
        StrategyMarket? market = marketBinder.Bind(block.Find("market"), root.At);
        IndicatorBinder indicatorBinder = new(values, marketBinder.Timeframe);
        ImmutableArray<IndicatorInstance> indicators = indicatorBinder.Bind(block.Find("indicators"));
        ExpressionScope scope = new(indicators, indicatorBinder.Broken, values.Parameters, oldNames);
        (RuleNode? entry, RuleNode? exit) = earlier is null ? Rules(block, scope) : (earlier.Entry, earlier.Exit);
        OrderPlan orders = new OrderBinder(values).Bind(block.Find("orders"));
        CostModel costs = new CostBinder(values).Bind(block.Find("costs"));
        RiskLimits risk = new RiskBinder(values).Bind(block.Find("risk"));
        string? name = block.Require("name", "a short name") is { } node
            ? values.Text(node, "name", StrategyLimits.NameLength)
            : null;
        (ImmutableArray<IndicatorInstance> all, int? atr) = WithAtr(indicators, orders, scope);
        Strategy strategy = new()
        {
            Name = name ?? string.Empty,
            Description = block.Find("description") is { } about
                ? values.Text(about, "description", LongestDescription)?.Trim() ?? string.Empty
                : string.Empty,
            Tags = block.Find("tags") is { } tags ? Tags(tags) : [],
            Market = market!,
            Capital = Capital(block),
            Parameters = parameters,
            Indicators = all,
            AtrInstance = atr,
            Entry = entry!,
            Exit = exit,
            Orders = orders,
            Costs = costs,
            Risk = risk,
            Hash = string.Empty,
            CanonicalText = string.Empty,
        };
        return problems.Any ? null : strategy;
    }

    private bool IsSchemaOne()
    {
        FileNode? schema = root.Find("schema");
        if (schema is null)
        {
            problems.Add(root.At, "`schema` is missing; a strategy file begins with `schema: 1`.");
            return false;
        }

        if (schema is FileNode.Scalar { Text: "1" })
        {
            return true;
        }

        string found = schema is FileNode.Scalar scalar ? $"`{YamlTree.Shorten(scalar.Text)}`" : schema.Kind;
        problems.Add(schema.At, $"`schema` is {found}; this version reads schema 1.");
        return false;
    }

    // A block that belongs to the schema but not to this version is named as such, once, and then set aside.
    private FileNode.Mapping WithoutLaterBlocks()
    {
        FileEntry? agents = root.Entries.FirstOrDefault(e => e.Key.Text == "agents");
        if (agents is null)
        {
            return root;
        }

        problems.Add(
            agents.Key.At, "`agents` is not honoured by this version yet; take the block out to trade on the rules alone.");
        return new FileNode.Mapping(root.At, root.Entries.Remove(agents), root.IsFlow);
    }

    private (RuleNode? Entry, RuleNode? Exit) Rules(Block block, ExpressionScope scope)
    {
        if (block.Require("rules", "`rules: { entry: … }`") is not FileNode.Mapping map)
        {
            if (block.Find("rules") is { } other)
            {
                problems.Add(other.At, $"`rules` is {other.Kind}; `entry` and `exit` were expected.");
            }

            return default;
        }

        foreach (FileEntry entry in map.Entries)
        {
            if (entry.Key.Text is "entry_short" or "exit_short")
            {
                problems.Add(entry.Key.At, $"`{entry.Key.Text}` is reserved: this version does not sell short.");
            }
        }

        ImmutableArray<FileEntry> kept = [.. map.Entries.Where(e => e.Key.Text is not ("entry_short" or "exit_short"))];
        Block? rules = Block.Of(new FileNode.Mapping(map.At, kept, map.IsFlow), "rules", problems, "entry", "exit");
        Guard.That(rules is not null);
        RuleBinder binder = new(scope, values);
        RuleNode? bound = rules.Require("entry", "a condition, such as `entry: rsi < 30`") is { } node
            ? binder.Bind(node, "entry")
            : null;
        return (bound, rules.Find("exit") is { } exit ? binder.Bind(exit, "exit") : null);
    }

    // Contracts 4.15: n atr is n times the indicator named atr if there is one, else ATR(14).
    private static (ImmutableArray<IndicatorInstance> Indicators, int? Atr) WithAtr(
        ImmutableArray<IndicatorInstance> indicators, OrderPlan orders, ExpressionScope scope)
    {
        const string name = "atr";
        if (!UsesAtr(orders) || scope.IsBroken(name))
        {
            return (indicators, null);
        }

        int named = scope.IndexOf(name);
        if (named >= 0)
        {
            return (indicators, named);
        }

        IndicatorDefinition? definition = IndicatorCatalog.Find(name);
        Guard.That(definition is not null);
        IndicatorInstance added = new(name, definition, [ImplicitAtrPeriod], null);
        return (indicators.Add(added), indicators.Length);
    }

    private static bool UsesAtr(OrderPlan orders) =>
        orders.StopLoss is Distance.Atr || orders.Trailing?.Distance is Distance.Atr
        || orders.TakeProfits.Any(t => t.At is Distance.Atr) || orders.Size is SizePlan.Risk { Stop: Distance.Atr };

    private double Capital(Block block)
    {
        double? own = block.Find("capital") is { } node ? values.Amount(node, "capital") : null;
        if (overrides.Capital is { } given && !(given > 0 && double.IsFinite(given)))
        {
            problems.Add(root.At, $"`--capital {Numbers.Text(given)}`: a number above 0 was expected.");
        }

        return overrides.Capital ?? own ?? 10_000;
    }

    private ImmutableArray<string> Tags(FileNode node)
    {
        if (node is not FileNode.Sequence { Items.Length: <= MostTags } list)
        {
            string found = node is FileNode.Sequence ? "too long a list" : node.Kind;
            problems.Add(node.At, $"`tags` is {found}; a list of at most {MostTags} words was expected.");
            return [];
        }

        return [.. list.Items.Select(i => values.Text(i, "tags", StrategyLimits.NameLength)?.Trim() ?? string.Empty)];
    }
}

/// <summary>Both rules of a file, bound.</summary>
/// <param name="Entry">The entry rule.</param>
/// <param name="Exit">The exit rule; null for none.</param>
internal sealed record BoundRules(RuleNode Entry, RuleNode? Exit)
{
    /// <summary>The rules of a strategy bound from a file; null where they name a parameter, and so differ with its value.</summary>
    public static BoundRules? Of(FileNode.Mapping root, Strategy strategy) =>
        root.Find("rules") is { } rules && !NamesParameter(rules) ? new BoundRules(strategy.Entry, strategy.Exit) : null;

    private static bool NamesParameter(FileNode node) => node switch
    {
        FileNode.Scalar scalar => scalar.Text.Contains('$', StringComparison.Ordinal),
        FileNode.Sequence list => list.Items.Any(NamesParameter),
        FileNode.Mapping map => map.Entries.Any(entry => NamesParameter(entry.Value)),
        _ => true,
    };
}
