using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>What a person tells of a file.</summary>
/// <param name="Symbol">Null where it was not asked.</param>
/// <param name="Timeframe">Null where it was not asked.</param>
/// <param name="ForAll">Every file that asks the same is meant.</param>
public sealed record ImportAnswer(Symbol? Symbol, Timeframe? Timeframe, bool ForAll);

/// <summary>Asks what neither a file's name nor its rows tell, with what was found in it.</summary>
public sealed partial class ImportQuestion
{
    private string symbol = string.Empty;
    private string timeframe = string.Empty;
    private string? symbolProblem;
    private string? timeframeProblem;

    [Parameter, EditorRequired]
    public required FileImport Import { get; set; }

    [Parameter, EditorRequired]
    public required FileQuestion Question { get; set; }

    /// <summary>Files that ask the same, this one too.</summary>
    [Parameter]
    public int Alike { get; set; } = 1;

    /// <summary>What was told, once it can be used.</summary>
    [Parameter]
    public EventCallback<ImportAnswer> Answered { get; set; }

    private string Found => Question.Rows == 1
        ? $"1 row, {Figures.Time(Question.FirstMillis)}. {Missing}"
        : $"{Figures.Number(Question.Rows, 0)} rows, {Figures.Time(Question.FirstMillis)} to {Figures.Time(Question.LastMillis)}. {Missing}";

    private string Missing => (Question.AsksSymbol, Question.AsksTimeframe) switch
    {
        (true, false) => "Its name tells no symbol.",
        (false, true) => TimeframeMissing,
        _ => $"Its name tells no symbol. {TimeframeMissing}",
    };

    private string TimeframeMissing => Question.SpacingMillis == 0
        ? "One row does not tell the timeframe."
        : $"Rows {Figures.Span(Question.SpacingMillis)} apart tell no timeframe.";

    private async Task AnswerAsync(bool forAll)
    {
        string typed = symbol.Trim();
        bool isSymbol = Symbol.TryParse(typed, out Symbol pair) || Symbol.TryParseJoined(typed, out pair);
        bool isTimeframe = Timeframe.TryParse(timeframe.Trim(), out Timeframe length);
        symbolProblem = !Question.AsksSymbol || isSymbol ? null : "Expected a pair such as BTC/USDT.";
        timeframeProblem = !Question.AsksTimeframe ? null
            : !isTimeframe ? "Expected a length such as 15m, 4h or 1d."
            : Question.SpacingMillis > 0 && length.Millis > Question.SpacingMillis
                ? $"Expected no more than {Figures.Span(Question.SpacingMillis)}, which its rows are apart."
            : null;
        if (symbolProblem is null && timeframeProblem is null)
        {
            await Answered.InvokeAsync(new ImportAnswer(
                Question.AsksSymbol ? pair : null, Question.AsksTimeframe ? length : null, forAll));
        }
    }
}
