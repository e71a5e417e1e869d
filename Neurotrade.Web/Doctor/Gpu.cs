using System.Runtime.InteropServices;
using System.Text;

namespace Neurotrade.Web.Doctor;

/// <summary>Looks for OpenCL devices, through whichever driver is installed.</summary>
internal static unsafe class Gpu
{
    private const int Success = 0;
    private const ulong AllDevices = 0xFFFFFFFF;
    private const uint DeviceName = 0x102B;
    private const int MostFound = 16;
    private static readonly string[] Files = ["libOpenCL.so.1", "libOpenCL.so", "OpenCL.dll"];

    public static Finding OpenCl(string use)
    {
        const string how = "install your GPU's OpenCL driver; Debian and Ubuntu without a GPU: apt install pocl-opencl-icd";
        foreach (string file in Files)
        {
            if (!NativeLibrary.TryLoad(file, out nint library))
            {
                continue;
            }

            List<string> names = DeviceNames(library);
            return names.Count > 0
                ? new Finding("GPU (OpenCL)", true, string.Join(", ", names), string.Empty, use)
                : new Finding("GPU (OpenCL)", false, $"{file} is there and names no device", how, use);
        }

        return new Finding("GPU (OpenCL)", false, $"tried {string.Join(", ", Files)}", how, use);
    }

    private static List<string> DeviceNames(nint library)
    {
        List<string> names = [];
        if (!NativeLibrary.TryGetExport(library, "clGetPlatformIDs", out nint getPlatforms)
            || !NativeLibrary.TryGetExport(library, "clGetDeviceIDs", out nint getDevices)
            || !NativeLibrary.TryGetExport(library, "clGetDeviceInfo", out nint getInfo))
        {
            return names;
        }

        var platformIds = (delegate* unmanaged<uint, nint*, uint*, int>)getPlatforms;
        var deviceIds = (delegate* unmanaged<nint, ulong, uint, nint*, uint*, int>)getDevices;
        var deviceInfo = (delegate* unmanaged<nint, uint, nuint, byte*, nuint*, int>)getInfo;
        nint* platforms = stackalloc nint[MostFound];
        nint* devices = stackalloc nint[MostFound];
        byte* text = stackalloc byte[256];
        uint platformCount;
        if (platformIds(MostFound, platforms, &platformCount) != Success)
        {
            return names;
        }

        for (int i = 0; i < Math.Min(platformCount, MostFound); i++)
        {
            uint deviceCount;
            if (deviceIds(platforms[i], AllDevices, MostFound, devices, &deviceCount) != Success)
            {
                continue;
            }

            for (int j = 0; j < Math.Min(deviceCount, MostFound); j++)
            {
                nuint length;
                if (deviceInfo(devices[j], DeviceName, 256, text, &length) == Success)
                {
                    names.Add(Encoding.UTF8.GetString(text, (int)length).TrimEnd('\0').Trim());
                }
            }
        }

        return names;
    }
}
