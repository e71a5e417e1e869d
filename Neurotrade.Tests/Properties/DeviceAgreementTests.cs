using System.Globalization;
using Neurotrade.Core.Adapters.OpenCl;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Tests.Adapters.OpenCl;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>
/// Every row of a sweep on an OpenCL device equals the processor's to the bit (contracts 4.19), over random strategies with
/// bands, stops, targets and trails, on generated and real data, in tiles of any size. NEUROTRADE_LONG=1 runs 200, each
/// built as sweeps are; the others are mostly built fast, which is most of their time.
/// </summary>
public sealed class DeviceAgreementTests
{
    private static bool IsLong => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";

    private static int Count => IsLong ? 200 : 60;

    [Fact]
    public void Sweep_RandomStrategiesOnADevice_EveryRowIsTheProcessors()
    {
        OpenClDevice device = Devices.Any();
        using OpenClQueue queue = OpenClQueue.Open(device);
        List<string> differences = [];
        (int rows, int kernels, double trades) = (0, 0, 0);
        for (int seed = 70_001; seed <= 70_000 + Count; seed++)
        {
            (SweepInput input, string text) = Case(seed);
            WalkRoom room = seed % 2 == 0
                ? WalkRoom.Of(device)
                : new WalkRoom { MostRows = 1 + (seed * 31 % 200), MostTrades = 1 + (seed % 5), MostMembers = 1 + (seed % 3) };
            room = room with { IsQuick = !IsLong && seed % 6 != 0 };
            using OpenClSweeps sweeps = OpenClSweeps.Over(queue, device, SweepPrecision.Doubles, room);
            Assert.Null(sweeps.Refusal(input.BacktestOf(input.Template.Reading.Strategy)));
            (SweepRow[] expected, _, _) = Research.Sweeps.Sweeps.Run(input);
            (SweepRow[] found, _, _) = Research.Sweeps.Sweeps.Run(input with { Device = sweeps });
            Assert.Equal(expected.Length, found.Length);
            kernels += sweeps.KernelsBuilt;
            rows += found.Length;
            for (int i = 0; i < found.Length; i++)
            {
                trades += found[i].Figures[Core.Research.RunFigures.Trades];
                if (!Research.Sweeps.Sweeps.Bits(found[i].Figures).SequenceEqual(Research.Sweeps.Sweeps.Bits(expected[i].Figures)))
                {
                    differences.Add(Difference(seed, input, expected[i], found[i]) + text);
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} rows differ.\n{string.Join('\n', differences.Take(3))}");
        Assert.True(rows > 2 * Count && kernels >= Count && trades > 20 * Count, $"Only {rows} rows, {kernels} kernels, {trades} trades.");
    }

    // The case without what the processor does alone: further symbols, finer candles, volume's share, rules on losses, lots.
    private static (SweepInput Input, string Text) Case(int seed)
    {
        RandomCase one = RandomCase.FromSeed(seed);
        OracleSymbol symbol = one.Market.Symbols[0] with { Detail = null };
        OracleStrategy strategy = one.Strategy with
        {
            Symbols = [symbol.Name],
            DetailMillis = null,
            VolumeImpact = null,
            VolumeLimit = null,
            MaxDrawdown = null,
            MaxDailyLoss = null,
            Guards = [],
            Instrument = null,
        };
        (string text, List<string> set) = SweepAgreementTests.Parametrised(OracleYaml.Print(strategy), new Random(seed));
        set.AddRange(strategy.Parameters.Where(p => p.IsSet).Select(p => $"{p.Name}={p.Literal}"));
        if (set.Count == 0)
        {
            text = text.Replace("rules:\n", "parameters:\n  unused: { value: 1 }\nrules:\n", StringComparison.Ordinal);
            set.Add("unused=1,2,3");
        }

        OracleMarket market = one.Market with { DetailMillis = null, Symbols = [symbol] };
        return (SweepAgreementTests.Input(Product.Input(strategy, market), text, set), text);
    }

    private static string Difference(int seed, SweepInput input, SweepRow expected, SweepRow found)
    {
        string figures = string.Join(", ", Core.Research.RunFigures.Names
            .Select((name, at) => (name, A: expected.Figures[at], B: found.Figures[at]))
            .Where(one => BitConverter.DoubleToInt64Bits(one.A) != BitConverter.DoubleToInt64Bits(one.B))
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.name} {one.A} {one.B}")));
        return $"seed {seed}, {string.Join(' ', input.Plan.SetOf(found.Combination))}: {figures}\n";
    }
}
