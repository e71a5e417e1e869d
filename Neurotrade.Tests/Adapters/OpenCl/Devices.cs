using Neurotrade.Core.Adapters.OpenCl;

namespace Neurotrade.Tests.Adapters.OpenCl;

/// <summary>The device on which kernels are tested; without one a test is skipped, and says loudly how to have one.</summary>
internal static class Devices
{
    /// <summary>The first device of this machine.</summary>
    public static OpenClDevice Any()
    {
        OpenClDevices found = OpenClDevices.Find();
        Assert.SkipWhen(found.All.IsEmpty, $"NO OPENCL DEVICE ({found.Tried}): {OpenClDevices.HowToGetOne}");
        return found.All[0];
    }
}
