using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// The functions of libOpenCL that are used, looked up by name: without the library, or with one that lacks a function,
/// there is a reason and no crash. Kept for the life of the process.
/// </summary>
internal sealed unsafe class OpenClLibrary
{
    private static readonly Lazy<(OpenClLibrary? Library, string Tried)> Loaded = new(Load);

    private readonly nint handle;
    private string? missing;

    private OpenClLibrary(nint handle)
    {
        this.handle = handle;
        GetPlatforms = (delegate* unmanaged<uint, nint*, uint*, int>)Function("clGetPlatformIDs");
        GetDevices = (delegate* unmanaged<nint, ulong, uint, nint*, uint*, int>)Function("clGetDeviceIDs");
        GetDeviceInfo = (delegate* unmanaged<nint, uint, nuint, void*, nuint*, int>)Function("clGetDeviceInfo");
        CreateContext = (delegate* unmanaged<nint*, uint, nint*, nint, nint, int*, nint>)Function("clCreateContext");
        ReleaseContext = (delegate* unmanaged<nint, int>)Function("clReleaseContext");
        CreateQueue = (delegate* unmanaged<nint, nint, ulong, int*, nint>)Function("clCreateCommandQueue");
        ReleaseQueue = (delegate* unmanaged<nint, int>)Function("clReleaseCommandQueue");
        CreateBuffer = (delegate* unmanaged<nint, ulong, nuint, void*, int*, nint>)Function("clCreateBuffer");
        ReleaseBuffer = (delegate* unmanaged<nint, int>)Function("clReleaseMemObject");
        Write = (delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int>)
            Function("clEnqueueWriteBuffer");
        Read = (delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int>)
            Function("clEnqueueReadBuffer");
        Run = (delegate* unmanaged<nint, nint, uint, nuint*, nuint*, nuint*, uint, nint*, nint*, int>)
            Function("clEnqueueNDRangeKernel");
        Finish = (delegate* unmanaged<nint, int>)Function("clFinish");
        CreateProgram = (delegate* unmanaged<nint, uint, byte**, nuint*, int*, nint>)Function("clCreateProgramWithSource");
        BuildProgram = (delegate* unmanaged<nint, uint, nint*, byte*, nint, nint, int>)Function("clBuildProgram");
        GetBuildInfo = (delegate* unmanaged<nint, nint, uint, nuint, void*, nuint*, int>)Function("clGetProgramBuildInfo");
        ReleaseProgram = (delegate* unmanaged<nint, int>)Function("clReleaseProgram");
        CreateKernel = (delegate* unmanaged<nint, byte*, int*, nint>)Function("clCreateKernel");
        ReleaseKernel = (delegate* unmanaged<nint, int>)Function("clReleaseKernel");
        SetArgument = (delegate* unmanaged<nint, uint, nuint, void*, int>)Function("clSetKernelArg");
    }

    /// <summary>
    /// Held around every call: drivers promise to bear several threads, and some do not, least of all while they compile.
    /// </summary>
    public static Lock Gate { get; } = new();

    /// <summary>Names under which the library is looked for, in this order.</summary>
    public static ImmutableArray<string> Files { get; } = ["libOpenCL.so.1", "libOpenCL.so", "OpenCL.dll"];

    /// <summary>The library, or null; beside it which file it is, or what was tried.</summary>
    public static (OpenClLibrary? Library, string Tried) Instance => Loaded.Value;

    public delegate* unmanaged<uint, nint*, uint*, int> GetPlatforms { get; }

    public delegate* unmanaged<nint, ulong, uint, nint*, uint*, int> GetDevices { get; }

    public delegate* unmanaged<nint, uint, nuint, void*, nuint*, int> GetDeviceInfo { get; }

    public delegate* unmanaged<nint*, uint, nint*, nint, nint, int*, nint> CreateContext { get; }

    public delegate* unmanaged<nint, int> ReleaseContext { get; }

    public delegate* unmanaged<nint, nint, ulong, int*, nint> CreateQueue { get; }

    public delegate* unmanaged<nint, int> ReleaseQueue { get; }

    public delegate* unmanaged<nint, ulong, nuint, void*, int*, nint> CreateBuffer { get; }

    public delegate* unmanaged<nint, int> ReleaseBuffer { get; }

    public delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int> Write { get; }

    public delegate* unmanaged<nint, nint, uint, nuint, nuint, void*, uint, nint*, nint*, int> Read { get; }

    public delegate* unmanaged<nint, nint, uint, nuint*, nuint*, nuint*, uint, nint*, nint*, int> Run { get; }

    public delegate* unmanaged<nint, int> Finish { get; }

    public delegate* unmanaged<nint, uint, byte**, nuint*, int*, nint> CreateProgram { get; }

    public delegate* unmanaged<nint, uint, nint*, byte*, nint, nint, int> BuildProgram { get; }

    public delegate* unmanaged<nint, nint, uint, nuint, void*, nuint*, int> GetBuildInfo { get; }

    public delegate* unmanaged<nint, int> ReleaseProgram { get; }

    public delegate* unmanaged<nint, byte*, int*, nint> CreateKernel { get; }

    public delegate* unmanaged<nint, int> ReleaseKernel { get; }

    public delegate* unmanaged<nint, uint, nuint, void*, int> SetArgument { get; }

    private static (OpenClLibrary?, string) Load()
    {
        foreach (string file in Files)
        {
            if (NativeLibrary.TryLoad(file, out nint handle))
            {
                OpenClLibrary library = new(handle);
                return library.missing is { } name ? (null, $"{file} has no {name}") : (library, file);
            }
        }

        return (null, $"tried {string.Join(", ", Files)}");
    }

    private nint Function(string name)
    {
        if (!NativeLibrary.TryGetExport(handle, name, out nint address))
        {
            missing ??= name;
        }

        return address;
    }
}
