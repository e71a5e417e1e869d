using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Neurotrade.Tests.Components;

/// <summary>bunit was compiled for AngleSharp.Diffing 1.1.1.0 and is given the 0.17.0.0 that restores.</summary>
internal static class DiffingVersion
{
#pragma warning disable CA2255 // The resolver must stand before bunit's first type is loaded.
    [ModuleInitializer]
    internal static void Init() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
#pragma warning restore CA2255
}
