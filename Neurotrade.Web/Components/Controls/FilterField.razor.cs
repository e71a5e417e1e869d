using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Words that narrow a list down. They come back by way of the address, later than the next letter is typed.</summary>
public sealed partial class FilterField
{
    private readonly ToldWords told = new();
    private string text = string.Empty;
    private string kept = string.Empty;

    /// <summary>For those who do not see where it stands.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Words { get; set; }

    /// <summary>Told with every letter.</summary>
    [Parameter]
    public EventCallback<string> WordsChanged { get; set; }

    protected override void OnParametersSet()
    {
        string now = Words ?? string.Empty;
        if (now == kept)
        {
            return;
        }

        kept = now;
        text = told.TakeBack(now) ? text : now;
    }

    // Bound, so that the browser is not sent back a letter while it takes the next.
    private Task TypeAsync(string? typed)
    {
        text = typed ?? string.Empty;
        told.Tell(text);
        return WordsChanged.InvokeAsync(text);
    }
}
