using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Tests.Extraction.Tagging;

public class HeadKindsTests
{
    [Theory]
    [InlineData("event cameras")]
    [InlineData("a depth-camera")]
    public void Of_PluralOrLastPart_IsTheSingularWordsShares(string phrase)
    {
        TaggedText text = Read(phrase);

        Assert.Equal(200, Kinds().Of(text, text.Count - 1)[TermLabel.Material]);
    }

    [Theory]
    [InlineData("event streams")]
    [InlineData("camera .")]
    public void Of_WordThatEndsNoTerms_IsEmpty(string phrase)
    {
        TaggedText text = Read(phrase);

        Assert.True(Kinds().Of(text, text.Count - 1).IsEmpty);
    }

    private static HeadKinds Kinds()
    {
        ulong head = TextHash.OfWord("camera");
        KeyTable keys = KeyTable.Build([head]);
        byte[] shares = new byte[keys.Capacity * HeadKinds.Types];
        shares[(keys.Find(head) * HeadKinds.Types) + TermLabel.Material] = 200;
        return new HeadKinds(keys, shares);
    }

    private static TaggedText Read(string text)
    {
        var tagged = new TaggedText();
        new Tokenizer(static _ => false).Tokenize("", text, [], tagged.Text);
        tagged.Prepare(new Lexicon(new KeyTable([]), []));
        return tagged;
    }
}
