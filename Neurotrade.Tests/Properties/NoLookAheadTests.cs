using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>Contracts 4.9: bars cut off the end change nothing before the cut, however many they are.</summary>
public sealed class NoLookAheadTests
{
    private const int CutsPerCase = 4;

    private static int Count => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1" ? 600 : 60;

    [Fact]
    public void Backtest_FutureCutOff_ChangesNothingBefore()
    {
        int compared = 0;
        for (int seed = 20_001; seed <= 20_000 + Count; seed++)
        {
            RandomCase one = RandomCase.FromSeed(seed);
            BacktestResult whole = Product.Run(one.Strategy, one.Market, false);
            Random random = new(seed);
            for (int k = 0; k < CutsPerCase && whole.Times.Length > 2; k++)
            {
                long cut = whole.Times[random.Next(1, whole.Times.Length)];
                BacktestResult part = Product.Run(one.Strategy, Before(one.Market, cut), false);
                Assert.True(Rows(whole, cut).SequenceEqual(Rows(part, cut)), $"seed {seed}, cut at {cut}\n{one}");
                compared += part.Fills.Length;
            }
        }

        Assert.True(compared > 20 * Count, $"Only {compared} fills before the cuts.");
    }

    private static OracleMarket Before(OracleMarket market, long cut) => market with
    {
        Symbols = market.Symbols.ConvertAll(s => new OracleSymbol(
            s.Name, s.Bars.FindAll(b => b.Time < cut), s.Detail?.FindAll(b => b.Time < cut))),
    };

    private static IEnumerable<object> Rows(BacktestResult result, long cut)
    {
        foreach (BacktestFill fill in result.Fills.Where(f => f.Millis < cut))
        {
            yield return fill;
        }

        for (int i = 0; i < result.Times.Length && result.Times[i] < cut; i++)
        {
            yield return (result.Times[i], result.Equity[i], result.Cash[i], result.PositionValue[i], result.InPosition[i]);
        }
    }
}
