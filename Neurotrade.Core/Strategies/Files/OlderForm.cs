using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// What both older JSON forms share (contracts 3): their values become a schema 1 tree at the places where they stood,
/// and every one is echoed as it was understood.
/// </summary>
internal abstract class OlderForm(FileNode.Mapping root, StrategyOverrides overrides, ProblemList problems)
{
    private static readonly Dictionary<string, string[]> Spellings = new(StringComparer.Ordinal)
    {
        ["period"] = ["period", "length", "window"],
        ["fast"] = ["fast", "fast_length", "fast_period"],
        ["slow"] = ["slow", "slow_length", "slow_period"],
        ["signal"] = ["signal", "signal_smooth", "signal_period", "signal_length"],
        ["stddev"] = ["stddev", "std", "std_dev"],
    };

    private readonly List<string> echo = [];
    private readonly Dictionary<(int Line, int Column), string> ratios = [];
    private readonly SourceText empty = new(string.Empty);

    protected FileNode.Mapping Root { get; } = root;

    protected ProblemList Problems { get; } = problems;

    protected Instant? From { get; set; }

    protected Instant? To { get; set; }

    /// <summary>The form that a file has, or null where it is neither.</summary>
    public static OlderForm? Of(FileNode.Mapping root, StrategyOverrides overrides, ProblemList problems)
    {
        if (root.Find("schema") is not null)
        {
            return null;
        }

        return root.Find("strategy_id") is not null ? new EvaluationForm(root, overrides, problems)
            : root.Find("trading") is not null ? new TradingForm(root, overrides, problems)
            : null;
    }

    /// <summary>The strategy and how each value was understood; <see cref="InputException"/> with all problems.</summary>
    public StrategyReading Read()
    {
        FileNode.Mapping tree = Convert();
        Problems.ThrowIfAny();
        Strategy strategy = Bind(tree);
        return new StrategyReading(strategy, true, [.. echo], From, To);
    }

    // A ratio that the binder refuses carries its new name and unit: say beside it what the file wrote there.
    private Strategy Bind(FileNode.Mapping tree)
    {
        try
        {
            return StrategyBinder.Bind(tree, overrides, Problems, OldNames);
        }
        catch (InputException refused)
        {
            throw new InputException([.. refused.Problems.Select(problem =>
                ratios.TryGetValue((problem.Line, problem.Column), out string? read)
                    ? problem with { Message = $"{problem.Message} {read}" }
                    : problem)]);
        }
    }

    /// <summary>Names of older conditions and what they mean now.</summary>
    protected virtual IReadOnlyDictionary<string, string> OldNames => ImmutableDictionary<string, string>.Empty;

    /// <summary>The file as a schema 1 tree.</summary>
    protected abstract FileNode.Mapping Convert();

    /// <summary>Tells how a value was understood.</summary>
    protected void Say(string path, FileNode node, string meaning)
    {
        string value = node is FileNode.Scalar scalar ? YamlTree.Shorten(scalar.Text) : node.Kind;
        echo.Add($"{path}: {value} - {meaning}");
    }

    /// <summary>Tells what was taken for something that the file does not say.</summary>
    protected void SayDefault(string meaning) => echo.Add(meaning);

    /// <summary>A number written in percent, as a ratio.</summary>
    protected FileNode? Percent(FileNode? node, string path, string meaning) => Ratio(node, path, meaning, 0);

    /// <summary>A number written as a fraction, as a ratio.</summary>
    protected FileNode? Fraction(FileNode? node, string path, string meaning) => Ratio(node, path, meaning, 2);

    private FileNode.Scalar? Ratio(FileNode? node, string path, string meaning, int shift)
    {
        if (node is null || Number(node, path) is not { } number)
        {
            return null;
        }

        string text = number.Shift(shift).ToText() + "%";
        string unit = shift == 0 ? "percent" : "a fraction";
        ratios[(node.At.Line, node.At.Column)] = $"`{path}` is {Shown(node)}, read as {unit}.";
        Say(path, node, $"{unit}: {meaning.Replace("{0}", text, StringComparison.Ordinal)}");
        return Scalar(text, node);
    }

    /// <summary>A bare number; a problem where it is none.</summary>
    protected DecimalNumber? Number(FileNode node, string path)
    {
        if (node is FileNode.Scalar scalar && DecimalNumber.TryParse(scalar.Text, out DecimalNumber number))
        {
            return number;
        }

        Problems.Add(node.At, $"`{path}` is {Shown(node)}; a bare number was expected.");
        return null;
    }

    /// <summary>Whether a switch is on; true where it is left out.</summary>
    protected bool IsOn(FileNode? node, string path)
    {
        string? text = (node as FileNode.Scalar)?.Text.ToUpperInvariant();
        if (node is not null && text is not ("TRUE" or "FALSE"))
        {
            Problems.Add(node.At, $"`{path}` is {Shown(node)}; true or false was expected.");
        }

        return text is null or "TRUE";
    }

    /// <summary>The market from the file, or from the data where the file is silent.</summary>
    protected FileEntry Market()
    {
        FileNode? symbol = Root.Find("symbol");
        FileNode? timeframe = Root.Find("timeframe");
        ImmutableArray<FileNode>.Builder symbols = ImmutableArray.CreateBuilder<FileNode>();
        if (symbol is FileNode.Scalar named)
        {
            bool isJoined = !named.Text.Contains('/', StringComparison.Ordinal);
            string text = isJoined && Symbol.TryParseJoined(named.Text, out Symbol split) ? split.ToString() : named.Text;
            symbols.Add(Scalar(text, named));
            Say("symbol", named, $"trades {text}");
        }
        else
        {
            symbols.AddRange(overrides.Symbols.Select(s => Scalar(s.ToString(), Root)));
            SayDefault($"The file names no symbol; the data's: {string.Join(", ", overrides.Symbols)}.");
        }

        if (symbols.Count == 0)
        {
            Problems.Add(Root.At, "The file names no symbol, and no data says which; expected is `\"symbol\": \"BTC/USDT\"`.");
        }

        if (timeframe is null && overrides.Timeframe is null)
        {
            Problems.Add(Root.At, "The file names no timeframe, and no data says which; expected is `\"timeframe\": \"15m\"`.");
        }

        string frame = (timeframe as FileNode.Scalar)?.Text ?? overrides.Timeframe?.ToString() ?? string.Empty;
        SayDefault($"Candles of {frame}{(timeframe is null ? ", from the data" : string.Empty)}.");
        FileNode? exchange = Root.Find("exchange");
        if (exchange is not null)
        {
            Say("exchange", exchange, "where candles and orders come from");
        }

        return Entry("market", Map(
            EntryOrNone("exchange", exchange),
            Entry("symbols", new FileNode.Sequence(Root.At, symbols.ToImmutable(), false)),
            Entry("timeframe", Scalar(frame, timeframe ?? Root))));
    }

    /// <summary>An indicator under its own name, older spellings of its parameters understood.</summary>
    protected FileEntry Indicator(FileEntry indicator, ImmutableHashSet<string> others)
    {
        string type = indicator.Key.Text;
        List<FileEntry> entries = [Entry("type", Scalar(type, indicator.Key))];
        foreach (FileEntry entry in ((FileNode.Mapping)indicator.Value).Entries)
        {
            string written = entry.Key.Text;
            if (!others.Contains(written))
            {
                string name = Spellings.FirstOrDefault(s => s.Value.Contains(written)).Key ?? written;
                entries.Add(new FileEntry(Scalar(name, entry.Key), entry.Value));
                Say($"indicators.{type}.{written}", entry.Value, $"{type}'s {name}");
            }
        }

        return new FileEntry(indicator.Key, Map([.. entries]));
    }

    /// <summary>Every key of a block that nobody knows is a problem: nothing is ignored.</summary>
    protected FileNode.Mapping? Known(FileNode? node, string path, params string[] keys) =>
        node is not null && Block.Of(node, path, Problems, keys) is not null ? (FileNode.Mapping)node : null;

    protected FileNode.Scalar Scalar(string text, FileNode at) => new(at.At, text, true, empty, 0, 0, false);

    protected FileEntry Entry(string key, FileNode value) => new(Scalar(key, value), value);

    protected FileNode.Mapping Map(params FileEntry?[] entries) =>
        new(Root.At, [.. entries.OfType<FileEntry>()], false);

    protected FileEntry? EntryOrNone(string key, FileNode? value) => value is null ? null : Entry(key, value);

    private static string Shown(FileNode node) =>
        node is FileNode.Scalar scalar ? $"`{YamlTree.Shorten(scalar.Text)}`" : node.Kind;
}
