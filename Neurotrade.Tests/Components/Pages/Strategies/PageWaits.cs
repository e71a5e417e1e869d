using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Tests.Components.Pages.Strategies;

/// <summary>Waits for what a page does off its own thread: reading files, running backtests, asking its editor.</summary>
internal static class PageWaits
{
    // How long it takes is no part of what these tests hold; a machine may be busy with others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Until<T>(this IRenderedComponent<T> page, Action assertion)
        where T : IComponent => page.WaitForAssertion(assertion, Patience);

    public static IElement Await<T>(this IRenderedComponent<T> page, string selector)
        where T : IComponent => page.WaitForElement(selector, Patience);

    /// <summary>Presses the one button on which that stands, as soon as it is there.</summary>
    public static void Press<T>(this IRenderedComponent<T> page, string name)
        where T : IComponent
    {
        page.Until(() => Assert.Single(page.FindAll("button"), button => button.TextContent.Trim() == name));
        page.FindAll("button").Single(button => button.TextContent.Trim() == name).Click();
    }
}
