using Neurotrade.Core.Adapters.OpenCl;

namespace Neurotrade.Tests.Adapters.OpenCl;

public sealed class OpenClDevicesTests
{
    [Fact]
    public void Find_OnAnyMachine_NamesDevicesOrSaysWhatWasTried()
    {
        OpenClDevices found = OpenClDevices.Find();

        Assert.Contains("OpenCL", found.Tried, StringComparison.Ordinal);
        Assert.All(found.All, one => Assert.True(one.MemoryBytes > 0 && one.LargestBufferBytes > 0, one.ToString()));
        Assert.Equal(found.All.OrderBy(one => one.Kind), found.All);
        Assert.Equal(found.All.Select(one => one.Name), OpenClDevices.Find().All.Select(one => one.Name));
    }

    [Fact]
    public void Find_WithADriver_TellsKindMemoryAndDoubles()
    {
        OpenClDevice device = Devices.Any();

        Assert.NotEmpty(device.Name);
        Assert.Matches(@"^.+ \((GPU|accelerator|processor), \d+\.\d GB, (no )?doubles\)$", device.ToString());
    }
}
