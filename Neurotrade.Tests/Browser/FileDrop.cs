using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser;

/// <summary>Files dragged from a file manager over a page and let go there: the browser's own drag, not an event of a script.</summary>
internal static class FileDrop
{
    /// <summary>Drops files, by their full paths, on the middle of what is named.</summary>
    public static async Task OnAsync(ILocator target, params string[] paths)
    {
        await target.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = await target.BoundingBoxAsync() ?? throw new InvalidOperationException("Nothing to drop on.");
        ICDPSession session = await target.Page.Context.NewCDPSessionAsync(target.Page);
        foreach (string type in (string[])["dragEnter", "dragOver", "drop"])
        {
            await session.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = type,
                ["x"] = box.X + (box.Width / 2),
                ["y"] = box.Y + (box.Height / 2),
                ["data"] = new Dictionary<string, object>
                {
                    ["items"] = Array.Empty<object>(),
                    ["files"] = paths,
                    ["dragOperationsMask"] = 1,
                },
            });
        }

        await session.DetachAsync();
    }
}
