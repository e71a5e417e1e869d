using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>One case, made whole by its seed: data, a strategy that mostly trades, and what the oracle makes of them.</summary>
internal sealed record RandomCase(int Seed, OracleMarket Market, OracleStrategy Strategy, OracleResult Expected, Coverage Coverage)
{
    private const int Attempts = 8;

    public static RandomCase FromSeed(int seed)
    {
        Random random = new(seed);
        int bars = random.Next(5) == 0 ? random.Next(20, 100) : random.Next(300, 1200);
        bool isReal = random.Next(4) == 0 && SharedData.Folder is not null;
        OracleMarket market = isReal ? RealMarket.Make(random, Math.Max(bars, 200)) : HostileMarket.Make(random, bars);
        for (int attempt = 1; ; attempt++)
        {
            OracleStrategy strategy = RandomStrategy.Make(random, market);
            Coverage coverage = new();
            OracleResult expected = OracleBacktest.Run(strategy, market, coverage);
            if (attempt == Attempts || (expected.NearTies == 0 && (expected.Fills.Count > 4 || random.Next(20) == 0)))
            {
                return new RandomCase(seed, market, strategy, expected, coverage);
            }
        }
    }

    public override string ToString() =>
        $"seed {Seed}, {Market.Description}, from {Strategy.From} to {Strategy.To}, instrument {Strategy.Instrument}\n"
        + OracleYaml.Print(Strategy);
}
