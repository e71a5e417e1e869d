using System.Text.Json;
using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>What a page holds after its garbage was collected.</summary>
internal sealed record BrowserMemory(double HeapBytes, int Nodes)
{
    public static async Task<BrowserMemory> OfAsync(IPage page)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("HeapProfiler.collectGarbage");
        JsonElement heap = (await session.SendAsync("Runtime.getHeapUsage"))!.Value;
        JsonElement counters = (await session.SendAsync("Memory.getDOMCounters"))!.Value;
        await session.DetachAsync();
        return new BrowserMemory(heap.GetProperty("usedSize").GetDouble(), counters.GetProperty("nodes").GetInt32());
    }
}
