using System.Collections.Immutable;
using System.Globalization;

namespace PaperGraph.Reading;

internal enum TrailerPieceKind
{
    /// <summary>No further piece.</summary>
    End,
    Dot,
    Authors,
    Date,
    ImpossibleDate,
    Number,
    Text,
}

/// <summary>A part of a trailer between dots and line ends.</summary>
internal readonly record struct TrailerPiece(TrailerPieceKind Kind, string Text, int Number, DateText Date, int LineIndex)
{
    public static TrailerPiece Of(string text, int lineIndex)
    {
        if (TrailerParser.TryAuthorCount(text, out int authors))
        {
            return new(TrailerPieceKind.Authors, text, authors, default, lineIndex);
        }

        if (DateText.TryParse(text, out DateText date))
        {
            return new(TrailerPieceKind.Date, text, 0, date, lineIndex);
        }

        if (DateText.LooksLikeDate(text))
        {
            return new(TrailerPieceKind.ImpossibleDate, text, 0, default, lineIndex);
        }

        bool isNumber = text.Length <= 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 0;
        return isNumber
            ? new(TrailerPieceKind.Number, text, int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), default, lineIndex)
            : new(TrailerPieceKind.Text, text, 0, default, lineIndex);
    }
}

/// <summary>Walks over the pieces of the lines from a place on. Blank lines are stepped over.</summary>
internal struct TrailerCursor
{
    /// <summary>A trailer has seven pieces at most: authors, dots, date, dot, number. What follows is not cut up in vain.</summary>
    private const int MostPieces = 10;

    private readonly List<TrailerPiece> _pieces = [];
    private readonly int _lineCount;
    private int _index;

    public TrailerCursor(ImmutableArray<PageLine> lines, int start)
    {
        _lineCount = lines.Length;
        for (int i = start; i < lines.Length && _pieces.Count < MostPieces; i++)
        {
            if (!lines[i].IsBlank)
            {
                AddPieces(lines[i].Text, i);
            }
        }
    }

    public readonly TrailerPiece Current => At(_index);

    /// <summary>Whether the piece after this one is a dot on a line of its own, with a date behind it.</summary>
    public readonly bool DotFollows
    {
        get
        {
            int i = _index + 1;
            bool found = At(i).Kind == TrailerPieceKind.Dot;
            while (At(i).Kind == TrailerPieceKind.Dot)
            {
                i++;
            }

            return found && At(i).Kind is TrailerPieceKind.Date or TrailerPieceKind.ImpossibleDate;
        }
    }

    /// <summary>The number after one or more dots; null where anything else follows, or no dot.</summary>
    public readonly int? NumberAfterDots
    {
        get
        {
            int i = _index;
            while (At(i).Kind == TrailerPieceKind.Dot)
            {
                i++;
            }

            return i > _index && At(i).Kind == TrailerPieceKind.Number ? At(i).Number : null;
        }
    }

    /// <summary>Whether the piece before was the last of its line.</summary>
    public readonly bool IsAtLineStart => _index == 0 || At(_index).Kind == TrailerPieceKind.End || At(_index).LineIndex != At(_index - 1).LineIndex;

    /// <summary>Index of the line after the last piece taken.</summary>
    public readonly int NextLine => _index == 0 ? 0 : Math.Min(At(_index - 1).LineIndex + 1, _lineCount);

    public void Advance() => _index++;

    public bool SkipDots()
    {
        int start = _index;
        while (Current.Kind == TrailerPieceKind.Dot)
        {
            _index++;
        }

        return _index > start;
    }

    private readonly TrailerPiece At(int index) => index < _pieces.Count ? _pieces[index] : default;

    private readonly void AddPieces(string line, int lineIndex)
    {
        int start = 0;
        while (start <= line.Length && _pieces.Count < MostPieces)
        {
            int end = line.AsSpan(start).IndexOfAny('•', '·', '∙');
            string piece = (end < 0 ? line[start..] : line[start..(start + end)]).Trim();
            if (piece.Length > 0)
            {
                _pieces.Add(TrailerPiece.Of(piece, lineIndex));
            }

            if (end < 0)
            {
                return;
            }

            _pieces.Add(new TrailerPiece(TrailerPieceKind.Dot, "·", 0, default, lineIndex));
            start += end + 1;
        }
    }
}
