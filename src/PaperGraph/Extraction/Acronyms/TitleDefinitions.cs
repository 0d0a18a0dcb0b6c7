namespace PaperGraph.Extraction.Acronyms;

/// <summary>Titles of the form <c>NAME: Long Form for a Purpose</c>.</summary>
internal static class TitleDefinitions
{
    public static void Find(string title, string text, List<Acronym> found)
    {
        int colon = title.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > ShortForm.Longest + 1)
        {
            return;
        }

        ReadOnlySpan<char> name = title.AsSpan(0, colon).Trim().Trim("'’‘");
        if (!ShortForm.CanBe(name) || !ShortForm.IsMarked(name) || FoundAcronyms.Has(found, ShortForm.Singular(name)))
        {
            return;
        }

        Span<WordPart> parts = stackalloc WordPart[WordParts.Most];
        int count = WordParts.Forwards(title, colon + 1, title.Length, parts);
        int first = 0;
        while (first < count && parts[first].IsFunction && parts[first].WordEnd == parts[first].End)
        {
            // An article opens no long form.
            first++;
        }

        ReadOnlySpan<char> singular = ShortForm.Singular(name);
        if (first >= count || count - first < 2 || LongFormMatch.Best(title, parts[first..count], singular, first: 0, freeTail: true) is not { } fit)
        {
            return;
        }

        // Nothing but the colon ties the two together: the letters have to be initials, nearly all.
        if (fit.Letters >= 2 && fit.IsGood(fit.Letters == 2 ? -0.7f : -0.45f))
        {
            int end = LongEnd.After(title, parts[first..count], fit.Last);
            FoundAcronyms.Add(found, name, title.AsSpan(parts[first].Start, end - parts[first].Start));
        }
    }
}
