using System.Globalization;
using System.Text.RegularExpressions;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>
/// Every row of a sweep over random strategies equals, to the bit, the dense kernel's backtest of those values
/// (contracts 5.4). NEUROTRADE_LONG=1 runs ten times as many.
/// </summary>
public sealed partial class SweepAgreementTests
{
    private static int Count => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 600 : 60;

    [Fact]
    public void Sweep_RandomStrategies_EveryRowIsItsBacktest()
    {
        List<string> differences = [];
        int rows = 0;
        for (int seed = 50_001; seed <= 50_000 + Count; seed++)
        {
            RandomCase one = RandomCase.FromSeed(seed);
            if (Case(one, seed) is not var (input, text))
            {
                continue;
            }

            (SweepRow[] found, _, SweepProgress outcome) = Research.Sweeps.Sweeps.Run(input);
            Assert.Equal(input.Plan.Count, found.Length + outcome.Refused);
            rows += found.Length;
            foreach (SweepRow row in found.Where(row =>
                !Research.Sweeps.Sweeps.Bits(row.Figures).SequenceEqual(
                    Research.Sweeps.Sweeps.Bits(Research.Sweeps.Sweeps.Backtested(input, text, row.Combination)))))
            {
                differences.Add($"{one}\n{string.Join(' ', input.Plan.SetOf(row.Combination))}\n{text}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} rows differ.\n{string.Join('\n', differences.Take(2))}");
        Assert.True(rows > 3 * Count, $"Only {rows} rows.");
    }

    /// <summary>A sweep over some numbers of a random strategy; null where it has none to vary.</summary>
    internal static (SweepInput Input, string Text)? Case(RandomCase one, int seed)
    {
        (string text, List<string> set) = Parametrised(OracleYaml.Print(one.Strategy), new Random(seed));
        set.AddRange(one.Strategy.Parameters.Where(p => p.IsSet).Select(p => $"{p.Name}={p.Literal}"));
        return set.Count == 0 ? null : (Input(Product.Input(one.Strategy, one.Market), text, set), text);
    }

    internal static SweepInput Input(BacktestInput backtest, string text, List<string> set)
    {
        StrategyTemplate template = StrategyTemplate.Read(text, "case.yaml", StrategyOverrides.None);
        return new SweepInput
        {
            Template = template,
            Plan = SweepPlan.Of(template.Reading.Strategy.Parameters, Research.Sweeps.Sweeps.Set([.. set])),
            Search = new SweepSearch.Grid(),
            Objective = SweepObjective.Parse("total_return", 0),
            Symbols = backtest.Symbols,
            From = backtest.From,
            To = backtest.To,
            Rules = backtest.Rules,
            DataFingerprint = "data",
            Version = "test",
            Threads = 2,
        };
    }

    // Puts parameters in the place of up to two of the file's own numbers: periods and distances.
    internal static (string Text, List<string> Set) Parametrised(string text, Random random)
    {
        List<string> declared = [];
        List<string> set = [];
        Match[] found = [.. Swept().Matches(text).OrderBy(_ => random.Next()).Take(2).OrderByDescending(m => m.Index)];
        foreach (Match match in found)
        {
            string name = "swept" + declared.Count.ToString(CultureInfo.InvariantCulture);
            string value = match.Groups["value"].Value;
            string unit = value.TrimStart([.. "0123456789."]);
            decimal number = decimal.Parse(value[..^unit.Length], CultureInfo.InvariantCulture);
            declared.Add($"  {name}: {{ value: {value} }}");
            string other = (number * 2).ToString(CultureInfo.InvariantCulture);
            set.Add($"{name}={value},{other}{unit}");
            text = text[..match.Groups["value"].Index] + "$" + name + text[(match.Index + match.Length)..];
        }

        string block = string.Concat(declared.Select(line => line + "\n"));
        text = text.Contains("parameters:\n", StringComparison.Ordinal)
            ? text.Replace("parameters:\n", "parameters:\n" + block, StringComparison.Ordinal)
            : declared.Count == 0 ? text : text.Replace("rules:\n", "parameters:\n" + block + "rules:\n", StringComparison.Ordinal);
        return (text, set);
    }

    [GeneratedRegex(@"(?:period|fast|slow|stop_loss|take_profit|trailing_stop): (?<value>[0-9.]+(?:%| atr)?)(?=[,\s}])")]
    private static partial Regex Swept();
}
