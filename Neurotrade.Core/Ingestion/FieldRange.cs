namespace Neurotrade.Core.Ingestion;

/// <summary>Where a field of a line lies, without blanks and quotes around it.</summary>
internal readonly record struct FieldRange(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> line) => line.Slice(Start, Length);

    /// <summary>Splits at commas; gives the number of fields, which may be more than <paramref name="fields"/> holds.</summary>
    public static int Split(ReadOnlySpan<byte> line, Span<FieldRange> fields)
    {
        int count = 0;
        int start = 0;
        while (true)
        {
            int end = start < line.Length ? line[start..].IndexOf((byte)',') : -1;
            end = end < 0 ? line.Length : start + end;
            if (count < fields.Length)
            {
                fields[count] = Trim(line, start, end);
            }

            count++;
            if (end == line.Length)
            {
                return count;
            }

            start = end + 1;
        }
    }

    private static FieldRange Trim(ReadOnlySpan<byte> line, int start, int end)
    {
        while (start < end && line[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && line[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        bool isQuoted = end - start >= 2 && line[start] == '"' && line[end - 1] == '"';
        return isQuoted ? new FieldRange(start + 1, end - start - 2) : new FieldRange(start, end - start);
    }
}
