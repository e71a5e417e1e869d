using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>One case, made whole by its seed: data, a strategy that mostly trades, and what the oracle makes of them.</summary>
internal sealed record RandomCase(int Seed, OracleMarket Market, OracleStrategy Strategy, OracleResult Expected, Coverage Coverage)
{
    private const int Attempts = 8;

    // Beyond this a strategy that beats its data has left the range in which quantities have digits below one lot.
    private const double LargestEquity = 1e11;

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
            bool isSane = expected.Equity.TrueForAll(e => e.Equity < LargestEquity);
            bool trades = expected.Fills.Count > 4 || random.Next(20) == 0 || attempt >= Attempts;
            if (isSane && trades && (expected.NearTies == 0 || attempt >= Attempts))
            {
                return new RandomCase(seed, market, strategy, expected, coverage);
            }
        }
    }

    public override string ToString() =>
        $"seed {Seed}, {Market.Description}, from {Strategy.From} to {Strategy.To}, instrument {Strategy.Instrument}, "
        + $"set {string.Join(' ', Strategy.Parameters.Where(p => p.IsSet).Select(p => p.Name + '=' + p.Literal))}\n"
        + OracleYaml.Print(Strategy);
}
