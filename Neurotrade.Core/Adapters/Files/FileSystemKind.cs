using System.Runtime.InteropServices;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>Whether a folder lies on a file system over a network, on which a lock does not hold between machines.</summary>
internal static partial class FileSystemKind
{
    private const int MoreThanStatfsBytes = 512;

    /// <summary>The network file system's name; null where the folder is on a local one, or where nobody can tell.</summary>
    public static unsafe string? NetworkNameOf(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // The kind is the structure's first word on every Linux.
        byte* facts = stackalloc byte[MoreThanStatfsBytes];
        return StatFs(folder, facts) == 0 ? NetworkName(*(nint*)facts & 0xFFFF_FFFF) : null;
    }

    /// <summary>The name behind a kind as statfs(2) lists them; null for local ones.</summary>
    public static string? NetworkName(long kind) => kind switch
    {
        0x6969 => "NFS",
        0xFF53_4D42 => "CIFS",
        0xFE53_4D42 => "SMB2",
        0x517B => "SMB",
        0x6573_5546 => "FUSE",
        0x0102_1997 => "9P",
        0x00C3_6400 => "Ceph",
        0x5346_414F or 0x6B41_4653 => "AFS",
        0x7375_7245 => "Coda",
        0x564C => "NCP",
        0x0BD0_0BD0 => "Lustre",
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "statfs", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatFs(string path, byte* facts);
}
