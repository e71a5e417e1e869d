using System.Collections.Immutable;
using System.Text;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>The OpenCL devices of this machine.</summary>
/// <param name="All">GPUs first, then accelerators, then processors; each kind in its drivers' order.</param>
/// <param name="Tried">Which library was found, or what was tried.</param>
public sealed unsafe record OpenClDevices(ImmutableArray<OpenClDevice> All, string Tried)
{
    /// <summary>What to do to have a device.</summary>
    public const string HowToGetOne =
        "install your GPU's OpenCL driver; Debian and Ubuntu without a GPU: apt install pocl-opencl-icd ocl-icd-libopencl1";

    private const ulong EveryKind = 0xFFFFFFFF;
    private const int Most = 16;

    /// <summary>Asks every installed driver. Without a library or a device the list is empty.</summary>
    public static OpenClDevices Find()
    {
        (OpenClLibrary? library, string tried) = OpenClLibrary.Instance;
        if (library is null)
        {
            return new OpenClDevices([], tried);
        }

        OpenClDevice[] found;
        lock (OpenClLibrary.Gate)
        {
            found = [.. Platforms(library).SelectMany(platform => Of(library, platform)).OrderBy(one => one.Kind)];
        }

        return new OpenClDevices([.. found], found.Length == 0 ? $"{tried} is there and names no device" : tried);
    }

    private static nint[] Platforms(OpenClLibrary library)
    {
        nint* ids = stackalloc nint[Most];
        uint count;
        return library.GetPlatforms(Most, ids, &count) == OpenClException.Success ? Copy(ids, count) : [];
    }

    private static OpenClDevice[] Of(OpenClLibrary library, nint platform)
    {
        nint* ids = stackalloc nint[Most];
        uint count;
        return library.GetDevices(platform, EveryKind, Most, ids, &count) == OpenClException.Success
            ? [.. Copy(ids, count).Select(id => Of(library, id, Number(library, id, Info.Kind)))]
            : [];
    }

    private static OpenClDevice Of(OpenClLibrary library, nint id, ulong kind) => new(id)
    {
        Name = Text(library, id, Info.Name),
        Kind = (kind & 4) != 0 ? OpenClKind.Gpu : (kind & 8) != 0 ? OpenClKind.Accelerator : OpenClKind.Processor,
        MemoryBytes = (long)Number(library, id, Info.GlobalMemory),
        LargestBufferBytes = (long)Number(library, id, Info.LargestBuffer),
        HasDoubles = Number(library, id, Info.Doubles) != 0,
    };

    private static nint[] Copy(nint* ids, uint count) => new ReadOnlySpan<nint>(ids, (int)Math.Min(count, Most)).ToArray();

    // 0 where the driver does not know the question.
    private static ulong Number(OpenClLibrary library, nint device, Info what)
    {
        ulong value = 0;
        return library.GetDeviceInfo(device, (uint)what, sizeof(ulong), &value, null) == OpenClException.Success ? value : 0;
    }

    private static string Text(OpenClLibrary library, nint device, Info what)
    {
        const int room = 256;
        byte* text = stackalloc byte[room];
        nuint length;
        return library.GetDeviceInfo(device, (uint)what, room, text, &length) == OpenClException.Success
            ? Encoding.UTF8.GetString(text, (int)Math.Min(length, room)).TrimEnd('\0').Trim()
            : "a device without a name";
    }

    private enum Info : uint
    {
        Kind = 0x1000,
        LargestBuffer = 0x1010,
        GlobalMemory = 0x101F,
        Name = 0x102B,
        Doubles = 0x1032,
    }
}
