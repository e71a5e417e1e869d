using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>A device's memory and what it is told to do, one thing after another. Every transfer waits for its end.</summary>
internal sealed unsafe class OpenClQueue : IDisposable
{
    private const uint Waits = 1;

    private readonly OpenClLibrary library;
    private readonly nint device;
    private readonly nint context;
    private readonly nint queue;

    private OpenClQueue(OpenClLibrary library, nint device, nint context, nint queue) =>
        (this.library, this.device, this.context, this.queue) = (library, device, context, queue);

    /// <summary>Opens a device.</summary>
    public static OpenClQueue Open(OpenClDevice device)
    {
        OpenClLibrary? library = OpenClLibrary.Instance.Library;
        Guard.That(library is not null);
        lock (OpenClLibrary.Gate)
        {
            return Open(library, device.Id);
        }
    }

    private static OpenClQueue Open(OpenClLibrary library, nint id)
    {
        int code;
        nint context = library.CreateContext(null, 1, &id, 0, 0, &code);
        OpenClException.Check(code, "clCreateContext");
        nint queue = library.CreateQueue(context, id, 0, &code);
        if (code != OpenClException.Success)
        {
            library.ReleaseContext(context);
        }

        OpenClException.Check(code, "clCreateCommandQueue");
        return new OpenClQueue(library, id, context, queue);
    }

    /// <summary>Room for so many values in the device's memory.</summary>
    public OpenClBuffer Room<T>(long count)
        where T : unmanaged
    {
        const ulong readAndWrite = 1;
        lock (OpenClLibrary.Gate)
        {
            // A buffer of nothing is an error to a driver.
            int code;
            nint handle = library.CreateBuffer(context, readAndWrite, (nuint)(Math.Max(1, count) * sizeof(T)), null, &code);
            OpenClException.Check(code, "clCreateBuffer");
            return new OpenClBuffer(library, handle);
        }
    }

    /// <summary>A buffer that holds some values.</summary>
    public OpenClBuffer Holding<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        OpenClBuffer buffer = Room<T>(values.Length);
        Write(buffer, values);
        return buffer;
    }

    /// <summary>Writes values to the beginning of a buffer.</summary>
    public void Write<T>(OpenClBuffer buffer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (values.IsEmpty)
        {
            return;
        }

        lock (OpenClLibrary.Gate)
            fixed (T* first = values)
            {
                OpenClException.Check(library.Write(
                    queue, buffer.Handle, Waits, 0, (nuint)((long)values.Length * sizeof(T)), first, 0, null, null),
                    "clEnqueueWriteBuffer");
            }
    }

    /// <summary>Reads values from a place in a buffer, once everything before is done.</summary>
    public void Read<T>(OpenClBuffer buffer, long from, Span<T> into)
        where T : unmanaged
    {
        if (into.IsEmpty)
        {
            return;
        }

        lock (OpenClLibrary.Gate)
            fixed (T* first = into)
            {
                OpenClException.Check(library.Read(
                    queue, buffer.Handle, Waits, (nuint)(from * sizeof(T)), (nuint)((long)into.Length * sizeof(T)), first, 0,
                    null, null), "clEnqueueReadBuffer");
            }
    }

    /// <summary>Builds a kernel; what its compiler says is in the refusal.</summary>
    /// <param name="text">OpenCL C 1.2.</param>
    /// <param name="name">Which of its kernels.</param>
    /// <param name="isQuick">Built fast rather than well; it computes the same.</param>
    public OpenClKernel Build(string text, string name, bool isQuick)
    {
        lock (OpenClLibrary.Gate)
        {
            return BuildAlone(text, name, isQuick);
        }
    }

    /// <summary>Runs a kernel over so many work-items, a whole number of groups, and waits for its end.</summary>
    public void Run(OpenClKernel kernel, int items, int group)
    {
        Guard.That(items % group == 0);
        nuint all = (nuint)items;
        nuint together = (nuint)group;
        lock (OpenClLibrary.Gate)
        {
            OpenClException.Check(
                library.Run(queue, kernel.Handle, 1, null, &all, &together, 0, null, null), "clEnqueueNDRangeKernel");
            OpenClException.Check(library.Finish(queue), "clFinish");
        }
    }

    public void Dispose()
    {
        lock (OpenClLibrary.Gate)
        {
            library.ReleaseQueue(queue);
            library.ReleaseContext(context);
        }
    }

    private OpenClKernel BuildAlone(string text, string name, bool isQuick)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        nint program;
        int code;
        fixed (byte* first = bytes)
        {
            byte* start = first;
            nuint length = (nuint)bytes.Length;
            program = library.CreateProgram(context, 1, &start, &length, &code);
        }

        OpenClException.Check(code, "clCreateProgramWithSource");
        nint id = device;
        fixed (byte* options = isQuick ? "-cl-std=CL1.2 -cl-opt-disable\0"u8 : "-cl-std=CL1.2\0"u8)
        {
            code = library.BuildProgram(program, 1, &id, options, 0, 0);
        }

        if (code != OpenClException.Success)
        {
            string log = BuildLog(program);
            library.ReleaseProgram(program);
            throw new OpenClException($"OpenCL: the kernel could not be built (code {code}): {log}");
        }

        nint kernel;
        fixed (byte* called = Encoding.UTF8.GetBytes(name + '\0'))
        {
            kernel = library.CreateKernel(program, called, &code);
        }

        OpenClException.Check(code, "clCreateKernel");
        return new OpenClKernel(library, program, kernel);
    }

    private string BuildLog(nint program)
    {
        const uint log = 0x1183;
        nuint length;
        if (library.GetBuildInfo(program, device, log, 0, null, &length) != OpenClException.Success || length == 0)
        {
            return "no log";
        }

        byte[] text = new byte[(int)length];
        fixed (byte* first = text)
        {
            library.GetBuildInfo(program, device, log, length, first, null);
        }

        return Encoding.UTF8.GetString(text).TrimEnd('\0').Trim();
    }
}

/// <summary>Some of a device's memory.</summary>
internal sealed unsafe class OpenClBuffer(OpenClLibrary library, nint handle) : IDisposable
{
    public nint Handle => handle;

    public void Dispose()
    {
        lock (OpenClLibrary.Gate)
        {
            library.ReleaseBuffer(handle);
        }
    }
}

/// <summary>A built kernel.</summary>
internal sealed unsafe class OpenClKernel(OpenClLibrary library, nint program, nint handle) : IDisposable
{
    public nint Handle => handle;

    /// <summary>Sets its arguments: buffers and whole numbers, from the first on.</summary>
    public void Set(ReadOnlySpan<int> numbers, ReadOnlySpan<OpenClBuffer> buffers)
    {
        uint at = 0;
        lock (OpenClLibrary.Gate)
        {
            foreach (int number in numbers)
            {
                int value = number;
                OpenClException.Check(library.SetArgument(handle, at++, sizeof(int), &value), "clSetKernelArg");
            }

            foreach (OpenClBuffer buffer in buffers)
            {
                nint value = buffer.Handle;
                OpenClException.Check(library.SetArgument(handle, at++, (nuint)nint.Size, &value), "clSetKernelArg");
            }
        }
    }

    public void Dispose()
    {
        lock (OpenClLibrary.Gate)
        {
            library.ReleaseKernel(handle);
            library.ReleaseProgram(program);
        }
    }
}
