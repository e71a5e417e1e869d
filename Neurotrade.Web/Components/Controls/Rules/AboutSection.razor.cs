namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What a strategy is called, and what people say about it.</summary>
public sealed partial class AboutSection;
