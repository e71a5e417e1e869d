using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.JSInterop;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Components;

/// <summary>
/// What is chosen on a page, where it lives: in the address. It is changed in the browser, in the address that stands there by
/// then, and only while that is still the page's: so a change neither calls back one who has followed a link meanwhile, nor takes
/// back another change.
/// </summary>
public sealed class PageAddress(NavigationManager navigation, IJSRuntime browser)
{
    // Put, but not arrived yet; in their order.
    private readonly List<Change> underWay = [];
    private bool isHeld;

    /// <summary>The address as it will be once all that was put into it has arrived.</summary>
    public string Uri
    {
        get
        {
            string path = Path;
            return underWay.Where(change => change.Path == path)
                .Aggregate(navigation.Uri, (uri, change) => navigation.GetUriWithQueryParameters(uri, change.Parameters));
        }
    }

    private string Path => new Uri(navigation.Uri).AbsolutePath;

    /// <summary>A parameter as it will be; null where the address is without it.</summary>
    public string? this[string name] => ParametersOf(Uri).TryGetValue(name, out StringValues values) ? values.ToString() : null;

    /// <summary>Every value of a parameter that may stand more than once, as they will be, in their order.</summary>
    public IReadOnlyList<string> Values(string name) =>
        ParametersOf(Uri).TryGetValue(name, out StringValues values) ? [.. values.OfType<string>()] : [];

    /// <summary>The address of a link that changes these parameters; null takes one out.</summary>
    public string With(params (string Name, object? Value)[] values) => navigation.GetUriWithQueryParameters(Uri, Parameters(values));

    /// <summary>Changes parameters; null takes one out. They arrive like any navigation, a moment later.</summary>
    public Task PutAsync(params (string Name, object? Value)[] values) => PutAsync(Parameters(values), isStep: false);

    /// <summary>Changes parameters as a step that the browser's way back undoes.</summary>
    public Task StepAsync(params (string Name, object? Value)[] values) => PutAsync(Parameters(values), isStep: true);

    /// <summary>Goes to an address: of this page as a change, of another one at once.</summary>
    public Task GoAsync(string address)
    {
        if (navigation.ToAbsoluteUri(address).AbsolutePath == Path)
        {
            return TakeAsync(address, isStep: true);
        }

        navigation.NavigateTo(address);
        return Task.CompletedTask;
    }

    /// <summary>Makes the parameters those of another address of this page.</summary>
    public Task TakeAsync(string address, bool isStep)
    {
        Uri wanted = navigation.ToAbsoluteUri(address);
        Guard.That(wanted.AbsolutePath == Path);
        Dictionary<string, StringValues> now = ParametersOf(wanted.AbsoluteUri);
        Dictionary<string, object?> parameters = ParametersOf(Uri).Keys.Union(now.Keys)
            .ToDictionary(name => name, name => now.TryGetValue(name, out StringValues values) ? (object?)values.ToArray() : null);
        return PutAsync(parameters, isStep);
    }

    /// <summary>The page stays, after it was asked whether it may be left: what the browser held back meanwhile is put again.</summary>
    public async Task StayAsync()
    {
        await TellAsync(async () =>
        {
            await browser.InvokeVoidAsync("neurotrade.stay");
            return true;
        });
        await PutAgainAsync();
    }

    /// <summary>Puts again what the browser held back; for pages that may ask before they are left.</summary>
    public Task PutAgainAsync()
    {
        string path = Path;
        underWay.RemoveAll(change => change.Path != path);
        if (!isHeld || underWay.Count == 0)
        {
            return Task.CompletedTask;
        }

        // As one, so that what is on its way already is not followed by what came before it.
        isHeld = false;
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((string name, object? value) in underWay.SelectMany(change => change.Parameters))
        {
            parameters[name] = value;
        }

        var all = new Change(path, parameters, underWay.Any(change => change.IsStep));
        underWay.Clear();
        return SendAsync(all);
    }

    private Task PutAsync(Dictionary<string, object?> parameters, bool isStep)
    {
        string now = Uri;
        return navigation.GetUriWithQueryParameters(now, parameters) == now
            ? Task.CompletedTask
            : SendAsync(new Change(Path, parameters, isStep));
    }

    private async Task SendAsync(Change change)
    {
        underWay.Add(change);
        Dictionary<string, string[]> told = change.Parameters.ToDictionary(pair => pair.Key, pair => TextsOf(pair.Value));
        if (await TellAsync(() => browser.InvokeAsync<bool>("neurotrade.put", change.Path, told, change.IsStep)))
        {
            underWay.Remove(change);
        }
        else
        {
            isHeld = true;
        }
    }

    private static async Task<bool> TellAsync(Func<ValueTask<bool>> tell)
    {
        try
        {
            return await tell();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // No browser shows the page any more.
            return true;
        }
    }

    private static Dictionary<string, object?> Parameters((string Name, object? Value)[] values) =>
        values.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static Dictionary<string, StringValues> ParametersOf(string address) => QueryHelpers.ParseQuery(new Uri(address).Query);

    private static string[] TextsOf(object? value) => value switch
    {
        null => [],
        string?[] many => [.. many.OfType<string>()],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };

    private sealed record Change(string Path, Dictionary<string, object?> Parameters, bool IsStep);
}
