using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Tests.Extraction.Concepts;

public class WordRepetitionTests
{
    [Theory]
    [InlineData("sparse trees", 2, 3)]    // both words in the title, the plural counts
    [InlineData("dense trees", 1, 2)]
    [InlineData("very dense old tree", 1, 1)]
    [InlineData("dense index", 1, 0)]
    [InlineData("dense dense index", 1, 0)]
    [InlineData("dense dense", 2, 0)]
    public void LeastOf_PhraseOfTheText_IsItsRarestWordAndItsShareOfTheTitle(string phrase, int least, int inTitle)
    {
        TaggedText text = Read("Trees that stay sparse", $"Here it is: {phrase}.");
        var repetition = new WordRepetition();
        repetition.Read(text);
        int first = text.Text.TitleCount + 4, last = first + phrase.Count(c => c == ' ');

        Assert.Equal(least, repetition.LeastOf(text, first, last, out int title));
        Assert.Equal(inTitle, title);
    }

    [Fact]
    public void Read_MoreWordsThanTheTableHolds_CountsThemAll()
    {
        string[] words = [.. Enumerable.Range(0, 3000).Select(i => "w" + string.Concat(i.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0'))))];
        TaggedText text = Read("", string.Join(' ', words) + " " + string.Join(' ', words));
        var repetition = new WordRepetition();
        repetition.Read(text);

        Assert.All(Enumerable.Range(0, 3000), i => Assert.Equal(2, repetition.LeastOf(text, i, i, out _)));
    }

    [Fact]
    public void Read_AnotherText_ForgetsTheFirst()
    {
        var repetition = new WordRepetition();
        repetition.Read(Read("", "tree tree tree"));
        TaggedText text = Read("", "tree");
        repetition.Read(text);

        Assert.Equal(1, repetition.LeastOf(text, 0, 0, out _));
    }

    private static TaggedText Read(string title, string text)
    {
        var tagged = new TaggedText();
        new Tokenizer(static _ => false).Tokenize(title, text, [], tagged.Text);
        tagged.Prepare(new Lexicon(new KeyTable([]), []));
        return tagged;
    }
}
