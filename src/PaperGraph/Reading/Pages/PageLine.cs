namespace PaperGraph.Reading;

/// <summary>One line of a page, without white space at its ends.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Text">Empty for a blank line.</param>
internal readonly record struct PageLine(int Number, string Text)
{
    public bool IsBlank => Text.Length == 0;
}
