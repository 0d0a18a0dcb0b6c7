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

    /// <summary>Seen: language models as data, for their versions' numbers end data sets' names.</summary>
    [Theory]
    [InlineData("Camera-2")]
    [InlineData("Camera-2.5")]
    [InlineData("Camera 2")]
    public void Of_VersionsNumber_IsTheNamesShares(string phrase)
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

    [Theory]
    [InlineData("OakNet", TermLabel.Method)]
    [InlineData("OakNet-2", TermLabel.Method)]
    [InlineData("OakNet 2", TermLabel.Method)]
    [InlineData("oaknet", -1)]
    [InlineData("ElmNet", -1)]
    public void NamedTypeOf_NameThatClassWordsFollow_IsWhatTheySay(string name, int type)
    {
        ulong head = TextHash.OfWord("oaknet");
        KeyTable keys = KeyTable.Build([head]);
        byte[] named = new byte[keys.Capacity];
        named[keys.Find(head)] = TermLabel.Method + 1;
        TaggedText text = Read(name);

        Assert.Equal(type, new HeadKinds(keys, new byte[keys.Capacity * HeadKinds.Types], named).NamedTypeOf(text, text.Count - 1));
    }

    private static HeadKinds Kinds()
    {
        ulong head = TextHash.OfWord("camera");
        KeyTable keys = KeyTable.Build([head]);
        byte[] shares = new byte[keys.Capacity * HeadKinds.Types];
        shares[(keys.Find(head) * HeadKinds.Types) + TermLabel.Material] = 200;
        return new HeadKinds(keys, shares, new byte[keys.Capacity]);
    }

    private static TaggedText Read(string text)
    {
        var tagged = new TaggedText();
        new Tokenizer(static _ => false).Tokenize("", text, [], tagged.Text);
        tagged.Prepare(new Lexicon(new KeyTable([]), []));
        return tagged;
    }
}
