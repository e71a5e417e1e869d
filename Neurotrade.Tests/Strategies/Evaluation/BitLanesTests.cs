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
    public void Relate_AnyForm_IsThePlainOne(int length)
    {
        (double[] a, double[] b) = Columns(length);
        int whole = length / 64;
        ulong[][] plain = Bits(length, (in RelationRoom room) => BitLanes.RelatePlain(a, b, 0, room));
        Assert.Equal(plain, Bits(length, (in RelationRoom room) => BitLanes.Relate(a, b, room)));
        ulong[][] plainWhole = [.. plain.Select(words => words[..whole])];
        Assert.Equal(plainWhole, Bits(whole * 64, (in RelationRoom room) => BitLanes.Relate256(a, b, whole, room)));
        Assert.Equal(plainWhole, Bits(whole * 64, (in RelationRoom room) => BitLanes.Relate512(a, b, whole, room)));
        for (int i = 0; i < length; i++)
        {
            bool[] expected = [a[i] > b[i], a[i] <= b[i], a[i] < b[i], a[i] >= b[i], a[i] == b[i], a[i] < b[i] || a[i] > b[i]];
            Assert.Equal(expected, plain.Select(words => (words[i / 64] >> (i % 64) & 1) != 0));
        }
    }

    // Each side by itself is what it is among all.
    [Fact]
    public void Relate_OneSideAsked_IsThatOfAll()
    {
        (double[] a, double[] b) = Columns(640);
        ulong[][] all = Bits(640, (in RelationRoom room) => BitLanes.Relate(a, b, room));
        for (int side = 0; side < all.Length; side++)
        {
            ulong[] words = new ulong[10];
            BitLanes.Relate(a, b, Room([.. Enumerable.Range(0, all.Length).Select(i => i == side ? words : [])]));
            Assert.Equal(all[side], words);
        }
    }

    private delegate void Form(in RelationRoom room);

    private static ulong[][] Bits(int length, Form form)
    {
        ulong[][] words = [.. Enumerable.Range(0, 6).Select(_ => new ulong[(length + 63) / 64])];
        form(Room(words));
        return words;
    }

    private static RelationRoom Room(ulong[][] words) => new()
    {
        Above = words[0],
        NotAbove = words[1],
        Below = words[2],
        NotBelow = words[3],
        Same = words[4],
        NotSame = words[5],
    };

    private static (double[] A, double[] B) Columns(int length)
    {
        Random random = new(length);
        double[] values = [1, 2, -0.0, 0, double.NaN, double.Epsilon, 1e300];
        return ([.. Enumerable.Range(0, length).Select(_ => values[random.Next(values.Length)])],
            [.. Enumerable.Range(0, length).Select(_ => values[random.Next(values.Length)])]);
    }
}
