namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Random strategies over every block of contracts 3 and every rule of contracts 4.</summary>
internal static class RandomStrategy
{
    public static OracleStrategy Make(Random random, OracleMarket market)
    {
        int bars = market.Symbols[0].Bars.Count;
        RandomRules rules = new(random, market.BarMillis, bars);
        rules.MakeIndicators();
        OracleStrategy strategy = new()
        {
            Symbols = [.. market.Symbols.Select(s => s.Name)],
            BarMillis = market.BarMillis,
            DetailMillis = market.DetailMillis,
            CapitalWritten = Chance(random, 0.7) ? Pick(random, 1000, 10_000, 2500.5, 1_000_000) : null,
            Entry = rules.Entry(),
            Exit = Chance(random, 0.7) ? rules.Exit(true) : null,
            Parameters = rules.Parameters,
            Indicators = rules.Indicators,
        };
        strategy = WithOrders(random, strategy, market);
        strategy = WithCosts(random, strategy);
        strategy = WithRisk(random, strategy, market);
        return WithRange(random, strategy, market);
    }

    private static OracleStrategy WithOrders(Random random, OracleStrategy s, OracleMarket market)
    {
        s = random.Next(5) switch
        {
            0 => s with { QuoteAmount = Pick(random, 250, 999.5, 5000) },
            1 => s with { RiskFraction = Tenths(random, 2, 40), RiskStop = Distance(random, market.IsCoarse) },
            2 => s,
            _ => s with { PercentOfEquity = new Ratio(Pick(random, 0.1m, 0.25m, 0.5m, 0.95m, 1m)) },
        };
        if (Chance(random, 0.25))
        {
            s = s with
            {
                LimitOffset = market.IsCoarse ? Binary(random, 16, 8) : Tenths(random, 0, 15),
                LimitExpiresBars = Chance(random, 0.7) ? random.Next(1, 6) : null,
            };
        }

        Distance? stop = Chance(random, 0.55) ? Distance(random, market.IsCoarse) : null;
        Distance? trail = Chance(random, 0.35) ? Chance(random, 0.3) && stop is not null ? stop
            : Distance(random, market.IsCoarse) : null;
        return s with
        {
            StopLoss = stop,
            Targets = Chance(random, 0.5) ? Targets(random, market.IsCoarse) : [],
            Trailing = trail,
            TrailingAfter = trail is not null && Chance(random, 0.4)
                ? market.IsCoarse ? Binary(random, 16, 8, 4) : Tenths(random, 1, 30)
                : null,
            MaxHolding = Chance(random, 0.3) ? Length(random, market.BarMillis, 20) : null,
            CooldownBars = Chance(random, 0.3) ? random.Next(1, 12) : 0,
        };
    }

    private static List<Target> Targets(Random random, bool isCoarse)
    {
        int count = Chance(random, 0.5) ? 1 : random.Next(2, 5);
        bool isAtr = Chance(random, 0.25);
        decimal step = isCoarse ? Pick(random, 0.125m, 0.25m) : random.Next(2, 30) / 1000m;
        List<Target> targets = [];
        for (int i = 1; i <= count; i++)
        {
            Distance at = isAtr ? new Distance(null, i * 0.5m) : new Distance(new Ratio(i * step), 0);
            decimal share = i == count ? Pick(random, 1m, 1m, 0.2m) : Pick(random, 0.1m, 0.25m, 0.3m);
            targets.Add(new Target(at, new Ratio(count == 1 ? 1 : share)));
        }

        return targets;
    }

    private static OracleStrategy WithCosts(Random random, OracleStrategy s)
    {
        if (Chance(random, 0.6))
        {
            Ratio maker = Pick(random, new Ratio(0), new Ratio(0.0005m), new Ratio(0.001m));
            s = s with { Maker = maker, Taker = Chance(random, 0.5) ? maker : new Ratio(0.00075m) };
        }

        return random.Next(4) switch
        {
            0 => s with { Slippage = Pick(random, new Ratio(0.0005m), new Ratio(0.001m), new Ratio(0.02m)) },
            1 => s with
            {
                VolumeImpact = Pick(random, new Ratio(0.0005m), new Ratio(0.1m), new Ratio(0.01m)),
                VolumeLimit = Pick(random, new Ratio(0.02m), new Ratio(0.25m), new Ratio(0.001m)),
            },
            _ => s,
        };
    }

    private static OracleStrategy WithRisk(Random random, OracleStrategy s, OracleMarket market) => s with
    {
        MaxPositions = Chance(random, market.Symbols.Count > 1 ? 0.4 : 0.1) ? random.Next(1, 3) : null,
        MaxOrdersPerMinute = Chance(random, 0.1) ? 1 : null,
        MaxExposure = Chance(random, 0.3) ? new Ratio(Pick(random, 0.3m, 0.5m, 0.8m)) : null,
        MaxDrawdown = Chance(random, 0.3) ? new LossRule(Tenths(random, 5, 150), Chance(random, 0.5)) : null,
        MaxDailyLoss = Chance(random, 0.25) ? new LossRule(Tenths(random, 5, 60), Chance(random, 0.5)) : null,
        Guards = Chance(random, 0.3)
            ? [new GuardRule(random.Next(1, 4), Length(random, market.BarMillis, 60), Length(random, market.BarMillis, 30))]
            : [],
        Instrument = Chance(random, 0.15)
            ? (Pick(random, 0.00001m, 0.001m, 0.1m, 1m), Pick(random, 5m, 10m, 100m))
            : null,
    };

    private static OracleStrategy WithRange(Random random, OracleStrategy s, OracleMarket market)
    {
        List<OracleCandle> bars = market.Symbols[0].Bars;
        return s with
        {
            From = Chance(random, 0.25) ? bars[random.Next(bars.Count / 3)].Time + random.Next(0, 2) : null,
            To = Chance(random, 0.2) ? bars[bars.Count - 1 - random.Next(bars.Count / 3)].Time + random.Next(0, 2) : null,
        };
    }

    // On a coarse grid binary fractions put levels exactly on prices.
    private static Distance Distance(Random random, bool isCoarse) => random.Next(4) == 0
        ? new Distance(null, Pick(random, 0.5m, 1m, 1.5m, 2m, 3m))
        : new Distance(isCoarse ? Binary(random, 8, 4, 4) : Pick(random, Tenths(random, 1, 40), Tenths(random, 10, 100)), 0);

    private static Ratio Binary(Random random, params int[] parts) => new(1m / Pick(random, parts));

    private static Length Length(Random random, long barMillis, int most) => random.Next(2) == 0
        ? new Length(random.Next(1, most), 0)
        : new Length(null, random.Next(1, most) * barMillis);

    private static Ratio Tenths(Random random, int from, int to) => new(random.Next(from, to) / 1000m);

    private static bool Chance(Random random, double probability) => random.NextDouble() < probability;

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
