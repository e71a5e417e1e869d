using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Dashboard.History;

public sealed class RunNoteTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" \r\n\t ", null)]
    [InlineData("  wide   stops ", "wide stops")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Plain_OfALabel_IsOneLineOfText(string? label, string? expected) => Assert.Equal(expected, RunNote.Plain(label));

    [Fact]
    public void Plain_OfALongLabel_EndsBetweenCharacters()
    {
        string label = new string('x', RunNote.MostLabel - 1) + "\U0001F4C8 and more";

        Assert.Equal(new string('x', RunNote.MostLabel - 1), RunNote.Plain(label));
    }

    [Fact]
    public void Write_WhereItCannot_LeavesTheOldNoteAndNothingBeside()
    {
        using var folder = new TemporaryFolder();
        new RunNote { IsPinned = true, Label = "old" }.Write(folder.Path);
        File.Delete(folder[RunNote.FileName]);
        Directory.CreateDirectory(folder[RunNote.FileName]);

        Assert.ThrowsAny<Exception>(() => RunNote.None.Write(folder.Path));

        Assert.Equal([folder[RunNote.FileName]], Directory.GetFileSystemEntries(folder.Path));
    }
}
