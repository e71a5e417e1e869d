using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Tests.Strategies.Evaluation;

/// <summary>Every form that this machine can run gives the bits of the plain one.</summary>
public sealed class BitLanesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(2048)]
    [InlineData(2047)]
    public void Greater_AnyForm_IsThePlainOne(int length)
    {
        (double[] a, double[] b) = Columns(length);
        (ulong[] isTrue, ulong[] isFalse) = (new ulong[(length + 63) / 64], new ulong[(length + 63) / 64]);
        BitLanes.GreaterPlain(a, b, isTrue, isFalse);

        Check(a, b, isTrue, isFalse, BitLanes.Greater);
        int whole = length / 64 * 64;
        Check(a[..whole], b[..whole], isTrue[..(whole / 64)], isFalse[..(whole / 64)],
            (x, y, t, f) => BitLanes.Greater256(x, y, whole / 64, t, f));
        Check(a[..whole], b[..whole], isTrue[..(whole / 64)], isFalse[..(whole / 64)],
            (x, y, t, f) => BitLanes.Greater512(x, y, whole / 64, t, f));
        for (int i = 0; i < length; i++)
        {
            Assert.Equal((a[i] > b[i], a[i] <= b[i]), ((isTrue[i / 64] >> (i % 64) & 1) != 0, (isFalse[i / 64] >> (i % 64) & 1) != 0));
        }
    }

    private delegate void Form(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<ulong> isTrue, Span<ulong> isFalse);

    private static void Check(double[] a, double[] b, ulong[] isTrue, ulong[] isFalse, Form form)
    {
        (ulong[] t, ulong[] f) = (new ulong[isTrue.Length], new ulong[isFalse.Length]);
        form(a, b, t, f);
        Assert.Equal(isTrue, t);
        Assert.Equal(isFalse, f);
        t.AsSpan().Clear();
        form(a, b, t, []);
        Assert.Equal(isTrue, t);
    }

    private static (double[] A, double[] B) Columns(int length)
    {
        Random random = new(length);
        double[] values = [1, 2, -0.0, 0, double.NaN, double.Epsilon, 1e300];
        return ([.. Enumerable.Range(0, length).Select(_ => values[random.Next(values.Length)])],
            [.. Enumerable.Range(0, length).Select(_ => values[random.Next(values.Length)])]);
    }
}
