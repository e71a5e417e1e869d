using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Features;

namespace Neurotrade.Tests.Properties;

/// <summary>The same bits at any vector width (contracts 4.19), each width in a process of its own.</summary>
public sealed class InstructionSetTests
{
    private const int SweepCount = 40;
    private const string HashFile = "NEUROTRADE_TEST_HASH_FILE";

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task IndicatorsAndSweeps_WithNarrowerInstructions_GiveTheSameBits(string variable)
    {
        string file = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            {
                start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
            }

            start.ArgumentList.Add("-method");
            start.ArgumentList.Add($"{typeof(InstructionSetTests).FullName}.{nameof(Hashes_OfIndicatorsAndSweeps_AreWrittenWhereAsked)}");
            start.Environment[variable] = "0";
            start.Environment[HashFile] = file;
            using Process child = Process.Start(start)!;
            Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, output + await error);
            string[] theirs = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal([], theirs.Except(Hashes()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Hashes_OfIndicatorsAndSweeps_AreWrittenWhereAsked()
    {
        string[] hashes = Hashes();
        Assert.InRange(
            hashes.Distinct().Count() - (RandomCandles.Kinds.Length * IndicatorCatalog.All.Length), SweepCount / 2, SweepCount);
        if (Environment.GetEnvironmentVariable(HashFile) is { Length: > 0 } file)
        {
            File.WriteAllLines(file, hashes);
        }
    }

    private static string[] Hashes()
    {
        List<string> hashes = [];
        Random random = new(41);
        foreach (string kind in RandomCandles.Kinds)
        {
            CandleSeries candles = RandomCandles.Make(kind, 400, 41);
            foreach (IndicatorDefinition definition in IndicatorCatalog.All)
            {
                ImmutableArray<double> parameters = RandomInstances.Draw(definition, random);
                double[] columns = IndicatorCatalogTests.Batch(definition, parameters, candles);
                string hash = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(columns)));
                hashes.Add($"{definition.Name}:{string.Join(':', parameters)} on {kind}: {hash}");
            }
        }

        hashes.AddRange(Enumerable.Range(62_001, SweepCount).Select(SweepHash).OfType<string>());
        return [.. hashes];
    }

    // Rules as bit sets, marks, levels and figures of a random strategy: all that a sweep does with vectors.
    private static string? SweepHash(int seed)
    {
        if (SweepAgreementTests.Case(RandomCase.FromSeed(seed), seed) is not var (input, _))
        {
            return null;
        }

        double[] figures = [.. Research.Sweeps.Sweeps.Run(input).Rows.SelectMany(row => row.Figures)];
        return $"sweep {seed}: {Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<double>(figures)))}";
    }
}
