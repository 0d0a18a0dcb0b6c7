using System.Collections.Immutable;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Introductions;

/// <summary>Makes an introduced name a concept of its paper where the concept stage has not.</summary>
internal static class IntroducedConcepts
{
    /// <summary>How often an introduced name is among the concepts that experts list.</summary>
    private const double Score = 0.9;

    /// <summary>What is introduced is what the paper is about, and what is said to be data is a dataset, whatever it looked like to the tagger.</summary>
    /// <param name="score">The concept's score where it is made.</param>
    public static void Ensure(ExtractionDraft draft, IntroducedName introduced, double score = Score, bool main = true)
    {
        string name = introduced.Name;
        int known = draft.Concepts.FindIndex(mention => Has(mention, name));
        if (known >= 0)
        {
            ConceptMention mention = draft.Concepts[known];
            draft.Concepts[known] = mention with { Main = mention.Main || main, Kind = KindOf(draft, mention, introduced) };
            return;
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

    /// <summary>A system may be called by what it does (<c>Parallel Tracking</c>); a task is introduced as one.</summary>
    private static ConceptKind KindOf(ExtractionDraft draft, ConceptMention mention, IntroducedName introduced) =>
        introduced.IsData ? ConceptKind.Dataset
        : mention.Kind == ConceptKind.Task && !introduced.Name.EndsWith("Problem", StringComparison.OrdinalIgnoreCase) && !introduced.Name.EndsWith("Task", StringComparison.OrdinalIgnoreCase) && !mention.Spans.Any(span => IsCalledTask(draft.Abstract, span)) ? ConceptKind.Method
        : mention.Kind;

    private static bool IsCalledTask(string text, TextSpan span)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, span.Start).TrimEnd(), after = text.AsSpan(span.End).TrimStart(" )");
        return after.StartsWith("task", StringComparison.OrdinalIgnoreCase) || after.StartsWith("problem", StringComparison.OrdinalIgnoreCase) || after.StartsWith("challenge", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("task of", StringComparison.OrdinalIgnoreCase) || before.EndsWith("problem of", StringComparison.OrdinalIgnoreCase) || before.TrimEnd(",:").EndsWith("task", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Has(ConceptMention mention, string name)
    {
        if (mention.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || mention.Surface.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (string surface in mention.Surfaces)
        {
            if (surface.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
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
