using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>The words around one address: its sentence, less what belongs to the addresses before and behind it.</summary>
internal sealed class LinkContext
{
    private const int FurthestWords = 40;

    private LinkContext(string title, string text, TextSpan span, List<CueWord> before, List<CueWord> after, bool inherited)
    {
        Title = title;
        Text = text;
        Span = span;
        Before = before;
        After = after;
        IsInherited = inherited;
    }

    public string Title { get; }

    public string Text { get; }

    public TextSpan Span { get; }

    /// <summary>From the sentence's start, or the address before, to the address.</summary>
    public List<CueWord> Before { get; }

    /// <summary>From the address to the sentence's end, or the next address.</summary>
    public List<CueWord> After { get; }

    /// <summary>The text of a LaTeX link to the address: <c>\href{…}{these words}</c>.</summary>
    public List<CueWord> Label { get; private init; } = [];

    /// <summary>Whether the words before point straight at the address: <c>Code:</c>, <c>the videos are at</c>.</summary>
    public bool IsAnnounced
    {
        get
        {
            if (Opening == ':')
            {
                return true;
            }

            if (Before.Count == 0)
            {
                return false;
            }

            ReadOnlySpan<char> last = Before[^1].In(Text);
            bool verb = Before.Count > 1 && Before[^2].In(Text) is "is" or "are";
            return last is "at" or "At" or "here" or "below" or "link" or "url" or "URL" || (verb && last is "in" or "on" or "under" or "via");
        }
    }

    /// <summary>Whether <see cref="Before"/> are the words before an earlier address of the same list: <c>(A, B)</c>.</summary>
    public bool IsInherited { get; }

    /// <summary>Whether <see cref="After"/> ends at another address, which those words may belong to.</summary>
    public bool LeadsToNext { get; private init; }

    /// <summary>Whether another address of the paper leads to a host of code.</summary>
    public bool HasRepositoryElsewhere { get; init; }

    /// <summary>The character before the address, blanks looked over.</summary>
    public char Opening
    {
        get
        {
            int at = Span.Start - 1;
            while (at >= 0 && char.IsWhiteSpace(Text[at]))
            {
                at--;
            }

            return at >= 0 ? Text[at] : '\0';
        }
    }

    /// <param name="previous">The context of the address before, if any.</param>
    /// <param name="nextStart">Where the next address begins; the text's length where there is none.</param>
    public static LinkContext Of(string title, string text, TextSpan span, LinkContext? previous, int nextStart, bool repositoryElsewhere)
    {
        int start = ReleaseSentence.StartBefore(text, span.Start);
        bool sameSentence = previous is not null && previous.Span.End > start;
        int from = sameSentence ? previous!.Span.End : start;
        int end = Math.Min(ReleaseSentence.EndAfter(text, span.End), nextStart);
        List<CueWord> before = Words(text, from, span.Start);
        List<CueWord> after = Words(text, span.End, end);
        if (!sameSentence && previous is null && start > 0 && (before.Count == 0 || IsAboutEarlier(text, before)))
        {
            // The address is a sentence of its own, or "it" is there: the sentence before says what is meant.
            List<CueWord> earlier = Words(text, ReleaseSentence.StartBefore(text, Math.Max(0, text.AsSpan(0, start).TrimEnd(" .\r\n\"“({").Length)), start);
            bool speaks = earlier.Exists(word => word.Has(Cue.Release)) && earlier.Exists(word => word.Has(Cue.Thing)) && earlier.Count < 25;
            before = speaks ? [.. earlier, .. before] : before;
        }

        bool inherits = sameSentence && !before.Exists(word => word.Has(Cue.Thing | Cue.Release | Cue.Pointer | Cue.Use));
        inherits |= previous is not null && before.Count == 0
            && text.AsSpan(previous.Span.End, span.Start - previous.Span.End).Trim(" ,;.()\r\n").IsEmpty;

        return new LinkContext(title, text, span, inherits ? previous!.Before : before, after, inherits)
        {
            HasRepositoryElsewhere = repositoryElsewhere,
            LeadsToNext = end == nextStart && nextStart < text.Length,
            Label = LabelOf(text, span.End),
        };
    }

    /// <summary>Whether a pronoun stands for the thing: <c>It is available at</c>, <c>please find them at</c>.</summary>
    private static bool IsAboutEarlier(string text, List<CueWord> before) =>
        before.Count <= 12 && !before.Exists(word => word.Has(Cue.Thing))
        && before.Exists(word => word.In(text) is "it" or "It" or "they" or "They" or "them" or "both" or "Both" or "These" or "these");

    private static List<CueWord> LabelOf(string text, int end)
    {
        if (!text.AsSpan(end).StartsWith("}{"))
        {
            return [];
        }

        int length = text.AsSpan(end + 2, Math.Min(80, text.Length - end - 2)).IndexOf('}');
        return length > 0 && !text.AsSpan(end + 2, length).Contains('/') ? Words(text, end + 2, end + 2 + length) : [];
    }

    private static List<CueWord> Words(string text, int start, int end)
    {
        var words = new List<CueWord>();
        CueWords.Read(text, start, end, words);
        if (words.Count > FurthestWords)
        {
            words.RemoveRange(0, words.Count - FurthestWords);
        }

        return words;
    }
}
