namespace PaperGraph.Reading;

/// <summary>Something in a source that could not be read as it stands, with its place. Bad input is data: listed and counted, never thrown.</summary>
/// <param name="Source">Name of the source, as in <see cref="SourceInput.Name"/>.</param>
/// <param name="Line">1-based line of the text, after decompression; 1 where the whole source is meant.</param>
/// <param name="Message">What was found there, with the value, and what to do about it. One line, without place.</param>
public sealed record ReadingProblem(ProblemCode Code, string Source, int Line, string Message)
{
    /// <summary>Whether a record is missing from the reading because of it, so that read = kept + lost. The others only mark a record that was kept.</summary>
    public bool LosesRecord => Code is ProblemCode.TitleWithoutAbstract or ProblemCode.AbstractWithoutTitle or ProblemCode.TextTooLong
        or ProblemCode.BrokenRecord or ProblemCode.TitleMissing or ProblemCode.DuplicateField or ProblemCode.LineTooLong or ProblemCode.ErrorRecord;

    /// <summary>Whether the source, or the rest of it, was not read at all.</summary>
    public bool LosesSource => Code is ProblemCode.NotText or ProblemCode.Unreadable or ProblemCode.SourceTooLarge or ProblemCode.BrokenCompression;

    /// <summary><c>source:line: message</c>, as compilers say it, so that editors can jump to the place.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source}:{Line}: {Message}");
}
