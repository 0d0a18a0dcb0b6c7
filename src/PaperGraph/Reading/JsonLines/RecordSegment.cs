namespace PaperGraph.Reading;

/// <summary>Where the text of one record lies in a buffer of bytes.</summary>
/// <param name="Line">1-based line on which it starts.</param>
/// <param name="IsTooLong">The record was longer than allowed and is not in the buffer.</param>
internal readonly record struct RecordSegment(int Start, int Length, int Line, bool IsTooLong = false);
