#pragma warning disable IDE0130 // A small house with deliberate faults; its rooms are namespaces of one file.
#pragma warning disable CA1822

namespace Neurotrade.Tests.Architecture.Sample.Lower
{
    internal sealed class Clean
    {
        public int Value => 1;
    }

    /// <summary>Names the upper room only inside a method, behind <c>var</c>.</summary>
    internal sealed class HidesInBody
    {
        public int Value()
        {
            var upper = Upper.Room.Make();
            return upper.GetHashCode();
        }
    }

    /// <summary>Names it only in a lambda, which the compiler moves to a type of its own.</summary>
    internal sealed class HidesInLambda
    {
        public Func<object> Value() => () => Upper.Room.Make();
    }

    /// <summary>Names it only as a type argument.</summary>
    internal sealed class HidesInGeneric
    {
        public List<Upper.Room[]>? Rooms { get; init; }
    }
}

namespace Neurotrade.Tests.Architecture.Sample.Upper
{
    internal sealed class Room
    {
        public static Room Make() => new();

        public int Lower() => new Lower.Clean().Value;
    }
}

namespace Neurotrade.Tests.Architecture.Sample.Shed
{
    internal sealed class Homeless;
}
