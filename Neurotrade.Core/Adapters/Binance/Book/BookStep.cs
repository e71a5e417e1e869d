namespace Neurotrade.Core.Adapters.Binance.Book;

/// <summary>What became of an update or a snapshot.</summary>
public enum BookStep
{
    /// <summary>It is in the book that is shown.</summary>
    Applied,

    /// <summary>It waits for a snapshot.</summary>
    Held,

    /// <summary>Nothing new: it came before, or was not wanted.</summary>
    Ignored,

    /// <summary>Updates before it are missing: the book is given up, and this one waits for a snapshot.</summary>
    Gap,

    /// <summary>The snapshot is older than the updates that wait for it: another is wanted.</summary>
    TooOld,

    /// <summary>The book that comes of it cannot be right: it is given up.</summary>
    Unusable,
}
