using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Layout;

/// <summary>The frame of every page: rail, bar and the page itself.</summary>
public sealed partial class MainLayout : LayoutComponentBase
{
    private static string Version { get; } = typeof(MainLayout).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
