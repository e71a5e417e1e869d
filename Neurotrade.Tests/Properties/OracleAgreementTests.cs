using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>
/// The proof that the engine is right: over random strategies and hostile and real data its trades, fills, equity and
/// counts are those of an independent recomputation of contracts section 4. NEUROTRADE_LONG=1 runs ten times as many;
/// NEUROTRADE_SEED=n runs one.
/// </summary>
public sealed class OracleAgreementTests
{
    // Fewer than this many cases may hang on the free last bits of an indicator, and are then not comparable.
    private const double MostNearTies = 0.03;

    private static int Count => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 3000 : 300;

    [Fact]
    public void Backtest_RandomStrategies_EqualsTheOracleTradeByTrade()
    {
        Coverage coverage = new();
        List<string> differences = [];
        int nearTies = 0;
        int trades = 0;
        foreach (int seed in Seeds(1))
        {
            RandomCase one = RandomCase.FromSeed(seed);
            if (one.Expected.NearTies > 0)
            {
                nearTies++;
                continue;
            }

            coverage.Add(one.Coverage);
            trades += one.Expected.Trades.Count;
            Compare(one, differences);
        }

        Assert.True(
            differences.Count == 0,
            $"{differences.Count} of {Count} cases differ. NEUROTRADE_SEED=n runs one.\n{string.Join('\n', differences.Take(3))}");
        if (Single is null)
        {
            Assert.InRange(nearTies, 0, (int)(Count * MostNearTies));
            Assert.True(trades > 20 * Count, $"Only {trades} trades.");
            AssertCovered(coverage);
        }
    }

    // Dense and sparse stepping, and ledgers in decimal, decide the same (architecture.md rules 2 and 4).
    [Fact]
    public void Backtest_DenseAndDecimal_DecideTheSame()
    {
        foreach (int seed in Seeds(30_001).Take(Math.Max(1, Count / 4)))
        {
            RandomCase one = RandomCase.FromSeed(seed);
            BacktestInput input = Product.Input(one.Strategy, one.Market);
            BacktestResult sparse = Product.Run(input);
            BacktestResult dense = Product.Run(input with { Dense = true });
            Assert.True(sparse.Fills.SequenceEqual(dense.Fills) && sparse.Equity.SequenceEqual(dense.Equity), one.ToString());
            Assert.True(
                Agreement.Decisions(sparse).SequenceEqual(Agreement.Decisions(Product.RunInDecimal(input))), one.ToString());
        }
    }

    private static int? Single =>
        int.TryParse(Environment.GetEnvironmentVariable("NEUROTRADE_SEED"), CultureInfo.InvariantCulture, out int seed) ? seed : null;

    private static IEnumerable<int> Seeds(int first) => Single is int single ? [single] : Enumerable.Range(first, Count);

    private static void Compare(RandomCase one, List<string> differences)
    {
        string? difference;
        try
        {
            BacktestResult product = Product.Run(one.Strategy, one.Market, one.Seed % 3 == 0);
            difference = Agreement.Difference(one.Expected, product, one.Strategy.NeedsAtr);
        }
        catch (Exception thrown) when (thrown is InputException or BrokenPromiseException or ArithmeticException)
        {
            difference = thrown.ToString();
        }

        if (difference is not null)
        {
            differences.Add($"{one}\n{difference}");
        }
    }

    private static void AssertCovered(Coverage coverage)
    {
        string[] missing = [.. OraclePaths.Least.Where(p => coverage.Hits.GetValueOrDefault(p.Key) < p.Value).Select(p =>
            $"{p.Key}: {coverage.Hits.GetValueOrDefault(p.Key)} of {p.Value}")];
        Assert.True(missing.Length == 0, "Not exercised enough:\n" + string.Join('\n', missing));
        Assert.Empty(coverage.Hits.Keys.Except(OraclePaths.Least.Keys));
    }
}
