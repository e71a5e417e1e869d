using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy's text as its form shows it: its parts, what is wrong with each, and the names that may stand in them.</summary>
public sealed class StrategyForm
{
    private static readonly string[] Fields = ["open", "high", "low", "close", "volume", "hl2", "hlc3", "ohlc4"];
    private static readonly string[] PositionFields = ["position.pnl", "position.bars", "position.entry_price"];

    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly Dictionary<RulePath, List<Problem>> atRules = [];
    private readonly IReadOnlyList<Problem> problems;
    private IReadOnlyList<OutsidePart>? outside;

    /// <summary>The form of a text with what is wrong in it; words are those of the last text that could be used.</summary>
    public StrategyForm(string text, IReadOnlyList<Problem> problems, Strategy? valid)
    {
        Text = StrategyText.Read(text);
        this.problems = problems;
        if (valid is not null)
        {
            Say(valid.Entry, valid);
            Say(valid.Exit, valid);
        }

        foreach (Problem problem in problems)
        {
            RuleOutline? found = Text.Entry?.At(problem.Line, problem.Column) ?? Text.Exit?.At(problem.Line, problem.Column);
            if (found is not null)
            {
                if (!atRules.TryGetValue(found.Path, out List<Problem>? list))
                {
                    atRules[found.Path] = list = [];
                }

                list.Add(problem);
            }
        }
    }

    public StrategyText Text { get; }

    /// <summary>What of the text has no field.</summary>
    public IReadOnlyList<OutsidePart> Outside => outside ??= FormFields.Missing(Text);

    /// <summary>A rule by its path's first word.</summary>
    public RuleOutline? Rule(string name) => name == "exit" ? Text.Exit : Text.Entry;

    /// <summary>What is wrong with a node itself; what is wrong with its parts stands at them.</summary>
    public IReadOnlyList<Problem> At(RulePath path) => atRules.GetValueOrDefault(path) ?? [];

    /// <summary>What is wrong with a value or the block that it is.</summary>
    public IEnumerable<Problem> At(string path) =>
        Text.Place(path) is { } place ? problems.Where(one => (one.Line, one.Column) == (place.Line, place.Column)) : [];

    /// <summary>What is wrong with a name that the file gives.</summary>
    public IEnumerable<Problem> AtKey(string path) =>
        Text.KeyPlace(path) is { } place ? problems.Where(one => (one.Line, one.Column) == (place.Line, place.Column)) : [];

    /// <summary>A condition in words; null where its text has not been valid yet.</summary>
    public string? WordsOf(string condition) => words.GetValueOrDefault(condition);

    /// <summary>Parameters as they are referred to.</summary>
    public IReadOnlyList<string> Parameters => [.. Text.Keys("parameters").Select(name => "$" + name)];

    /// <summary>Every name that stands for a number in a rule.</summary>
    public IReadOnlyList<string> Names(bool isExit) =>
        [.. Text.Keys("indicators").SelectMany(Outputs), .. Fields, .. isExit ? PositionFields : []];

    /// <summary>The indicator that an instance is; null where its type is unknown.</summary>
    public IndicatorDefinition? Definition(string instance) =>
        Text.Value($"indicators.{instance}.type") is { } type ? IndicatorCatalog.Find(type) : null;

    private IEnumerable<string> Outputs(string instance) => Definition(instance) is { Outputs.Length: > 1 } definition
        ? definition.Outputs.Select(output => $"{instance}.{output}")
        : [instance];

    private void Say(RuleNode? node, Strategy strategy)
    {
        switch (node)
        {
            case RuleNode.Leaf leaf:
                words[leaf.Text] = RuleWords.Of(leaf, strategy);
                break;
            case RuleNode.Not not:
                Say(not.Part, strategy);
                break;
            case RuleNode.All all:
                Say(all.Parts, strategy);
                break;
            case RuleNode.Any any:
                Say(any.Parts, strategy);
                break;
        }
    }

    private void Say(IEnumerable<RuleNode> parts, Strategy strategy)
    {
        foreach (RuleNode part in parts)
        {
            Say(part, strategy);
        }
    }
}
