namespace Neurotrade.Web.Components.Controls;

/// <summary>
/// Words that were put into the address and come back out of it a moment later. What comes back must not undo what was
/// typed since.
/// </summary>
internal sealed class ToldWords
{
    // Not come back yet, the oldest first.
    private readonly Queue<string> underWay = new();

    public void Tell(string words) => underWay.Enqueue(words);

    /// <summary>Whether what comes is only what was told; else it is news, and nothing is under way any more.</summary>
    public bool TakeBack(string words)
    {
        if (!underWay.Contains(words))
        {
            underWay.Clear();
            return false;
        }

        while (underWay.Dequeue() != words)
        {
            // What was told before it has been passed over.
        }

        return true;
    }
}
