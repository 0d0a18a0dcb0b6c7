using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>An address as the reader mended it, and the place where it stands.</summary>
/// <param name="Span">As written, with the repairs' blanks and a doubled copy.</param>
/// <param name="Host">Lower case, with port, as mended; <c>www.</c> is still there.</param>
/// <param name="Path">With its leading slash, query and fragment; empty where there is none.</param>
internal readonly record struct FoundAddress(TextSpan Span, string Host, string Path);
