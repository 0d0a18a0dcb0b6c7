namespace PaperGraph.Extraction.Acronyms;

/// <summary>Where a long form ends of which only the start is certain.</summary>
internal static class LongEnd
{
    /// <summary>Behind the last fitted word, and behind heads that follow it at once: <c>Sparse neural networks</c> for an S.</summary>
    public static int After(ReadOnlySpan<char> text, ReadOnlySpan<WordPart> parts, int last)
    {
        int end = parts[last].WordEnd;
        for (int i = last + 1; i < parts.Length; i++)
        {
            if (!parts[i].OpensWord)
            {
                continue;
            }

            if (parts[i].AfterMark || parts[i].IsFunction || !LongFormMatch.IsHead(text[parts[i].Start..parts[i].End]))
            {
                break;
            }

            end = parts[i].WordEnd;
        }

        return end;
    }
}
