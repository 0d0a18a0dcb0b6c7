using PaperGraph.Extraction.Introductions;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Relations;

/// <summary>A paper's abstract as words and sentences, with the concepts found in it.</summary>
internal sealed class RelationPaper
{
    /// <summary>For each word, one past the last of its sentence.</summary>
    private readonly int[] _ends;

    public RelationPaper(ExtractionDraft draft, List<NameWord> words)
    {
        (Draft, Words, _ends) = (draft, words, new int[words.Count]);
        for (int i = words.Count - 1; i >= 0; i--)
        {
            _ends[i] = i + 1 == words.Count || OpensSentence(i + 1) ? i + 1 : _ends[i + 1];
        }
    }

    public ExtractionDraft Draft { get; }

    public List<NameWord> Words { get; }

    public ReadOnlySpan<char> Written(int index) => Draft.Abstract.AsSpan(Words[index].Start, Words[index].End - Words[index].Start);

    /// <summary>One past the last word of the sentence that <paramref name="first"/> is in.</summary>
    public int EndOfSentence(int first) => _ends[first];

    /// <summary>The sentence's place, its full stop included.</summary>
    public TextSpan Span(int first, int end)
    {
        int stop = Words[end - 1].End;
        while (stop < Draft.Abstract.Length && !char.IsWhiteSpace(Draft.Abstract[stop]) && (end >= Words.Count || stop < Words[end].Start))
        {
            stop++;
        }

        return new TextSpan(Words[first].Start, stop);
    }

    /// <summary>The concept that has a place just here; null where none has.</summary>
    public ConceptMention? ConceptAt(int start, int end)
    {
        foreach (ConceptMention concept in Draft.Concepts)
        {
            foreach (TextSpan span in concept.Spans)
            {
                if (span.Start == start && span.End == end)
                {
                    return concept;
                }
            }
        }

        return null;
    }

    /// <summary>The likeliest concept that ends here and starts at <paramref name="from"/> or later.</summary>
    public ConceptMention? ConceptEndingAt(int end, int from)
    {
        ConceptMention? best = null;
        foreach (ConceptMention concept in Draft.Concepts)
        {
            foreach (TextSpan span in concept.Spans)
            {
                if (span.End == end && span.Start >= from && concept.Score > (best?.Score ?? -1))
                {
                    best = concept;
                }
            }
        }

        return best;
    }

    public void Add(string head, RelationType type, string tail, TextSpan span)
    {
        if (head.Equals(tail, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (ConceptRelation known in Draft.Relations)
        {
            if (known.Type == type && known.Head.Equals(head, StringComparison.OrdinalIgnoreCase) && known.Tail.Equals(tail, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        Draft.Relations.Add(new ConceptRelation(head, type, tail, span));
    }

    private bool OpensSentence(int index)
    {
        NameWord word = Words[index];
        return word.Mark is '.' or '?' or '!' && (char.IsUpper(Draft.Abstract[word.Start]) || char.IsDigit(Draft.Abstract[word.Start])) && word.Start - Words[index - 1].End >= 2
            && Written(index - 1) is not ("al" or "vs" or "e.g" or "i.e" or "Fig" or "cf" or "resp");
    }
}
