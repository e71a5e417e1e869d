using System.Globalization;
using System.Text;
using System.Text.Json;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>The figures of random runs are those recomputed from their own result files (contracts 5.1).</summary>
public sealed class MetricsAgreementTests
{
    private static int Count => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 1000 : 100;

    [Fact]
    public void Metrics_RandomRuns_AreThoseOfTheirResultFiles()
    {
        List<string> differences = [];
        SortedDictionary<string, int> defined = new(StringComparer.Ordinal);
        for (int seed = 10_001; seed <= 10_000 + Count; seed++)
        {
            RandomCase one = RandomCase.FromSeed(seed);
            BacktestInput input = Product.Input(one.Strategy, one.Market);
            BacktestResult result = Product.Run(input);
            Analysis analysis = Analysis.Of(result, [.. input.Symbols.Select(s => s.Bars)]);
            using JsonDocument file = JsonDocument.Parse(Text(MetricsFile.Of(result, analysis)));
            Dictionary<string, double?> expected = OracleMetrics.Of(
                Text(ResultTables.Trades(result.Trades)), Text(ResultTables.Fills(result.Fills)),
                Text(ResultTables.Equity(result)), one.Strategy, one.Market);
            foreach ((string name, double? value) in expected)
            {
                JsonElement cell = file.RootElement.GetProperty(name);
                double? actual = cell.ValueKind == JsonValueKind.Null ? null : cell.GetDouble();
                defined[name] = defined.GetValueOrDefault(name) + (value is null ? 0 : 1);
                if (value is null != actual is null || Math.Abs((value - actual) ?? 0) > (1e-9 * Math.Abs(value ?? 0)) + 1e-12)
                {
                    differences.Add(string.Create(
                        CultureInfo.InvariantCulture, $"seed {seed}: {name} is {actual}, recomputed {value}"));
                }
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(40)));
        Assert.All(defined, name => Assert.True(name.Value > Count / 4, $"{name.Key} was defined {name.Value} times only."));
    }

    private static string Text(ResultFile file) => Encoding.UTF8.GetString(file.ToArray());
}
