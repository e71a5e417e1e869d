using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>Small files that are there wholly or not at all, also after the power went.</summary>
internal static class WholeFile
{
    private static readonly RealDisk Disk = new();

    /// <summary>Writes a text under another name, flushes it, and gives it its name at once.</summary>
    public static void Write(string path, string text)
    {
        string folder = Path.GetDirectoryName(path)!;
        Disk.CreateFolder(folder);
        string part = Path.Combine(folder, $".{Path.GetRandomFileName()}.part");
        try
        {
            using (IDiskFile file = Disk.Open(part, isEmptied: true))
            {
                file.Write(Encoding.UTF8.GetBytes(text), 0);
                file.Flush();
            }

            Disk.Rename(part, path);
        }
        catch
        {
            File.Delete(part);
            throw;
        }

        Disk.FlushFolder(folder);
    }
}
