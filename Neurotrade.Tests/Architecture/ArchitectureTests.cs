using System.Reflection;
using System.Xml.Linq;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Architecture.Sample.Lower;

namespace Neurotrade.Tests.Architecture;

public sealed class ArchitectureTests
{
    private static readonly string[] Infrastructure =
    [
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "StackExchange.Redis", "Npgsql",
        "Radzen", "System.CommandLine", "Quartz", "neurotrade",
    ];

    private static Assembly Core => typeof(Candle).Assembly;

    [Fact]
    public void Core_EveryArrow_PointsToARoomBefore() => Assert.Empty(HouseOrder.Core.Violations(Core.GetTypes()));

    [Fact]
    public void Core_EveryFolder_IsARoomOfTheHouse()
    {
        IEnumerable<string> folders = Directory.GetDirectories(Path.Combine(Repository.Root, "Neurotrade.Core"))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj"));

        Assert.All(folders, name => Assert.True(HouseOrder.Core.RoomOf($"Neurotrade.Core.{name}") >= 0, name));
    }

    [Fact]
    public void Core_References_AreNoInfrastructure()
    {
        IEnumerable<string> names = Core.GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(names, name => Infrastructure.Any(part => name.StartsWith(part, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Neurotrade.Core")]
    [InlineData("Neurotrade.Benchmarks", "Neurotrade.Core")]
    public void Project_References_AreOnlyThoseAllowed(string project, params string[] allowed)
    {
        XDocument file = XDocument.Load(Path.Combine(Repository.Root, project, $"{project}.csproj"));

        IEnumerable<string> referenced = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Subset(allowed.ToHashSet(), referenced.ToHashSet());
    }

    [Fact]
    public void Check_OfAHouseWithFaults_FindsEachAndNothingElse()
    {
        var order = new HouseOrder("Neurotrade.Tests.Architecture.Sample", "Lower", "Upper");

        IReadOnlyList<string> found = order.Violations(typeof(Clean).Assembly.GetTypes());

        const string sample = "Neurotrade.Tests.Architecture.Sample";
        string[] expected =
        [
            $"{sample}.Lower.HidesInBody names {sample}.Upper.Room",
            $"{sample}.Lower.HidesInGeneric names {sample}.Upper.Room",
            $"{sample}.Lower.HidesInLambda names {sample}.Upper.Room",
            $"{sample}.Shed.Homeless is in no room of the house",
        ];
        Assert.Equal(expected, found);
    }
}
