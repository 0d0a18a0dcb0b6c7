using PaperGraph.Reading;

namespace PaperGraph.Tests.Reading;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("Feb 5, 2024", "2024-02-05", null)]
    [InlineData("Feb 5, 2024 12", "2024-02-05", 12)]
    [InlineData("February 5, 2024", "2024-02-05", null)]
    [InlineData("5 Sept 2024", "2024-09-05", null)]
    [InlineData("Sep. 5 2024", "2024-09-05", null)]
    [InlineData("2024-02-05 3", "2024-02-05", 3)]
    [InlineData("Feb 29, 2024", "2024-02-29", null)]
    public void TryParse_WithYear_GivesTheDay(string text, string date, int? comments)
    {
        Assert.True(DateText.TryParse(text, out DateText found));
        Assert.Equal((date, null, comments), (found.Date.ToString(), found.DayWithoutYear, found.Comments));
    }

    [Theory]
    [InlineData("Sep 29", 9, 29, null)]
    [InlineData("Sep 29 2", 9, 29, 2)]
    [InlineData("Feb 29", 2, 29, null)]
    [InlineData("3 May 150", 5, 3, 150)]
    public void TryParse_WithoutYear_GivesMonthAndDay(string text, int month, int day, int? comments)
    {
        Assert.True(DateText.TryParse(text, out DateText found));
        Assert.Equal((null, new MonthDay(month, day), comments), (found.Date, found.DayWithoutYear!.Value, found.Comments));
    }

    [Theory]
    [InlineData("May the Force")]
    [InlineData("Feb 30")]
    [InlineData("Feb 29, 2023")]
    [InlineData("March of the 5 penguins")]
    [InlineData("2024")]
    [InlineData("Feb 5, 2024 2 3")]
    [InlineData("Feb 5, 2024 many")]
    [InlineData("")]
    public void TryParse_NoSuchDayOrOtherText_IsFalse(string text) => Assert.False(DateText.TryParse(text, out _));
}
