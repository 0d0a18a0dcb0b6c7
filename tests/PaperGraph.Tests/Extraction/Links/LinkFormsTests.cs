using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Tests.Extraction.Links;

/// <summary>The forms in which addresses stand in abstracts: all sentences are our own.</summary>
public sealed class LinkFormsTests
{
    [Theory]
    [InlineData("Our code is at https://github.com/ann/tool.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Our code is at (https://github.com/ann/tool).", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Get the code at github.com/ann/tool, please.", "github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Get the code at www.github.com/ann/tool", "www.github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https: //github.com/ann/tool.", "https: //github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https: / /github. com/ann/tool.", "https: / /github. com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https:\n//github.com/ann/tool.", "https:\n//github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: htps://github.com/ann/tool.", "htps://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https//github.com/ann/tool.", "https//github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github:com/ann/tool.", "https://github:com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: github . com/ann/tool.", "github . com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ ann/tool.", "https://github.com/ ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/ tool.", "https://github.com/ann/ tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/my- tool2.", "https://github.com/ann/my- tool2", "https://github.com/ann/my-tool2")]
    [InlineData("Code: https://github.com/ann/my_ tool.", "https://github.com/ann/my_ tool", "https://github.com/ann/my_tool")]
    [InlineData("Code: \\url{https://github.com/ann/my\\_tool}.", "https://github.com/ann/my\\_tool", "https://github.com/ann/my_tool")]
    [InlineData("Code: \\url{https://github.com/ann/my\\textunderscore tool}.", "https://github.com/ann/my\\textunderscore tool", "https://github.com/ann/my_tool")]
    [InlineData("Code: \\href{https://github.com/ann/tool}{https://github.com/ann/tool}.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: \\href{https://github.com/ann/tool}{here}.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: [https://github.com/ann/tool](https://github.com/ann/tool).", "[https://github.com/ann/tool](https://github.com/ann/tool)", "https://github.com/ann/tool")]
    [InlineData("Code: [GitHub](https://github.com/ann/tool).", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/tool.https://github.com/ann/tool", "https://github.com/ann/tool.https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/tool https://github.com/ann/tool", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/tool.git.", "https://github.com/ann/tool.git", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/TOOLWe also give more.", "https://github.com/ann/TOOL", "https://github.com/ann/TOOL")]
    [InlineData("Code: https://github.com/ann/tool.We also give more.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("The code is public22https://github.com/ann/tool.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("See our code11github.com/ann/tool.", "github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code [3] https://github.com/ann/tool[4] and more.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: “https://github.com/ann/tool”.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: `https://github.com/ann/tool`.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: <https://github.com/ann/tool>.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: _https://github.com/ann/tool_.", "https://github.com/ann/tool", "https://github.com/ann/tool")]
    [InlineData("Code: https://github.com/ann/tool_.", "https://github.com/ann/tool_", "https://github.com/ann/tool_")]
    [InlineData("Code: git@github.com:ann/tool.git", "git@github.com:ann/tool.git", "https://github.com/ann/tool")]
    [InlineData("Code: https://gitlab.example.edu/lab/team/tool.", "https://gitlab.example.edu/lab/team/tool", "https://gitlab.example.edu/lab/team/tool")]
    [InlineData("Data: https://hf.co/datasets/ann/corpus.", "https://hf.co/datasets/ann/corpus", "https://huggingface.co/datasets/ann/corpus")]
    [InlineData("Page: https://ann.github.io/tool/.", "https://ann.github.io/tool/", "https://ann.github.io/tool")]
    [InlineData("Page: ann.github.io.", "ann.github.io", "https://ann.github.io")]
    [InlineData("it meets its goals.ann.github.io/tool", "ann.github.io/tool", "https://ann.github.io/tool")]
    [InlineData("Videos: youtu.be/a1B2c3D4e5F", "youtu.be/a1B2c3D4e5F", "https://youtu.be/a1B2c3D4e5F")]
    [InlineData("Videos: https: / / youtu.be/a1B2c3D4e5F", "https: / / youtu.be/a1B2c3D4e5F", "https://youtu.be/a1B2c3D4e5F")]
    [InlineData("Data: doi:10.5281/zenodo.1234567.", "doi:10.5281/zenodo.1234567", "https://doi.org/10.5281/zenodo.1234567")]
    [InlineData("Page: http://www.cs.example.edu/~ann/tool.html.", "http://www.cs.example.edu/~ann/tool.html", "https://cs.example.edu/~ann/tool.html")]
    [InlineData("Page: http://cs.example.edu/∼ann/tool", "http://cs.example.edu/∼ann/tool", "https://cs.example.edu/~ann/tool")]
    [InlineData("Page: https://tool-site. example.edu/start/", "https://tool-site. example.edu/start/", "https://tool-site.example.edu/start")]
    [InlineData("The data set is available at tool.example.org.", "tool.example.org", "https://tool.example.org")]
    [InlineData("The demo runs at http://example.edu:9000/.", "http://example.edu:9000/", "https://example.edu:9000")]
    public void Extract_AddressInThisForm_IsMended(string text, string raw, string url)
    {
        CodeLink link = Assert.Single(Extract(text));
        Assert.Equal(raw, link.Raw);
        Assert.Equal(url, link.Url);
        Assert.Equal(raw, text[link.Span.Start..link.Span.End]);
    }

    [Theory]
    [InlineData("We buy at Amazon.com and at Booking.com every day.")]
    [InlineData("This ends here.It goes on there, and/or elsewhere.")]
    [InlineData("Write to ann@example.org for the data.")]
    [InlineData("A ratio of 3.5/4.2 and the vectors c.z.CC are used.")]
    [InlineData("Requests go over HTTP to a server, see http for more.")]
    [InlineData("We mine issues on GitHub and GitLab.")]
    [InlineData("An input/output history of his/her moves.")]
    [InlineData("The code is at https://github.com/.")]
    [InlineData("It lives at http://anonymous.")]
    public void Extract_NoAddress_FindsNone(string text) => Assert.Empty(Extract(text));

    [Fact]
    public void Extract_TwoSpellingsOfOneRepository_AreOneLink()
    {
        CodeLink link = Assert.Single(Extract("Code at https://github.com/Ann/Tool and models at https://github.com/ann/tool/tree/main/models."));
        Assert.Equal("Ann/Tool", link.Repository);
    }

    [Fact]
    public void Extract_Folder_StandsOnTheLink()
    {
        CodeLink link = Assert.Single(Extract("Code at https://github.com/ann/all/tree/main/papers/one."));
        Assert.Equal(("https://github.com/ann/all", "ann/all", "papers/one", "github"), (link.Url, link.Repository, link.Folder, link.Host));
    }

    [Theory]
    [InlineData("https://github.com/ann", "github")]
    [InlineData("https://gist.github.com/ann/0123456789", "gist.github.com")]
    [InlineData("https://github.com/ann/tool/issues/3", "github")]
    [InlineData("https://raw.githubusercontent.com/ann/tool/main/x.txt", "github")]
    [InlineData("https://ann.github.io/tool", "github.io")]
    [InlineData("https://zenodo.org/records/123456", "zenodo")]
    [InlineData("https://arxiv.org/abs/2401.04088", "arxiv")]
    public void Extract_AddressOfNoRepository_HasNone(string address, string host)
    {
        CodeLink link = Assert.Single(Extract($"More at {address}."));
        Assert.Null(link.Repository);
        Assert.Equal(host, link.Host);
    }

    [Theory]
    [InlineData("/", 100_000)]
    [InlineData(".", 100_000)]
    [InlineData("http://", 15_000)]
    [InlineData("https://a.", 10_000)]
    [InlineData("github.com/", 10_000)]
    [InlineData("a.com", 20_000)]
    [InlineData("a.com/", 20_000)]
    [InlineData("www. ", 20_000)]
    [InlineData("[https://a.io](", 7_000)]
    [InlineData("{\\_}http", 12_000)]
    [InlineData("- http://a-", 9_000)]
    [InlineData("code will be released ", 5_000)]
    public void Extract_HostileText_EndsInLinearWork(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times));
        foreach (CodeLink link in Extract(text))
        {
            Assert.Equal(link.Raw, link.Span.In(text).ToString());
        }
    }

    [Fact]
    public void Extract_RandomPiecesOfAddresses_SpansAlwaysFit()
    {
        const int seed = 20250511;
        var random = new Random(seed);
        string[] pieces = ["https", "://", ":", "/", " ", "github", ".", "com", "www.", "a", "Tool", "\n", "[", "](", ")", "{", "}", "\\_", "-", "_",
            "http", "git@", "10.5281/", "We ", "~", "é", "\ud83d"];
        for (int round = 0; round < 3000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            int end = 0;
            foreach (CodeLink link in Extract(text))
            {
                Assert.True(link.Span.Start >= end && link.Span.End > link.Span.Start && link.Span.End <= text.Length, $"seed {seed}, round {round}: {text}");
                Assert.Equal(link.Raw, link.Span.In(text).ToString());
                Assert.StartsWith("https://", link.Url, StringComparison.Ordinal);
                end = link.Span.End;
            }
        }
    }

    private static System.Collections.Immutable.ImmutableArray<CodeLink> Extract(string text) => new Extractor([new LinkStage()]).Extract("A title",
        text).Links;
}
