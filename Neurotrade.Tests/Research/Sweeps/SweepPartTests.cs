using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class SweepPartTests
{
    private static readonly byte[] Identity = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    // A sweep killed at any moment: every length that the file can have been cut to.
    [Fact]
    public void Resume_CutAnywhere_KeepsEveryWholeRowAndGoesOn()
    {
        byte[] whole = Bytes(4);
        int head = Bytes(0).Length;
        int row = (whole.Length - head) / 4;
        for (int length = 0; length <= whole.Length; length++)
        {
            using MemoryStream cut = Stream(whole[..length]);
            SweepPart part = SweepPart.Resume(cut, Identity, "sweep.part");
            Assert.Equal(length < head ? 0 : (length - head) / row, part.Count);
            for (int next = part.Count; next < 4; next++)
            {
                part.Append(Row(next));
            }

            Assert.Equal(whole, cut.ToArray());
        }
    }

    // What a power cut leaves where a file had grown before its content was there.
    [Fact]
    public void Resume_TornContent_EndsBeforeTheFirstRowThatIsNotWhole()
    {
        byte[] whole = Bytes(3);
        int head = Bytes(0).Length;
        int row = (whole.Length - head) / 3;
        for (int at = head; at < whole.Length; at += 5)
        {
            byte[] torn = [.. whole];
            torn[at] ^= 0x10;
            SweepPart part = SweepPart.Resume(Stream(torn), Identity, "sweep.part");
            Assert.Equal((at - head) / row, part.Count);
        }

        byte[] zeroed = [.. whole];
        zeroed.AsSpan(head + row).Clear();
        Assert.Equal(1, SweepPart.Resume(Stream(zeroed), Identity, "sweep.part").Count);
    }

    [Fact]
    public void Resume_OfAnotherSweepOrAnotherFile_IsRefused()
    {
        byte[] other = [.. Identity];
        other[31]++;
        Assert.Contains("another sweep", Refusal(Bytes(2), other), StringComparison.Ordinal);
        Assert.Contains("no part of a sweep", Refusal([.. Enumerable.Repeat((byte)'x', 500)], Identity), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_ReadBack_AreTheSameBits()
    {
        SweepPart part = SweepPart.Resume(Stream(Bytes(3)), Identity, "sweep.part");

        SweepRow[] rows = [.. part.ReadAll()];

        Assert.Equal([0, 1, 2], rows.Select(row => row.Combination));
        Assert.Equal(Sweeps.Bits(Row(2).Figures), Sweeps.Bits(rows[2].Figures));
    }

    private static string Refusal(byte[] bytes, byte[] identity) => Assert.Single(
        Assert.Throws<InputException>(() => SweepPart.Resume(Stream(bytes), identity, "sweep.part")).Problems).ToString();

    private static byte[] Bytes(int rows)
    {
        using MemoryStream stream = new();
        SweepPart part = SweepPart.Begin(stream, Identity);
        for (int i = 0; i < rows; i++)
        {
            part.Append(Row(i));
        }

        return stream.ToArray();
    }

    private static SweepRow Row(int i) => new(
        i, [.. Enumerable.Range(0, RunFigures.Count).Select(figure => figure == 3 ? double.NaN : (figure * 0.1) + i)]);

    private static MemoryStream Stream(byte[] bytes)
    {
        MemoryStream stream = new();
        stream.Write(bytes);
        return stream;
    }
}
