using System.Collections.Immutable;
using System.Globalization;

namespace PaperGraph.Reading;

/// <summary>Finds the lines after an abstract that give authors, date and comments: <c>• 3 authors</c>, <c>·</c>, <c>Feb 5, 2024 4</c>,
/// on lines of their own or together on one, with or without blank lines between.</summary>
internal static class TrailerParser
{
    private const int LongestOrganisation = 80;

    /// <param name="start">Index of a line that is not blank.</param>
    /// <param name="isAfterText">Whether other lines stand between the page's last trailer and this one: only then can a line before the dot be an organisation, not a title.</param>
    /// <param name="next">Index of the first line after the trailer.</param>
    public static bool TryParse(ImmutableArray<PageLine> lines, int start, bool isAfterText, out Trailer trailer, out int next)
    {
        var cursor = new TrailerCursor(lines, start);
        int? authors = null;
        string? organisation = null;
        bool hasBullet = cursor.SkipDots();
        if (cursor.Current.Kind == TrailerPieceKind.Authors)
        {
            authors = cursor.Current.Number;
            cursor.Advance();
        }
        else if (cursor.Current.Kind == TrailerPieceKind.Text && isAfterText && cursor.Current.Text.Length <= LongestOrganisation && cursor.DotFollows)
        {
            organisation = OrganisationName.Of(cursor.Current.Text);
            cursor.Advance();
        }

        bool hasDot = cursor.SkipDots() || hasBullet;
        DateText date = default;
        string? impossible = null;
        bool hasDate = cursor.Current.Kind is TrailerPieceKind.Date or TrailerPieceKind.ImpossibleDate && (authors is not null || hasDot);
        if (hasDate)
        {
            date = cursor.Current.Date;
            impossible = cursor.Current.Kind == TrailerPieceKind.ImpossibleDate ? cursor.Current.Text : null;
            cursor.Advance();
            if (cursor.NumberAfterDots is { } comments)
            {
                date = date with { Comments = comments };
                cursor.SkipDots();
                cursor.Advance();
            }
        }

        trailer = new Trailer
        {
            Line = lines[start].Number,
            AuthorCount = authors,
            Organisation = organisation,
            Date = date.Date,
            DayWithoutYear = date.DayWithoutYear,
            Comments = date.Comments,
            ImpossibleDate = impossible,
        };
        next = cursor.NextLine;
        return (authors is not null || (hasDot && hasDate)) && cursor.IsAtLineStart;
    }

    /// <summary>The number before "author" or "authors"; false for any other text.</summary>
    public static bool TryAuthorCount(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        int space = text.IndexOfAny(' ', '\u00A0', '\t');
        return space is > 0 and <= 6 && int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && text[space..].Trim() is "author" or "authors" or "Author" or "Authors";
    }
}
