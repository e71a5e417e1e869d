using Neurotrade.Core.Adapters.OpenCl;

namespace Neurotrade.Web.Doctor;

/// <summary>Looks for OpenCL devices, through whichever driver is installed.</summary>
internal static class Gpu
{
    public static Finding OpenCl(string use)
    {
        OpenClDevices devices = OpenClDevices.Find();
        return devices.All.IsEmpty
            ? new Finding("GPU (OpenCL)", false, devices.Tried, OpenClDevices.HowToGetOne, use)
            : new Finding("GPU (OpenCL)", true, string.Join("; ", devices.All), string.Empty, use);
    }
}
