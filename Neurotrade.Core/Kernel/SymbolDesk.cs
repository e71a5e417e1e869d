using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Kernel;

/// <summary>What the kernel keeps of one symbol: its position, its working orders, and the trade under way.</summary>
internal sealed class SymbolDesk<T>(Position<T> position)
    where T : struct, INumber<T>
{
    public Position<T> Position { get; } = position;

    /// <summary>The entry that is working: not filled, or not wholly.</summary>
    public Order<T>.Entry? Entry { get; set; }

    /// <summary>The exit that is working; with it everything is on its way out.</summary>
    public Order<T>.Exit? Exit { get; set; }

    public int TradeId { get; set; }

    public int EntryBar { get; set; }

    public long EntryMillis { get; set; }

    /// <summary>Average true range at the signal bar of the entry.</summary>
    public double EntryAtr { get; set; }

    public string Tag { get; set; } = string.Empty;

    /// <summary>The first of the order ids of the levels that guard the position.</summary>
    public int ProtectionOrderId { get; set; }

    /// <summary>Entry rules are ignored at the closes of bars before this one (contracts 4.13).</summary>
    public int CooledDownAtBar { get; set; }

    public bool IsTaken => Position.IsOpen || Entry is not null;
}
