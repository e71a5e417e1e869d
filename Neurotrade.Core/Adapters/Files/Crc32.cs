using System.Buffers.Binary;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>The checksum of zip and gzip: CRC-32 with the reflected polynomial 0xEDB88320, eight bytes at a time.</summary>
internal sealed class Crc32
{
    private static readonly uint[] Tables = MakeTables();
    private uint register = uint.MaxValue;

    /// <summary>The checksum of the bytes so far.</summary>
    public uint Value => ~register;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = register;
        uint[] t = Tables;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            ulong eight = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = t[0x700 + (byte)eight] ^ t[0x600 + (byte)(eight >> 8)] ^ t[0x500 + (byte)(eight >> 16)]
                ^ t[0x400 + (byte)(eight >> 24)] ^ t[0x300 + (byte)(eight >> 32)] ^ t[0x200 + (byte)(eight >> 40)]
                ^ t[0x100 + (byte)(eight >> 48)] ^ t[(byte)(eight >> 56)];
        }

        foreach (byte one in bytes)
        {
            crc = t[(byte)(crc ^ one)] ^ (crc >> 8);
        }

        register = crc;
    }

    // Table k gives what a byte does to the register when k more bytes follow it.
    private static uint[] MakeTables()
    {
        uint[] tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }

            tables[i] = crc;
        }

        for (int i = 256; i < tables.Length; i++)
        {
            uint before = tables[i - 256];
            tables[i] = (before >> 8) ^ tables[(byte)before];
        }

        return tables;
    }
}
