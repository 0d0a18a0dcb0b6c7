namespace PaperGraph.Reading;

/// <summary>Lines of a page that belong together: a title, an abstract or a part of one, or a piece of the page's frame.</summary>
/// <param name="Line">1-based number of its first line.</param>
internal readonly record struct Paragraph(int Line, string Text);
