using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Dashboard.Imports;

/// <summary>Small candle files.</summary>
internal static class CandleTexts
{
    /// <summary>Generic CSV of hours; one may be left out, one invalid, and one stand in the file twice.</summary>
    public static byte[] Hours(int count, int skip = -1, int bad = -1, int twice = -1, double close = 105)
    {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int hour = 0; hour < count; hour++)
        {
            for (int i = hour == skip ? 1 : hour == twice ? -1 : 0; i < 1; i++)
            {
                string high = hour == bad ? "1" : "110";
                text.Append(new Instant(StoredRuns.From.UnixMillis + (hour * 3_600_000L))).Append(",100,").Append(high).Append(",90,");
                text.Append(Numbers.Text(close)).Append(",5\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
