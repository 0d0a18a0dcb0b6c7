namespace PaperGraph.Reading;

/// <summary>Kinds of <see cref="ReadingProblem"/>.</summary>
public enum ProblemCode
{
    /// <summary>The source holds no characters, or white space only.</summary>
    Empty,

    /// <summary>A binary, or a format whose text cannot be read here, such as PDF.</summary>
    NotText,

    /// <summary>The source could not be opened, or reading it failed half-way.</summary>
    Unreadable,

    /// <summary>More bytes than <see cref="ReadingLimits"/> allows: the rest was not read.</summary>
    SourceTooLarge,

    /// <summary>The gzip stream is damaged or cut: what came before was read.</summary>
    BrokenCompression,

    /// <summary>Bytes that are no UTF-8, or control characters: each became U+FFFD.</summary>
    BrokenText,

    /// <summary>A text without any title that is followed by an abstract.</summary>
    NoPapers,

    /// <summary>What looks like a title, with no abstract after it.</summary>
    TitleWithoutAbstract,

    /// <summary>What looks like an abstract, with no title before it.</summary>
    AbstractWithoutTitle,

    /// <summary>The page ends in the middle of an abstract; what there is was kept.</summary>
    AbstractCut,

    /// <summary>A paper that is certain (authors and date follow) but has no abstract; kept.</summary>
    AbstractMissing,

    /// <summary>A title or abstract longer than <see cref="ReadingLimits"/> allows.</summary>
    TextTooLong,

    /// <summary>A day that does not exist; the paper was kept without a date.</summary>
    ImpossibleDate,

    /// <summary>A date without a year, where no page states one and none was given; the paper was kept without a date.</summary>
    YearUnknown,

    /// <summary>A line that is no JSON object.</summary>
    BrokenRecord,

    /// <summary>A JSON object without a title.</summary>
    TitleMissing,

    /// <summary>A field that stands twice in one JSON object.</summary>
    DuplicateField,

    /// <summary>A field of the wrong type or form; the paper was kept without it.</summary>
    BadField,

    /// <summary>A line longer than <see cref="ReadingLimits.LineBytes"/>.</summary>
    LineTooLong,

    /// <summary>The error line of an earlier step (<c>{"error": …}</c>) in the place of a record.</summary>
    ErrorRecord,
}
