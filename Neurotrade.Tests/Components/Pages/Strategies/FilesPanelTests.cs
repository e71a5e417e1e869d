using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

public sealed class FilesPanelTests : DashboardContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Upload_OfManyFiles_SaysOfEachWhatBecameOfIt_AndOpensTheLast()
    {
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();

        page.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromText(StoredRuns.Strategy, "../<b>mine</b>.yaml"),
            InputFileContent.CreateFromText(string.Empty, "empty.yaml"),
            InputFileContent.CreateFromText(new string('x', (256 * 1024) + 1), "large.yaml"),
            InputFileContent.CreateFromBinary([0x89, 0x50, 0x4E, 0x47], "picture.yaml"),
            InputFileContent.CreateFromText("x", "notes.txt"));

        page.Until(() =>
        {
            string told = page.Find(".upload-notes").TextContent;
            Assert.Contains("../<b>mine</b>.yaml is kept as b-.yaml", told, StringComparison.Ordinal);
            Assert.Contains("empty.yaml is empty", told, StringComparison.Ordinal);
            Assert.Contains("large.yaml has 262,145 bytes", told, StringComparison.Ordinal);
            Assert.Contains("picture.yaml cannot be kept", told, StringComparison.Ordinal);
            Assert.Contains(".txt is no strategy file", told, StringComparison.Ordinal);
        });
        Assert.Empty(page.FindAll(".upload-notes b"));
        Assert.Equal("b-.yaml", Assert.Single(Shelf.List()).Name);
        Assert.EndsWith("file=b-.yaml", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Upload_OfMoreThanAreTaken_TakesSomeAndSaysSo()
    {
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();

        page.FindComponent<InputFile>().UploadFiles([.. Enumerable.Range(0, 53).Select(i => InputFileContent.CreateFromText("# x", $"f{i}.yaml"))]);

        page.Until(() => Assert.Contains("3 more were not read", page.Find(".upload-notes").TextContent, StringComparison.Ordinal));
        Assert.Equal(50, Shelf.List().Count);
    }

    [Fact]
    public void List_MarksProblemsAndWhatIsTyped_AndIsSortedAndFilteredByTheAddress()
    {
        Shelf.Save("a.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));
        Shelf.Save("b.yaml", StoredRuns.Strategy);
        Shelf.Drafts.Keep("b.yaml", "typed");
        StoredRuns.Keep(Archive, days: 20);

        Navigation.NavigateTo("strategies?sort=result");
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();

        page.Until(() => Assert.Equal(["b", "a"], Titles(page)));
        Assert.Contains("not saved", page.FindAll(".file")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("%", page.FindAll(".file")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.FindAll(".file")[1].QuerySelector(".danger")!.TextContent);

        page.Find("input[type=search]").Input("A.y");
        page.Until(() => Assert.Equal(["a"], Titles(page)));
        Assert.Contains("q=A.y", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void New_FromTheSmallest_IsMadeAndOpened_AndABadNameIsTold()
    {
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();
        page.Await("button[aria-label='New strategy']").Click();

        page.Await(".ask input").Input("a/b");
        page.Await(".ask form").Submit();
        page.Until(() => Assert.Contains("may not stand in a name", page.Find(".ask [role=alert]").TextContent, StringComparison.Ordinal));

        page.Await(".ask input").Input("first");
        page.Await(".ask form").Submit();

        page.Until(() => Assert.EndsWith("file=first.yaml", Navigation.Uri, StringComparison.Ordinal));
        page.Until(() => Assert.Empty(page.FindAll(".ask")));
        Assert.StartsWith("schema: 1\nname: first\n", Shelf.Read("first.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void New_FromAnotherFile_HasItsText_UnderItsOwnName()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();
        page.Await("button[aria-label='New strategy']").Click();

        page.Await(".ask select").Change("cross.yaml");
        page.Await(".ask form").Submit();

        page.Until(() => Assert.EndsWith("file=my-strategy.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(StoredRuns.Strategy.Replace("name: cross", "name: my-strategy", StringComparison.Ordinal), Shelf.Read("my-strategy.yaml"));
    }

    [Fact]
    public void Deleted_ArePutBack_ButNotOverAFileOfTheirName()
    {
        Shelf.Save("a.yaml", "# one");
        Shelf.Delete("a.yaml");
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();
        Shelf.Save("a.yaml", "# two");

        page.Await("button[aria-label='Put a.yaml back']").Click();

        Assert.Contains("there is a file of that name again", page.Await(".files [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("# two", Shelf.Read("a.yaml"));
    }

    [Fact]
    public void Delete_AsksNothing_AndIsTakenBack()
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        Navigation.NavigateTo("strategies?file=cross.yaml");
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();

        page.Press("File");
        page.Press("Delete");

        page.Until(() => Assert.Null(Shelf.Read("cross.yaml")));
        page.Until(() => Assert.Contains("cross.yaml is deleted.", page.Find(".files .told-strip").TextContent, StringComparison.Ordinal));
        page.Until(() => Assert.EndsWith("strategies", Navigation.Uri, StringComparison.Ordinal));

        page.Press("Undo");
        page.Until(() => Assert.EndsWith("file=cross.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(StoredRuns.Strategy, Shelf.Read("cross.yaml"));
    }

    [Fact]
    public void Rename_AndDuplicate_OpenTheOtherName_AndATakenNameIsTold()
    {
        Shelf.Save("a.yaml", StoredRuns.Strategy);
        Shelf.Save("b.yaml", StoredRuns.Strategy);
        Navigation.NavigateTo("strategies?file=a.yaml");
        IRenderedComponent<StrategiesPage> page = Render<StrategiesPage>();

        page.Press("File");
        page.Press("Rename…");
        page.Await(".ask input").Input("b");
        page.Await(".ask form").Submit();
        Assert.Contains("b.yaml is there already", page.Await(".ask [role=alert]").TextContent, StringComparison.Ordinal);
        page.Await(".ask input").Input("c");
        page.Await(".ask form").Submit();

        page.Until(() => Assert.EndsWith("file=c.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Null(Shelf.Read("a.yaml"));

        page.Press("File");
        page.Press("Duplicate…");
        Assert.Equal("c-2.yaml", page.Await(".ask input").GetAttribute("value"));
        page.Await(".ask form").Submit();

        page.Until(() => Assert.EndsWith("file=c-2.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Contains("name: c-2", Shelf.Read("c-2.yaml"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Titles(IRenderedComponent<StrategiesPage> page) =>
        page.FindAll(".file .med").Select(title => title.TextContent);
}
