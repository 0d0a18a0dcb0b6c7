using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Introductions;

/// <summary>Makes an introduced name a concept of its paper where the concept stage has not.</summary>
internal static class IntroducedConcepts
{
    /// <summary>How often an introduced name is among the concepts that experts list.</summary>
    private const double Score = 0.9;

    /// <param name="score">The concept's score where it is made.</param>
    public static void Ensure(ExtractionDraft draft, IntroducedName introduced, double score = Score, bool main = true)
    {
        string name = introduced.Name;
        foreach (ConceptMention mention in draft.Concepts)
        {
            if (mention.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || mention.Surface.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            foreach (string surface in mention.Surfaces)
            {
                if (surface.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return;
                }
            }
        }

        ImmutableArray<TextSpan> spans = Places(draft.Abstract, name);
        ImmutableArray<TextSpan> titleSpans = Places(draft.Title, name);
        if (spans.IsEmpty && titleSpans.IsEmpty)
        {
            // Written with mark-up in between: there is no place to show.
            return;
        }

        int place = 0;
        while (place < draft.Concepts.Count && draft.Concepts[place].Score >= score)
        {
            place++;
        }

        string surfaceWritten = (titleSpans.IsEmpty ? spans[0].In(draft.Abstract) : titleSpans[0].In(draft.Title)).ToString();
        draft.Concepts.Insert(place, new ConceptMention(name, surfaceWritten, [surfaceWritten], introduced.IsData ? ConceptKind.Dataset : ConceptKind.Method, score, main, spans, titleSpans));
    }

    /// <summary>Every place where the name stands by itself, with a plural s or without.</summary>
    private static ImmutableArray<TextSpan> Places(string text, string name)
    {
        ImmutableArray<TextSpan>.Builder? places = null;
        int at = text.IndexOf(name, StringComparison.Ordinal);
        while (at >= 0)
        {
            int end = at + name.Length;
            int stop = end < text.Length && text[end] == 's' ? end + 1 : end;
            if ((at == 0 || !IsInName(text[at - 1])) && (stop == text.Length || !IsInName(text[stop])))
            {
                (places ??= ImmutableArray.CreateBuilder<TextSpan>()).Add(new TextSpan(at, stop));
            }

            at = text.IndexOf(name, end, StringComparison.Ordinal);
        }

        return places?.DrainToImmutable() ?? [];
    }

    private static bool IsInName(char character) => char.IsLetterOrDigit(character) || character is '-' or '/' or '_';
}
