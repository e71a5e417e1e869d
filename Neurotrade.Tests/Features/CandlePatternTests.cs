using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Each candle pattern on candles drawn for it, after ten usual ones of body 10 and range 20.</summary>
public sealed class CandlePatternTests
{
    // The last candles as open, high, low, close; the usual ones before them lie around 1000.
    public static TheoryData<string, double[], double> Cases => new()
    {
        { "engulfing", [1000, 1002, 988, 990, 989, 1006, 988, 1005], 100 },
        { "engulfing", [990, 1002, 988, 1000, 1001, 1003, 984, 985], -100 },
        { "engulfing", [990, 1002, 988, 1000, 989, 1006, 988, 1005], 0 },
        { "harami", [1010, 1012, 988, 990, 995, 1004, 993, 1000], 100 },
        { "harami", [990, 1012, 988, 1010, 1005, 1006, 996, 1000], -100 },
        { "hammer", [1000, 1002, 988, 990, 986, 989, 970, 988], 100 },
        { "hammer", [1000, 1002, 988, 990, 1006, 1009, 990, 1008], 0 },
        { "hanging_man", [990, 1002, 988, 1000, 1006, 1009, 990, 1008], -100 },
        { "inverted_hammer", [1000, 1002, 988, 990, 986, 1004, 985, 988], 100 },
        { "shooting_star", [990, 1002, 988, 1000, 1003, 1020, 1002, 1004], -100 },
        { "piercing_line", [1010, 1012, 988, 990, 986, 1006, 985, 1005], 100 },
        { "piercing_line", [1010, 1012, 988, 990, 986, 999, 985, 998], 0 },
        { "dark_cloud_cover", [990, 1012, 988, 1010, 1014, 1015, 990, 995], -100 },
        { "morning_star", [1010, 1012, 988, 990, 988, 991, 984, 986, 989, 1006, 988, 1004], 100 },
        { "morning_star", [1010, 1012, 988, 990, 988, 991, 984, 986, 980, 1006, 978, 992], 0 },
        { "evening_star", [990, 1012, 988, 1010, 1012, 1016, 1009, 1014, 1011, 1012, 990, 992], -100 },
        { "three_white_soldiers", [990, 1001, 988, 1000, 998, 1011, 996, 1010, 1008, 1021, 1006, 1020], 100 },
        { "three_white_soldiers", [990, 1001, 988, 1000, 998, 1011, 996, 1010, 1008, 1030, 1006, 1020], 0 },
        { "three_black_crows", [1010, 1012, 999, 1000, 1002, 1004, 989, 990, 992, 994, 979, 980], -100 },
        { "spinning_top", [1000, 1010, 994, 1004], 100 },
        { "spinning_top", [1004, 1010, 994, 1000], -100 },
        { "dragonfly_doji", [1000, 1001, 985, 1000], 100 },
        { "gravestone_doji", [1000, 1015, 999, 1000], -100 },
        { "inside_bar", [1000, 1010, 990, 1005, 1002, 1009, 991, 1000], 100 },
        { "outside_bar", [1000, 1010, 990, 1005, 1002, 1011, 989, 1008], 100 },
        { "outside_bar", [1000, 1010, 990, 1005, 1002, 1011, 989, 992], -100 },
        { "tweezer_bottom", [1000, 1002, 985, 990, 990, 1004, 985, 1000], 100 },
        { "tweezer_top", [990, 1005, 988, 1000, 1000, 1005, 986, 990], -100 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pattern_OnCandlesDrawnForIt_IsFound(string name, double[] last, double expected)
    {
        IIndicator pattern = IndicatorCatalog.Find(name)!.Create([]);
        double[] row = [0];
        int bar = 0;
        void Take(double open, double high, double low, double close) =>
            pattern.Update(new Candle(bar++ * 60_000L, open, high, low, close, 1), row);

        for (int i = 0; i < 12; i++)
        {
            // Up and down by turns.
            Take(i % 2 == 0 ? 995 : 1005, 1010, 990, i % 2 == 0 ? 1005 : 995);
        }

        for (int i = 0; i < last.Length; i += 4)
        {
            Take(last[i], last[i + 1], last[i + 2], last[i + 3]);
        }

        Assert.Equal(expected, row[0]);
    }

    [Fact]
    public void Patterns_OfTheCatalogue_AllHaveACaseThatIsFound()
    {
        HashSet<string> found = [.. Cases.Where(row => row.Data.Item3 != 0).Select(row => row.Data.Item1)];
        Assert.All(
            IndicatorCatalog.All.Where(d => d.Group == IndicatorGroups.Patterns && d.Parameters.IsEmpty),
            definition => Assert.Contains(definition.Name, found));
    }
}
