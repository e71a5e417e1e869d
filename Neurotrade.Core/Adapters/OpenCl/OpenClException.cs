namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>A driver refused: out of memory, a text that it cannot build, a device that is gone.</summary>
public sealed class OpenClException(string message) : IOException(message)
{
    /// <summary>The code of a call that did what it was asked.</summary>
    internal const int Success = 0;

    /// <summary>Throws where a call failed.</summary>
    internal static void Check(int code, string call)
    {
        if (code != Success)
        {
            throw new OpenClException($"OpenCL: {call} failed with code {code}{Meaning(code)}");
        }
    }

    private static string Meaning(int code) => code switch
    {
        -2 => " (the device is not available)",
        -4 or -5 or -6 => " (out of memory)",
        -11 => " (the kernel could not be built)",
        -61 => " (a buffer larger than the device gives)",
        _ => string.Empty,
    };
}
