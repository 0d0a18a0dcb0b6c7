using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class TitleKeyTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" -- ", "")]
    [InlineData("One  Title: the 2nd (of-two)!", "one title the 2nd of two")]
    [InlineData("Na\u00efve\u00a0\uff21 Title", "na\u00efve a title")]
    public void Of_Title_IsWordsInLowerCase(string title, string key) => Assert.Equal(key, TitleKey.Of(title));

    /// <summary>Titles of one kind of characters are read another way: a letter of another kind behind them changes nothing before it.</summary>
    [Fact]
    public void Of_AnyAscii_IsAsBeforeALetterThatIsNone()
    {
        var random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            string title = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(128)));

            Assert.Equal(TitleKey.Of(title + " \u00e9"), (TitleKey.Of(title) + " \u00e9").TrimStart());
        }
    }
}
