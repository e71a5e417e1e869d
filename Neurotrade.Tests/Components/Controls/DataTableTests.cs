using AngleSharp.Dom;
using Bunit;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class DataTableTests : BunitContext
{
    private static readonly TableColumn<int>[] Columns =
    [
        new("name", "Name", row => $"row {row}", row => $"{row:D4}"),
        new("size", "Size", row => Numbers.Text(row * 10), row => row, "r"),
        new("note", "Note", _ => "x"),
    ];

    private TableView? told;
    private int? pressed;

    [Fact]
    public void ManyRows_ComeInPagesOfFifty()
    {
        IRenderedComponent<DataTable<int>> table = Show(120, new TableView(Page: 3));

        Assert.Equal(Enumerable.Range(100, 20).Select(row => $"row {row}"), Cells(table));
        Assert.Contains("101–120 of 120", table.Find("footer").TextContent, StringComparison.Ordinal);
        Assert.True(Turn(table, "Page after").HasAttribute("disabled"));
        Turn(table, "Page before").Click();
        Assert.Equal(2, told!.Page);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public void APage_ThatIsNone_IsTheNearest(int page) =>
        Assert.Equal(page == 0 ? "row 0" : "row 50", Cells(Show(60, new TableView(Page: page))).First());

    [Fact]
    public void AHead_ThatIsPressed_SortsFiguresTheMostFirstAndTurnsWithTheNext()
    {
        Head(Show(3, new TableView(Page: 2)), "Size").Click();
        Assert.Equal(new TableView("-size"), told);

        IRenderedComponent<DataTable<int>> falling = Show(3, told!);
        Assert.Equal(["row 2", "row 1", "row 0"], Cells(falling));
        Assert.Equal("descending", falling.FindAll("th")[1].GetAttribute("aria-sort"));
        Assert.Equal("none", falling.FindAll("th")[0].GetAttribute("aria-sort"));
        Assert.False(falling.FindAll("th")[2].HasAttribute("aria-sort"));
        Head(falling, "Size").Click();
        Assert.Equal(new TableView("size"), told);
        Head(falling, "Name").Click();
        Assert.Equal(new TableView("name"), told);
    }

    [Fact]
    public void Words_AreAllLookedForInEveryColumn()
    {
        Assert.Equal(["row 12"], Cells(Show(30, new TableView(Filter: "ROW 120"))));

        IRenderedComponent<DataTable<int>> none = Show(30, new TableView(Filter: "<b>"));
        Assert.Contains("Nothing matches “<b>”.", none.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("No rows yet.", Show(0, new TableView()).Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ARow_ThatIsPressed_IsToldAndTheChosenOneIsMarked()
    {
        IRenderedComponent<DataTable<int>> table = Show(5, new TableView());
        Assert.Equal(["row 3"], table.FindAll("tr[aria-selected='true'] td:first-child").Select(cell => cell.TextContent));

        table.FindAll("tbody tr")[1].Click();

        Assert.Equal(1, pressed);
    }

    private IRenderedComponent<DataTable<int>> Show(int count, TableView view) => Render<DataTable<int>>(with => with
        .Add(one => one.Rows, [.. Enumerable.Range(0, count)]).Add(one => one.Columns, Columns).Add(one => one.Caption, "Rows")
        .Add(one => one.View, view).Add(one => one.ViewChanged, now => told = now).Add(one => one.EmptyText, "No rows yet.")
        .Add(one => one.Chosen, row => row == 3).Add(one => one.RowChosen, row => pressed = row));

    private static IEnumerable<string> Cells(IRenderedComponent<DataTable<int>> table) =>
        table.FindAll("tbody td:first-child").Select(cell => cell.TextContent);

    private static IElement Head(IRenderedComponent<DataTable<int>> table, string title) =>
        table.FindAll("th button").Single(button => button.TextContent.Trim() == title);

    private static IElement Turn(IRenderedComponent<DataTable<int>> table, string label) => table.Find($"button[aria-label='{label}']");
}
