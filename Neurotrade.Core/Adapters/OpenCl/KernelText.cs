using System.Globalization;
using System.Text;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>Puts a kernel together: <c>walk.cl</c> with a strategy's rules, orders and numbers in their places.</summary>
internal static class KernelText
{
    /// <summary>Work-items of a group; one length for all, so that drivers which build for a length build once.</summary>
    public const int Group = 64;

    /// <summary>The kernel's name.</summary>
    public const string Name = "walk";

    private static readonly string[] Walk = Resource();
    private static readonly string[] Reals = NamesOf<RealState>();
    private static readonly string[] Integers = NamesOf<IntState>();
    private static readonly string[] Longs = NamesOf<LongState>();

    /// <summary>A strategy's numbers, and the text that they belong to.</summary>
    public static (string Text, KernelNumbers Numbers) Of(Strategy strategy, bool isSingle)
    {
        KernelDraft draft = new();
        OrderText.Write(strategy, strategy.Market.Timeframe.Millis, draft);
        RuleText.Write(RuleProgram.Of(strategy), draft);
        return (Text(draft, strategy.Orders.TakeProfits.Length, isSingle), draft.Numbers());
    }

    /// <summary>How many numbers a walk with so many targets carries.</summary>
    public static int RealStates(int targets) => Reals.Length + (2 * targets);

    /// <summary>How many whole numbers a walk carries.</summary>
    public static int IntStates(KernelNumbers numbers) => Integers.Length + numbers.Memory.Length;

    /// <summary>How many times a walk carries.</summary>
    public static int LongStates => Longs.Length;

    private static string Text(KernelDraft draft, int targets, bool isSingle)
    {
        StringBuilder text = new(16_384);
        text.Append("#pragma OPENCL FP_CONTRACT OFF\n")
            .Append(isSingle ? "typedef float real;\n" : "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\ntypedef double real;\n")
            .Append(CultureInfo.InvariantCulture, $"#define GROUP {Group}\n")
            .Append(draft.Defines);
        string[] integers = [.. Integers, .. draft.Memory.Select(one => one.Name)];
        foreach (string line in Walk)
        {
            switch (line)
            {
                case "//@FIELDS":
                    Declare(text, "real", Reals);
                    Declare(text, "int", integers);
                    Declare(text, "long", Longs);
                    break;
                case "//@PARAMETERS":
                    text.Append(draft.Parameters);
                    break;
                case "//@LOAD":
                    Move(text, integers, targets, isLoad: true);
                    break;
                case "//@SAVE":
                    Move(text, integers, targets, isLoad: false);
                    break;
                case "//@RULES":
                    text.Append(draft.Rules);
                    break;
                case "//@LEAVES":
                    text.Append(draft.Leaves);
                    break;
                default:
                    text.Append(line).Append('\n');
                    break;
            }
        }

        return text.ToString();
    }

    private static void Declare(StringBuilder text, string type, string[] names)
    {
        foreach (string name in names)
        {
            text.Append("    ").Append(type).Append(' ').Append(name).Append(";\n");
        }
    }

    private static void Move(StringBuilder text, string[] integers, int targets, bool isLoad)
    {
        Move(text, "stateReals", [.. Reals.Select(name => "w." + name)], 0, isLoad);
        Move(text, "stateInts", [.. integers.Select(name => "w." + name)], 0, isLoad);
        Move(text, "stateLongs", [.. Longs.Select(name => "w." + name)], 0, isLoad);
        if (targets == 0)
        {
            return;
        }

        if (isLoad)
        {
            text.Append("    real level_[TARGETS], share_[TARGETS];\n");
        }

        Move(text, "stateReals", [.. Places("level_", targets), .. Places("share_", targets)], Reals.Length, isLoad);
    }

    private static IEnumerable<string> Places(string name, int count) => Enumerable.Range(0, count)
        .Select(at => string.Create(CultureInfo.InvariantCulture, $"{name}[{at}]"));

    private static void Move(StringBuilder text, string state, string[] names, int from, bool isLoad)
    {
        for (int i = 0; i < names.Length; i++)
        {
            string there = string.Create(CultureInfo.InvariantCulture, $"{state}[(size_t){from + i} * stride + item]");
            text.Append("    ").Append(isLoad ? names[i] : there).Append(" = ").Append(isLoad ? there : names[i]).Append(";\n");
        }
    }

    private static string[] NamesOf<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    private static string[] Resource()
    {
        using Stream stream = typeof(KernelText).Assembly.GetManifestResourceStream("opencl/walk.cl")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }
}
