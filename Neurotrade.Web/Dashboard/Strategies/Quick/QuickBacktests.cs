using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies.Quick;

/// <summary>
/// The quick backtest of one page: the last question counts. A question ends the run of the one before, runs are never on
/// the circuit, and of all pages together only so many run at once.
/// </summary>
internal sealed class QuickBacktests(QuickCandles candles, TimeProvider clock) : IDisposable
{
    // Half of the cores: a run is short, and pages must stay quick beside it.
    private static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    private readonly ChangeSignal changes = new(clock);
    private readonly Lock gate = new();
    private QuickQuestion? wanted;
    private CancellationTokenSource? running;
    private QuickRun? run;
    private (string Text, string Exchange) storedOf;
    private bool isWorking;
    private bool isGone;

    /// <summary>What the last question came to; null before the first answer.</summary>
    public QuickAnswer? Answer { get; private set; }

    /// <summary>What the text's own values came to over the same candles.</summary>
    public QuickAnswer? Stored { get; private set; }

    /// <summary>Why the last question has no answer.</summary>
    public string? Problem { get; private set; }

    /// <summary>A question is not answered yet.</summary>
    public bool IsWorking
    {
        get
        {
            lock (gate)
            {
                return isWorking;
            }
        }
    }

    /// <summary>How many runs were begun; not every question becomes one.</summary>
    public int Begun { get; private set; }

    /// <summary>How often an indicator was computed over the candles at hand.</summary>
    public int Computed => run?.Computed ?? 0;

    /// <summary>Calls back after changes, at most ten times a second.</summary>
    public IDisposable Subscribe(Action changed) => changes.Subscribe(changed);

    /// <summary>Asks; returns at once.</summary>
    public void Ask(QuickQuestion question)
    {
        lock (gate)
        {
            if (isGone)
            {
                return;
            }

            wanted = question;
            running?.Cancel();
            if (!isWorking)
            {
                isWorking = true;
                _ = Task.Run(WorkAsync);
            }
        }

        changes.Raise();
    }

    public void Dispose()
    {
        lock (gate)
        {
            (isGone, wanted) = (true, null);
            running?.Cancel();
        }

        changes.Dispose();
    }

    private async Task WorkAsync()
    {
        while (Next() is { } next)
        {
            using CancellationTokenSource cancel = next.Cancel;
            try
            {
                await AnswerAsync(next.Question, cancel.Token);
            }
            catch (OperationCanceledException)
            {
                // Another question came, or the page went.
            }
            catch (InputException wrong)
            {
                (Answer, Stored, Problem) = (null, null, string.Join(" ", wrong.Problems.Select(problem => problem.Message)));
                storedOf = default;
            }

            lock (gate)
            {
                running = null;
            }

            changes.Raise();
        }

        changes.Raise();
    }

    private (QuickQuestion Question, CancellationTokenSource Cancel)? Next()
    {
        lock (gate)
        {
            if (wanted is not { } question)
            {
                isWorking = false;
                return null;
            }

            (wanted, running) = (null, new CancellationTokenSource());
            return (question, running);
        }
    }

    private async Task AnswerAsync(QuickQuestion question, CancellationToken cancel)
    {
        Strategy own = Read(question with { Set = question.Set.Clear() });
        QuickSet set = await candles.OpenAsync(own, question.Exchange).WaitAsync(cancel);
        await Turns.WaitAsync(cancel);
        try
        {
            if (run?.Set != set)
            {
                run = new QuickRun(set);
                storedOf = default;
            }

            if (storedOf != (question.Text, question.Exchange))
            {
                Begun++;
                Stored = run.Of(own, cancel);
                storedOf = (question.Text, question.Exchange);
            }

            if (question.Set.IsEmpty)
            {
                (Answer, Problem) = (Stored, null);
                return;
            }

            Begun++;
            (Answer, Problem) = (run.Of(Read(question), cancel), null);
        }
        finally
        {
            Turns.Release();
        }
    }

    private static Strategy Read(QuickQuestion question)
    {
        StrategyCheck check = StrategyCheck.Of(question.Text, question.Name, question.Set);
        return check.Strategy ?? throw new InputException(check.Problems);
    }
}
