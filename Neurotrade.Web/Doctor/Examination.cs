using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Neurotrade.Web.Commands;

namespace Neurotrade.Web.Doctor;

/// <summary>Looks for everything that Neurotrade can use. Each look ends within two seconds, and none changes anything.</summary>
internal static class Examination
{
    private const string NotYet = "not used by this version";

    /// <summary>All findings, in the order in which they are shown.</summary>
    public static async Task<IReadOnlyList<Finding>> OfThisMachineAsync(StateFolder state, CancellationToken cancel)
    {
        Task<Finding>[] looks =
        [
            Task.Run(() => State(state), cancel),
            Task.Run(Lanes, cancel),
            Servers.PostgreSqlAsync(NotYet, cancel),
            Servers.RedisAsync(NotYet, cancel),
            Task.Run(() => Gpu.OpenCl("sweeps, with --device gpu or auto"), cancel),
            Task.Run(() => Library(
                "XGBoost", ["libxgboost.so", "libxgboost.so.0", "xgboost.dll", "libxgboost.dylib"],
                "Debian and Ubuntu: apt install libxgboost0"), cancel),
            Task.Run(() => Library(
                "ONNX Runtime", ["libonnxruntime.so", "libonnxruntime.so.1", "onnxruntime.dll", "libonnxruntime.dylib"],
                "npm install onnxruntime-node carries the library; put it on the library path"), cancel),
            Node.RuntimeAsync(NotYet, cancel),
            Node.CcxtAsync(NotYet, cancel),
        ];
        return await Task.WhenAll(looks);
    }

    private static Finding State(StateFolder state)
    {
        const string use = "candles, runs and keys";
        string tried = state.Root;
        try
        {
            Directory.CreateDirectory(state.Root);
            string probe = Path.Combine(state.Root, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, string.Empty);
            File.Delete(probe);
            return new Finding("State folder", true, tried, string.Empty, use);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            string how = "set NEUROTRADE_DATA to a folder that can be written";
            return new Finding("State folder", false, $"{tried}: {refused.Message}", how, use);
        }
    }

    private static Finding Lanes()
    {
        int bits = Vector512.IsHardwareAccelerated ? 512
            : Vector256.IsHardwareAccelerated ? 256
            : Vector128.IsHardwareAccelerated ? 128 : 0;
        string lanes = bits == 0 ? "none" : $"{bits} bits: {bits / 64} doubles at once";
        string threads = Environment.ProcessorCount == 1 ? "1 thread" : $"{Environment.ProcessorCount} threads";
        string tried = $"{RuntimeInformation.ProcessArchitecture}, {lanes}, {threads}";
        string how = bits == 0 ? "a processor with vector instructions; results are the same without" : string.Empty;
        return new Finding("Vector lanes", bits > 0, tried, how, "indicators and rules");
    }

    private static Finding Library(string name, string[] files, string how)
    {
        foreach (string file in files)
        {
            if (NativeLibrary.TryLoad(file, out nint handle))
            {
                NativeLibrary.Free(handle);
                return new Finding(name, true, file, string.Empty, NotYet);
            }
        }

        return new Finding(name, false, $"tried {string.Join(", ", files)}", how, NotYet);
    }
}
