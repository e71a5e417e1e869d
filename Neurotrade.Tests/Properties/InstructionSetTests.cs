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
    private const string HashFile = "NEUROTRADE_TEST_HASH_FILE";

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Indicators_WithNarrowerInstructions_GiveTheSameBits(string variable)
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
            start.ArgumentList.Add($"{typeof(InstructionSetTests).FullName}.{nameof(Hash_OfEveryColumn_IsWrittenWhereAsked)}");
            start.Environment[variable] = "0";
            start.Environment[HashFile] = file;
            using Process child = Process.Start(start)!;
            Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, output + await error);
            string theirs = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(Hash(), theirs);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Hash_OfEveryColumn_IsWrittenWhereAsked()
    {
        string hash = Hash();
        Assert.Equal(64, hash.Length);
        if (Environment.GetEnvironmentVariable(HashFile) is { Length: > 0 } file)
        {
            File.WriteAllText(file, hash);
        }
    }

    private static string Hash()
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Random random = new(41);
        foreach (string kind in RandomCandles.Kinds)
        {
            CandleSeries candles = RandomCandles.Make(kind, 400, 41);
            foreach (IndicatorDefinition definition in IndicatorCatalog.All)
            {
                ImmutableArray<double> parameters = RandomInstances.Draw(definition, random);
                double[] columns = IndicatorCatalogTests.Batch(definition, parameters, candles);
                hash.AppendData(MemoryMarshal.AsBytes<double>(columns));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
