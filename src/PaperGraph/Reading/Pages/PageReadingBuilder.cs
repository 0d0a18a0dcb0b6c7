using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Reading;

/// <summary>Collects a page's papers and problems in the page's order.</summary>
internal sealed class PageReadingBuilder(string name, ReadingLimits limits)
{
    /// <summary>A stray text of so many words is reported; a single word is taken for a button.</summary>
    private const int FewestTitleWords = 2;

    private readonly ImmutableArray<ReadOutcome>.Builder _outcomes = ImmutableArray.CreateBuilder<ReadOutcome>();
    private int _position;
    private int? _newestYear;
    private MonthDay? _dayOfPage;
    private int? _yearOfPage;

    public void Add(PageSection section, FrameTexts frame, bool isLast)
    {
        ImmutableArray<Paragraph> paragraphs = WithoutRunIn(section.Paragraphs);
        bool[] isFrame = [.. paragraphs.Select(frame.Contains)];
        ParagraphRole[] roles = RecordSegmenter.Segment(paragraphs, isFrame, section.Trailer is not null);
        int lastTitle = Array.LastIndexOf(roles, ParagraphRole.Title);
        bool hasPaper = false;
        for (int i = 0; i < roles.Length; i++)
        {
            switch (roles[i])
            {
                case ParagraphRole.Title:
                    hasPaper = true;
                    int end = EndOfPaper(roles, i);
                    AddPaper(paragraphs[i..end].Where((_, k) => roles[i + k] != ParagraphRole.Between).ToArray(), i == lastTitle ? section.Trailer : null, isLast && end == roles.Length);
                    break;
                case ParagraphRole.Frame when !isFrame[i]:
                    AddStray(paragraphs[i], isLastOfPage: isLast && i == roles.Length - 1);
                    break;
                case ParagraphRole.Frame when _position == 0 && DateText.TryParse(paragraphs[i].Text, out DateText date):
                    _dayOfPage ??= date.DayWithoutYear ?? (date.Date is { } day ? new MonthDay(day.Month, day.Day) : null);
                    _yearOfPage ??= date.Date?.Year;
                    break;
            }
        }

        if (section.Trailer is { } trailer)
        {
            _newestYear = Newest(_newestYear, trailer.Date?.Year);
            if (!hasPaper)
            {
                AddProblem(ProblemCode.AbstractWithoutTitle, trailer.Line, "authors and date, with no title and abstract before them");
                _position++;
            }
        }
    }

    public PageReading Build(SourceFormat format, PageText page)
    {
        if (_position == 0)
        {
            PageLine first = page.Lines.First(line => !line.IsBlank);
            AddProblem(ProblemCode.NoPapers, first.Number, $"no papers found: nothing looks like a title with an abstract after it (the text begins \"{Shown.Short(first.Text)}\")");
        }

        return new PageReading(name, format, page.Problems.IsEmpty ? _outcomes.DrainToImmutable() : WithTextProblems(page), _newestYear, _dayOfPage, _yearOfPage);
    }

    /// <summary>Broken characters stand before the first record or problem of a later line.</summary>
    private ImmutableArray<ReadOutcome> WithTextProblems(PageText page)
    {
        ImmutableArray<ReadOutcome>.Builder merged = ImmutableArray.CreateBuilder<ReadOutcome>(_outcomes.Count + page.Problems.Length);
        int next = 0;
        foreach (ReadingProblem problem in page.Problems)
        {
            while (next < _outcomes.Count && (_outcomes[next].Record?.Line ?? _outcomes[next].Problem!.Line) <= problem.Line)
            {
                merged.Add(_outcomes[next++]);
            }

            merged.Add(ReadOutcome.Of(problem));
        }

        merged.AddRange(_outcomes.Skip(next));
        return merged.DrainToImmutable();
    }

    private static int EndOfPaper(ParagraphRole[] roles, int title)
    {
        int end = title + 1;
        while (end < roles.Length && roles[end] is ParagraphRole.Between or ParagraphRole.Abstract or ParagraphRole.Continuation)
        {
            end++;
        }

        return end;
    }

    /// <summary>The banner can run into the page's first title, in every layout in which text was copied without its line ends.</summary>
    private ImmutableArray<Paragraph> WithoutRunIn(ImmutableArray<Paragraph> paragraphs) => _position > 0
        ? paragraphs
        : [.. paragraphs.Select(paragraph => InterfaceText.RunInLength(paragraph.Text) is var length and > 0 ? paragraph with { Text = paragraph.Text[length..] } : paragraph)];

    private void AddPaper(Paragraph[] parts, Trailer? trailer, bool isLastOfPage)
    {
        _position++;
        string title = FoldedText.Of(parts[0].Text);
        string text = string.Join("\n\n", parts.Skip(1).Select(part => part.Text));
        if (title.Length > limits.TitleLength || text.Length > limits.AbstractLength)
        {
            AddProblem(ProblemCode.TextTooLong, parts[0].Line, string.Create(CultureInfo.InvariantCulture, $"\"{Shown.Short(title)}\" has a title of {title.Length} and an abstract of {text.Length} characters; the most are {limits.TitleLength} and {limits.AbstractLength}"));
            return;
        }

        if (text.Length == 0)
        {
            AddProblem(ProblemCode.AbstractMissing, parts[0].Line, $"\"{Shown.Short(title)}\" has no abstract");
        }
        else if (isLastOfPage && trailer is null && !TextShape.EndsWhole(text))
        {
            AddProblem(ProblemCode.AbstractCut, parts[^1].Line, $"the page ends in the middle of the abstract of \"{Shown.Short(title)}\"");
        }

        if (trailer?.ImpossibleDate is { } impossible)
        {
            AddProblem(ProblemCode.ImpossibleDate, trailer.Line, $"\"{Shown.Short(impossible)}\" is no day of the calendar; \"{Shown.Short(title)}\" was kept without a date");
        }

        var paper = new PaperRecord
        {
            Source = name,
            Position = _position,
            Title = title,
            Abstract = text,
            AuthorCount = trailer?.AuthorCount,
            Organisation = trailer?.Organisation,
            Date = trailer?.Date,
            Comments = trailer?.Comments,
        };
        _outcomes.Add(ReadOutcome.Of(new ReadRecord(paper, trailer?.DayWithoutYear, parts[0].Line)));
    }

    /// <summary>Text that is no paper's: prose always is reported, a phrase where it may have been a title.</summary>
    private void AddStray(Paragraph paragraph, bool isLastOfPage)
    {
        if (TextShape.Prose(paragraph.Text) > 0)
        {
            _position++;
            AddProblem(ProblemCode.AbstractWithoutTitle, paragraph.Line, $"an abstract without a title before it: \"{Shown.Short(paragraph.Text)}\"");
        }
        else if (_position > 0 && TextShape.CountWords(paragraph.Text) >= FewestTitleWords)
        {
            _position++;
            AddProblem(ProblemCode.TitleWithoutAbstract, paragraph.Line, $"what may be a title has no abstract after it{(isLastOfPage ? " (the page ends here)" : "")}: \"{Shown.Short(paragraph.Text)}\"");
        }
    }

    private void AddProblem(ProblemCode code, int line, string message) => _outcomes.Add(ReadOutcome.Of(new ReadingProblem(code, name, line, message)));

    private static int? Newest(int? one, int? other) => one is null || other > one ? other ?? one : one;
}
