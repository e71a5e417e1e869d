using System.Text.RegularExpressions;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>What a new strategy begins as.</summary>
internal static partial class StrategyTemplate
{
    /// <summary>The smallest strategy that shows every part that most have; it runs as it is.</summary>
    public const string Smallest = """
        schema: 1
        name: new-strategy
        description: Say in a sentence what it waits for, and why that should pay.

        market:
          exchange: binance
          symbols: [BTC/USDT]
          timeframe: 1h

        parameters:
          fast: { value: 20, min: 5, max: 50, step: 5 }

        indicators:
          fast: { type: ema, period: $fast }
          slow: { type: ema, period: 100 }

        rules:
          entry:
            all:
              - crosses_above(fast, slow)
          exit:
            any:
              - crosses_below(fast, slow)

        orders:
          size: { percent_of_equity: 95% }

        costs:
          fee: 0.1%
          slippage: 0.02%

        """;

    /// <summary>
    /// The text with the file's name as the strategy's own, by which runs are told apart; as it is where it cannot carry one.
    /// </summary>
    public static string Named(string text, string fileName)
    {
        string name = NotInNames().Replace(Path.GetFileNameWithoutExtension(fileName), "-");
        StrategyText parts = StrategyText.Read(text);
        if (parts.Value("name") is null)
        {
            return text;
        }

        TextEdit edit = parts.SetValue("name", name);
        return edit.Refusal is null && StrategyCheck.Of(edit.Text, fileName).Problems.Count <= StrategyCheck.Of(text, fileName).Problems.Count
            ? edit.Text
            : text;
    }

    [GeneratedRegex("[^A-Za-z0-9_.-]+")]
    private static partial Regex NotInNames();
}
