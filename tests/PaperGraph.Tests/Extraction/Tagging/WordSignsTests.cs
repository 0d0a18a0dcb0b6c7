using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Tests.Extraction.Tagging;

public class WordSignsTests
{
    [Theory]
    [InlineData("we", WordSigns.FirstPerson)]
    [InlineData("the", WordSigns.Points)]
    [InlineData("study", WordSigns.Publication | WordSigns.Describes)]
    [InlineData("introduced", WordSigns.Presents)]
    [InlineData("novel", WordSigns.AlwaysEvaluative)]
    [InlineData("large", WordSigns.MostlyEvaluative)]
    [InlineData("+", WordSigns.JoiningMark)]
    [InlineData("tensor", WordSigns.None)]
    [InlineData("", WordSigns.None)]
    internal void Of_Form_TellsEveryListThatHasIt(string form, WordSigns signs) => Assert.Equal(signs, WordSign.Of(form));
}
