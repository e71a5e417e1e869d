using System.Globalization;
using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

// The oracle is the base library's own parser, which rounds correctly.
public sealed class DecimalTextTests
{
    private static double Expected(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool TryParse(string text, out double value) =>
        DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out value);

    [Theory]
    [InlineData("0")]
    [InlineData("7195.24000000")]
    [InlineData("0.00000001")]
    [InlineData("123456789.12345678")]
    [InlineData("9007199254740993")]
    [InlineData("9007199254740992.5")]
    [InlineData("9007199254740993.00000000000001")]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625")]
    [InlineData("99999999999999999999")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("4.9406564584124654e-324")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("1e23")]
    [InlineData("8.5E-05")]
    [InlineData("+1.5")]
    [InlineData("-1.5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("000000000000000000000000000000000000001.5")]
    public void TryParse_HardNumbers_AreTheNearestDouble(string text)
    {
        Assert.True(TryParse(text, out double value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(Expected(text)), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e999")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 5")]
    [InlineData(" 1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("$1")]
    [InlineData("=1+1")]
    [InlineData("١٢")]
    [InlineData("11111111111111111111111111111111111111111111111111111111111111111")]
    public void TryParse_WhatIsNoNumber_IsRefused(string text) => Assert.False(TryParse(text, out _));

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void TryParse_RandomDigits_AreTheNearestDouble(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            string text = RandomNumber(random);
            Assert.True(TryParse(text, out double value) && value.Equals(Expected(text)), $"seed {seed}: {text}");
        }
    }

    // The fast path over a kline's line must read the same bits as the general one.
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void KlineLine_RandomNumbers_AreTheNearestDoubleOrLeftToTheGeneralPath(int seed)
    {
        Random random = new(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string[] numbers = [.. Enumerable.Range(0, 5).Select(_ => RandomNumber(random))];
            byte[] line = new byte[512];
            string text = $"1577836800000,{string.Join(',', numbers)},1577836859999,1,2,3,4,0\n";
            Encoding.UTF8.GetBytes(text, line);
            KlineLine fast = default;
            if (fast.TryRead(ref line[0], out int length))
            {
                read++;
                double[] values = [fast.Open, fast.High, fast.Low, fast.Close, fast.Volume];
                Assert.True(values.SequenceEqual(numbers.Select(Expected)), $"seed {seed}: {text}");
                Assert.Equal((text.Length, 1577836800000, 1577836859999), (length, fast.OpenMillis, fast.CloseMillis));
            }
        }

        Assert.InRange(read, 100, 20_000);
    }

    [Theory]
    [InlineData("1577836800000,1,1,1,1,1,1577836859999,1,2,3,4")]
    [InlineData("1577836800000,1,1,1,1,1,1577836859999,1,2,3,4,0,0")]
    [InlineData("157783680000,1,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000,1,1,1,1,1,x,1,2,3,4,0")]
    [InlineData("1577836800000,-1,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000,1.,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000,.5,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000,1e1,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000123,1,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000,,1,1,1,1,1577836859999,1,2,3,4,0")]
    [InlineData("1577836800000")]
    [InlineData("")]
    public void KlineLine_AnythingUnusual_IsLeftToTheGeneralPath(string text)
    {
        byte[] line = new byte[text.Length + 1 + KlineLine.Slack];
        Encoding.UTF8.GetBytes(text + "\n", line);

        Assert.False(default(KlineLine).TryRead(ref line[0], out _));
    }

    // Whatever a few wrong bytes make of a line: what the fast path takes, the general path takes too, and the same.
    [Theory]
    [InlineData(33)]
    [InlineData(34)]
    public void KlineLine_GarbledLine_IsReadAsTheGeneralPathReadsIt(int seed)
    {
        const string sound = "1577836800000,7195.24000000,7196.25,7183,0.14000000,51.64281200,1577836859999,371233.5,493,19.59,140.88,0\n";
        byte[] likely = "0123456789.,,,-+e\"\r\n /:"u8.ToArray();
        Random random = new(seed);
        int taken = 0;
        for (int i = 0; i < 60_000; i++)
        {
            byte[] line = new byte[sound.Length + KlineLine.Slack];
            Encoding.UTF8.GetBytes(sound, line);
            for (int left = random.Next(1, 4); left > 0; left--)
            {
                line[random.Next(sound.Length - 1)] = random.Next(5) == 0 ? (byte)random.Next(256) : likely[random.Next(likely.Length)];
            }

            KlineLine fast = default;
            if (fast.TryRead(ref line[0], out int length))
            {
                taken++;
                Candle candle = new(fast.OpenMillis, fast.Open, fast.High, fast.Low, fast.Close, fast.Volume);
                CandleLine plain = CandleLine.Read(line.AsSpan(0, length - 1), CandleLayout.Kline);
                Assert.True(length == line.AsSpan().IndexOf((byte)'\n') + 1, $"seed {seed} round {i}");
                Assert.True((plain.Refusal is null) == candle.IsValid, $"seed {seed} round {i}: {plain.Refusal}");
                Assert.True(!candle.IsValid || plain.Candle == candle, $"seed {seed} round {i}");
                Assert.True(!candle.IsValid || plain.Duration == fast.CloseMillis - fast.OpenMillis, $"seed {seed} round {i}");
            }
        }

        Assert.InRange(taken, 1000, 59_000);
    }

    private static string RandomNumber(Random random)
    {
        StringBuilder text = new();
        int whole = random.Next(1, random.Next(4) == 0 ? 20 : 7);
        int decimals = random.Next(4) == 0 ? random.Next(0, 19) : random.Next(3) == 0 ? random.Next(0, 9) : 8;
        for (int i = 0; i < whole; i++)
        {
            text.Append((char)('0' + random.Next(10)));
        }

        for (int i = 0; i < decimals; i++)
        {
            text.Append(i == 0 ? "." : string.Empty).Append((char)('0' + random.Next(10)));
        }

        return text.ToString();
    }
}
