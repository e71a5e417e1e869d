namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>What kind of machine an OpenCL device is.</summary>
public enum OpenClKind
{
    Gpu,
    Accelerator,

    /// <summary>The machine's own processor, by a driver such as PoCL.</summary>
    Processor,
}

/// <summary>A device that an installed OpenCL driver offers.</summary>
public sealed record OpenClDevice
{
    internal OpenClDevice(nint id) => Id = id;

    /// <summary>As its driver calls it.</summary>
    public required string Name { get; init; }

    public required OpenClKind Kind { get; init; }

    public required long MemoryBytes { get; init; }

    /// <summary>The largest buffer that it gives.</summary>
    public required long LargestBufferBytes { get; init; }

    /// <summary>Whether it computes in doubles.</summary>
    public required bool HasDoubles { get; init; }

    /// <summary>Its handle; good while the process runs.</summary>
    internal nint Id { get; }

    /// <summary>Name, memory and whether it has doubles.</summary>
    public override string ToString()
    {
        string kind = Kind switch { OpenClKind.Gpu => "GPU", OpenClKind.Accelerator => "accelerator", _ => "processor" };
        string doubles = HasDoubles ? "doubles" : "no doubles";
        return FormattableString.Invariant($"{Name} ({kind}, {MemoryBytes / 1e9:0.0} GB, {doubles})");
    }
}
