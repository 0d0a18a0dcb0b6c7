using System.Text;
using PaperGraph.Papers;
using PaperGraph.Reading;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Reading;

public sealed class PageReaderTests
{
    private static readonly string[] Titles = [.. SamplePage.Entries.Select(entry => entry.Title)];
    private static readonly string[] Abstracts = [.. SamplePage.Entries.Select(entry => entry.Abstract)];

    public static TheoryData<string, SourceFormat> Layouts => new()
    {
        { SamplePage.WithTrailers(), SourceFormat.PageWithTrailers },
        { SamplePage.Flat(), SourceFormat.FlatPage },
        { SamplePage.Spaced(), SourceFormat.SpacedPage },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_EachLayout_IsKnownByItsText(string page, SourceFormat format)
    {
        PageReading reading = Read(page);

        Assert.Equal(format, reading.Format);
        AssertComplete(reading);
    }

    [Fact]
    public void Read_Trailers_GiveAuthorsOrganisationDateAndComments()
    {
        PaperRecord[] papers = Papers(Read(SamplePage.WithTrailers()).Resolve(YearRule.AfterNewest([2023])));

        Assert.Equal([3, 1, null, 12, 7], papers.Select(paper => paper.AuthorCount));
        Assert.Equal([null, null, "River", null, null], papers.Select(paper => paper.Organisation));
        Assert.Equal(["2023-02-05", "2022-11-17", "2024-09-29", "2024-03-03", "2021-07-23"], papers.Select(paper => paper.Date.ToString()));
        Assert.Equal([null, 4, 2, null, null], papers.Select(paper => paper.Comments));
        Assert.Equal([1, 2, 3, 4, 5], papers.Select(paper => paper.Position));
    }

    [Fact]
    public void Read_PaperWithoutTrailerAmongOthers_IsAPaperOfItsOwn()
    {
        SamplePage.Entry[] entries = [.. SamplePage.Entries];
        entries[1] = entries[1] with { Trailer = null };
        PageReading reading = Read(SamplePage.WithTrailers(entries));

        AssertComplete(reading);
        Assert.Equal([3, null, null, 12, 7], Papers(reading).Select(paper => paper.AuthorCount));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData(" \t\n")]
    [InlineData("\u00A0\n\u00A0")]
    public void Read_OtherLineEndsAndSpaces_ChangesNothing(string lineEnd)
    {
        PageReading reading = Read(SamplePage.WithTrailers().Replace("\n", lineEnd, StringComparison.Ordinal));

        AssertComplete(reading);
        Assert.Equal([null, null, "River", null, null], Papers(reading).Select(paper => paper.Organisation));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(80)]
    [InlineData(100)]
    public void Read_LinesWrapped_ArePutTogetherAgain(int columns)
    {
        AssertComplete(Read(SamplePage.Wrapped(SamplePage.WithTrailers(), columns)));
        AssertComplete(Read(SamplePage.Wrapped(SamplePage.Spaced(), columns)));
        AssertComplete(Read(SamplePage.Wrapped(SamplePage.Flat(), columns)));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_OnlyTitlesOrOnlyAbstractsWrapped_ArePutTogetherAgain(string page, SourceFormat format)
    {
        AssertComplete(Read(string.Join('\n', page.Split('\n').Select(line => line.Length < 150 && Titles.Any(line.EndsWith) ? SamplePage.Wrapped(line, 40) : line))));
        AssertComplete(Read(string.Join('\n', page.Split('\n').Select(line => line.Length < 150 ? line : SamplePage.Wrapped(line, 78)))));
        Assert.True(SourceFormatNames.IsPage(format));
    }

    [Fact]
    public void Read_FormFeedsBetweenPapers_AreBlankLines() =>
        AssertComplete(Read(SamplePage.Spaced().Replace("\n\n", "\n\f\n", StringComparison.Ordinal)));

    [Fact]
    public void Read_CompoundBrokenAfterItsHyphen_IsJoinedWithoutSpace()
    {
        PaperRecord paper = Papers(Read("A Study of the Many Uses of Long-\nRange Attention\n\nWe study the uses of long- and\nshort-term memory in networks of state-of-\nthe-art size, and find that few of them\nneed both. Most can do with one.\n")).Single();

        Assert.Equal(
            ("A Study of the Many Uses of Long-Range Attention", "We study the uses of long- and short-term memory in networks of state-of-the-art size, and find that few of them need both. Most can do with one."),
            (paper.Title, paper.Abstract));
    }

    /// <summary>A banner that no list of words knows: position and shape alone tell that it is no paper.</summary>
    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_BannerInUnknownWords_IsNoPaper(string page, SourceFormat format)
    {
        PageReading reading = Read("Zettelkasten\nMeine Merkliste\n17\nWillkommen zurück, Ada\n\nHeute neu!\n\nAlles ansehen\n\n" + page);

        Assert.Equal(SourceFormatNames.IsPage(format), SourceFormatNames.IsPage(reading.Format));
        AssertComplete(reading);
    }

    [Fact]
    public void Read_ButtonsAroundPapers_AreNoPapers()
    {
        string page = string.Join("\n\n", SamplePage.Entries.Select((entry, i) =>
            $"Submitted by\n\nada\n\n{i + 40}\n\n{entry.Title}\n\nUpvote\n\n{i + 3}\n\n{entry.Abstract}\n\nView PDF\n\nAsk the librarian\n\n{entry.Trailer}"));
        AssertComplete(Read(page + "\n\nCompany\nTOS\nPrivacy\n\nModels\nDatasets\nSpaces"));
    }

    /// <summary>Pages put one after the other into one file (<c>cat *.txt</c>) repeat their papers, which makes no buttons of the titles.</summary>
    [Fact]
    public void Read_PagesPutTogether_KeepEveryCopy()
    {
        PageReading reading = Read(string.Join("\n\n", Enumerable.Repeat(SamplePage.Spaced(), 4)));

        Assert.Equal(Enumerable.Repeat(Titles, 4).SelectMany(titles => titles), Papers(reading).Select(paper => paper.Title));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Read_CookieNotice_IsNoPaper() =>
        AssertComplete(Read("Your choice\n\nWe use cookies to make this site better. By going on you agree to our privacy policy.\n\nAccept all\n\n" + SamplePage.Spaced()));

    [Theory]
    [InlineData("Subscribe")]
    [InlineData("newGet trending papers in your email inbox!SubscribeDaily PapersbyAK and the research communityNov 21")]
    public void Read_BannerRunIntoTheFirstTitle_IsCutOff(string banner) =>
        AssertComplete(Read(banner + string.Join('\n', SamplePage.Entries.Select(entry => entry.Title + "\n" + entry.Abstract))));

    [Fact]
    public void Read_LongTitleAndShortAbstract_AreToldApart()
    {
        const string Title = "Towards a Theory of Everything That Happens Between the First and the Second Layer of a Network When It Is Trained on Data That Nobody Has Looked at: An Empirical, Historical and Occasionally Philosophical Investigation in Nine Parts";
        PaperRecord[] papers = Papers(Read($"{Title}\n\nWe look.\n\n{Titles[0]}\n\n{Abstracts[0]}\n\n{Titles[1]}\n\nWe count the heads and find too many of them."));

        Assert.Equal([Title, Titles[0], Titles[1]], papers.Select(paper => paper.Title));
        Assert.Equal(["We look.", Abstracts[0], "We count the heads and find too many of them."], papers.Select(paper => paper.Abstract));
    }

    [Fact]
    public void Read_AbstractInParagraphs_IsOneAbstract()
    {
        PaperRecord[] papers = Papers(Read($"{Titles[0]}\n\n{Abstracts[0]}\n\n{Abstracts[1]}\n\nCode: https://github.com/lantern-lab/lanterns\n\n{Titles[2]}\n\n{Abstracts[2]}"));

        Assert.Equal([Titles[0], Titles[2]], papers.Select(paper => paper.Title));
        Assert.Equal($"{Abstracts[0]}\n\n{Abstracts[1]}\n\nCode: https://github.com/lantern-lab/lanterns", papers[0].Abstract);
    }

    [Fact]
    public void Read_Position_CountsTheRecordThatIsLost()
    {
        PageReading reading = Read(Abstracts[0] + "\n\n" + Titles[1] + "\n\n" + Abstracts[1]);

        ReadingProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.AbstractWithoutTitle, 1, true), (problem.Code, problem.Line, problem.LosesRecord));
        Assert.Equal(2, Papers(reading).Single().Position);
    }

    [Fact]
    public void Read_CutInTheAbstract_KeepsItAndSaysSo()
    {
        string page = SamplePage.Spaced();
        PageReading reading = Read(page[..^40]);

        ReadingProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.AbstractCut, false), (problem.Code, problem.LosesRecord));
        Assert.Contains(Titles[4], problem.Message, StringComparison.Ordinal);
        Assert.Equal(Titles, Papers(reading).Select(paper => paper.Title));
    }

    [Fact]
    public void Read_CutAfterATitle_NamesTheTitleAndItsLine()
    {
        string page = SamplePage.Spaced(SamplePage.Entries[..4]) + "\n\n" + Titles[4] + "\n";
        PageReading reading = Read(page);

        ReadingProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.TitleWithoutAbstract, page.Split('\n').Length - 1, true), (problem.Code, problem.Line, problem.LosesRecord));
        Assert.Contains(Titles[4], problem.Message, StringComparison.Ordinal);
        Assert.Equal(Titles[..4], Papers(reading).Select(paper => paper.Title));
    }

    [Fact]
    public void Read_TitleWithTrailerButNoAbstract_IsKept()
    {
        PageReading reading = Read(SamplePage.WithTrailers([SamplePage.Entries[0], new("The Missing Middle of the Story", "", "  • 2 authors\n·\nMay 4, 2020"), SamplePage.Entries[1]]));

        Assert.Equal([Titles[0], "The Missing Middle of the Story", Titles[1]], Papers(reading).Select(paper => paper.Title));
        Assert.Equal(("", 2), (Papers(reading)[1].Abstract, Papers(reading)[1].AuthorCount));
        Assert.Equal(ProblemCode.AbstractMissing, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Read_ImpossibleDate_KeepsThePaperWithoutOne()
    {
        PageReading reading = Read(SamplePage.WithTrailers([SamplePage.Entries[0] with { Trailer = "  • 3 authors\n·\nFeb 30, 2023" }, SamplePage.Entries[1]]));

        Assert.Equal(ProblemCode.ImpossibleDate, Assert.Single(reading.Problems).Code);
        Assert.Equal([null, "2022-11-17"], Papers(reading).Select(paper => paper.Date?.ToString()));
        Assert.Equal(3, Papers(reading)[0].AuthorCount);
    }

    [Fact]
    public void Read_BrokenUtf8_IsReplacedAndToldWithItsLine()
    {
        byte[] page = Encoding.UTF8.GetBytes(SamplePage.Spaced());
        int place = SamplePage.Spaced().IndexOf("Half of the heads", StringComparison.Ordinal);
        page[place] = 0xFF;
        page[place + 1] = 0x00;
        PageReading reading = PageReader.Read("page", page);

        ReadingProblem problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCode.BrokenText, SamplePage.Spaced()[..place].Count(c => c == '\n') + 1, false), (problem.Code, problem.Line, problem.LosesRecord));
        Assert.Equal(Titles, Papers(reading).Select(paper => paper.Title));
        Assert.Contains("\uFFFD\uFFFDlf of the heads", Papers(reading)[1].Abstract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n \f ")]
    public void Read_Empty_IsOneProblem(string page) => Assert.Equal(ProblemCode.Empty, Assert.Single(Read(page).Problems).Code);

    [Fact]
    public void Read_TextWithoutPapers_SaysHowItBegins()
    {
        ReadingProblem problem = Assert.Single(Read("Milk\nBread\n\nTwo lemons\n").Problems);

        Assert.Equal(ProblemCode.NoPapers, problem.Code);
        Assert.Contains("\"Milk\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TitleOverTheLimit_IsRejectedAndTheRestKept()
    {
        PageReading reading = PageReader.Read("page", Encoding.UTF8.GetBytes(SamplePage.Spaced()), new ReadingLimits { TitleLength = 50 });

        Assert.All(reading.Problems, problem => Assert.Equal((ProblemCode.TextTooLong, true), (problem.Code, problem.LosesRecord)));
        Assert.Equal(Titles.Length, reading.Problems.Count() + reading.Records.Count());
        Assert.All(Papers(reading), paper => Assert.True(paper.Title.Length <= 50));
    }

    [Fact]
    public void Resolve_NoYearAnywhere_LeavesTheDateOpenAndSaysSo()
    {
        PageReading reading = Read(SamplePage.WithTrailers(SamplePage.Entries[2..4])).Resolve(YearRule.AfterNewest([null, null]));

        Assert.Equal([ProblemCode.YearUnknown, ProblemCode.YearUnknown], reading.Problems.Select(problem => problem.Code));
        Assert.All(Papers(reading), paper => Assert.Null(paper.Date));
        Assert.Equal([new MonthDay(9, 29), new MonthDay(3, 3)], reading.Records.Select(record => record.DayWithoutYear!.Value));
    }

    [Fact]
    public void Resolve_LeapDayInAYearWithoutOne_IsImpossible()
    {
        PageReading reading = Read(SamplePage.WithTrailers([SamplePage.Entries[0] with { Trailer = "  • 3 authors\n·\nFeb 29" }]));

        Assert.Equal(ProblemCode.ImpossibleDate, Assert.Single(reading.Resolve(YearRule.Fixed(2023)).Problems).Code);
        Assert.Equal("2024-02-29", Papers(reading.Resolve(YearRule.Fixed(2024))).Single().Date.ToString());
    }

    [Fact]
    public void Resolve_PageThatStatesItsYear_TakesItUnlessOneIsGiven()
    {
        PageReading reading = Read("Nov 21, 2019\n\n" + SamplePage.WithTrailers(SamplePage.Entries[2..4])[SamplePage.WithTrailers([]).Length..]);

        Assert.Equal((new MonthDay(11, 21), 2019), (reading.DayOfPage, reading.YearOfPage));
        Assert.Equal("2019-09-29", Papers(reading.Resolve(YearRule.AfterNewest([2023])))[0].Date.ToString());
        Assert.Equal("2016-09-29", Papers(reading.Resolve(YearRule.Fixed(2016)))[0].Date.ToString());
    }

    /// <summary>Lines of a banner may stand right on top of the first title.</summary>
    [Fact]
    public void Read_MenuWithoutBlankLineBeforeTheTitle_IsNoPartOfIt() =>
        AssertComplete(Read("Hugging Face's logo\nModels\nDaily Papers\nby\nAda\nand the research community\n" + string.Join("\n\n", SamplePage.Entries.Select(entry => entry.Title + "\n\n" + entry.Abstract))));

    [Fact]
    public void Read_BannerDate_IsThePagesDay() => Assert.Equal(new MonthDay(11, 21), Read(SamplePage.WithTrailers()).DayOfPage);

    private static PageReading Read(string page) => PageReader.Read("page", Encoding.UTF8.GetBytes(page));

    private static PaperRecord[] Papers(PageReading reading) => [.. reading.Records.Select(record => record.Paper)];

    private static void AssertComplete(PageReading reading)
    {
        Assert.Equal(Titles, Papers(reading).Select(paper => paper.Title));
        Assert.Equal(Abstracts, Papers(reading).Select(paper => paper.Abstract));
        Assert.Empty(reading.Problems);
    }
}
