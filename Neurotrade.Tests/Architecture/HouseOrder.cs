namespace Neurotrade.Tests.Architecture;

/// <summary>The rooms of the house in their order: each may name only those before it (architecture.md, rule 1).</summary>
internal sealed class HouseOrder(string root, params string[] rooms)
{
    /// <summary>Neurotrade.Core.</summary>
    public static HouseOrder Core { get; } = new(
        "Neurotrade.Core", "Market", "Ingestion", "Features", "Accounts", "Strategies", "Agents", "Risk", "Orders",
        "Kernel", "Simulation", "Live", "Research", "Adapters");

    /// <summary>A line for each arrow that points the wrong way, and for each type in no known room.</summary>
    public IReadOnlyList<string> Violations(IEnumerable<Type> types)
    {
        Type[] ours = [.. types.Where(type => IsOurs(type.Namespace))];
        IEnumerable<string> homeless = ours
            .Where(type => RoomOf(type.Namespace) < 0)
            .Select(type => $"{type} is in no room of the house");
        IEnumerable<string> backward = CodeArrows.Of(ours)
            .Where(arrow => IsOurs(arrow.To.Namespace) && RoomOf(arrow.To.Namespace) > RoomOf(arrow.From.Namespace))
            .Select(arrow => $"{arrow.From} names {arrow.To}");
        return [.. homeless.Concat(backward).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The place of the room that a namespace stands for; −1 where it stands for none.</summary>
    public int RoomOf(string? name) => name is null || name.Length <= root.Length
        ? -1
        : Array.IndexOf(rooms, name[(root.Length + 1)..].Split('.')[0]);

    private bool IsOurs(string? name) => name is not null
        && (name == root || name.StartsWith($"{root}.", StringComparison.Ordinal));
}
