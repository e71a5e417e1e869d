using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Files;
using Neurotrade.Web.Components.Controls.Rules;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Components.Controls.Rules;

/// <summary>A strategy's form over a text that its changes change, as the editor's panel holds them.</summary>
public abstract class FormContext : DashboardContext
{
    protected string Text { get; private set; } = string.Empty;

    /// <summary>The place of the text that was asked for last.</summary>
    protected SourcePosition? Asked { get; private set; }

    protected IRenderedComponent<StrategyFormView> Open(string text)
    {
        Text = text;
        StrategyCheck reading = StrategyCheck.Of(text, "form.yaml");
        IRenderedComponent<StrategyFormView>? form = null;
        form = Render<StrategyFormView>(parameters => parameters
            .Add(one => one.Text, text)
            .Add(one => one.Reading, reading)
            .Add(one => one.Valid, reading.Strategy)
            .Add(one => one.PlaceAsked, place => Asked = place)
            .Add(one => one.Changed, EventCallback.Factory.Create<string>(this, changed => Take(form!, changed))));
        return form;
    }

    protected static IElement Button(IRenderedComponent<StrategyFormView> form, string name) =>
        form.FindAll("button").Single(one => (one.GetAttribute("aria-label") ?? one.TextContent.Trim()) == name);

    protected static IElement Field(IRenderedComponent<StrategyFormView> form, string name) =>
        form.FindAll("input, select, textarea").Single(one => one.GetAttribute("aria-label") == name);

    /// <summary>Types a word into the field beside a button, and presses that.</summary>
    protected static void Add(IRenderedComponent<StrategyFormView> form, string button, string word)
    {
        Button(form, button).Closest("form")!.QuerySelector("input")!.Change(word);
        Button(form, button).Closest("form")!.Submit();
    }

    private void Take(IRenderedComponent<StrategyFormView> form, string changed)
    {
        Text = changed;
        StrategyCheck reading = StrategyCheck.Of(changed, "form.yaml");
        form.Render(parameters => parameters.Add(one => one.Text, changed).Add(one => one.Reading, reading));
    }
}
