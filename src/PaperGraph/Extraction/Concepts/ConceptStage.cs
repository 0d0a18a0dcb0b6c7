using System.Collections.Immutable;
using PaperGraph.Extraction.Text;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Noun phrases between function words, ranked by title, repetition, shape and place.</summary>
internal sealed class ConceptStage : IExtractionStage
{
    private const int LongestPhrase = 5;
    private const int MostConcepts = 25;

    [ThreadStatic]
    private static TokenizedText? s_text;

    private readonly Tokenizer _tokenizer = new(static _ => false);

    public string Name => "concepts";

    public void Extract(ExtractionDraft draft)
    {
        TokenizedText text = s_text ??= new TokenizedText();
        _tokenizer.Tokenize(draft.Title, draft.Abstract, draft.Links, text);
        var phrases = new Dictionary<string, List<(int First, int Last)>>(StringComparer.Ordinal);
        foreach ((int first, int last) in Runs(text))
        {
            string key = KeyOf(text, first, last);
            if (!phrases.TryGetValue(key, out List<(int First, int Last)>? places))
            {
                phrases.Add(key, places = []);
            }

            places.Add((first, last));
        }

        foreach (Acronym acronym in draft.Acronyms)
        {
            Merge(phrases, acronym);
        }

        IEnumerable<ConceptMention> ranked = phrases
            .Select(phrase => Mention(text, phrase.Key, phrase.Value))
            .OrderByDescending(mention => mention.Score)
            .ThenBy(mention => mention.Name, StringComparer.Ordinal)
            .Take(MostConcepts);
        draft.Concepts.AddRange(ranked);
    }

    private static void Merge(Dictionary<string, List<(int First, int Last)>> phrases, Acronym acronym)
    {
        if (phrases.TryGetValue(KeyOf(acronym.Long), out List<(int First, int Last)>? longs) && phrases.Remove(KeyOf(acronym.Short), out List<(int First, int Last)>? shorts) && longs != shorts)
        {
            longs.AddRange(shorts);
        }
    }

    private static IEnumerable<(int First, int Last)> Runs(TokenizedText text)
    {
        int start = -1;
        for (int i = 0; i <= text.Count; i++)
        {
            bool content = i < text.Count && IsContent(text, i);
            if (start >= 0 && (!content || i == text.TitleCount || text[i].Has(TokenTraits.SentenceStart)))
            {
                if (i - start <= LongestPhrase && !(i - start == 1 && IsWeakAlone(text, start)))
                {
                    yield return (start, i - 1);
                }

                start = -1;
            }

            if (start < 0 && content)
            {
                start = i;
            }
        }
    }

    private static bool IsContent(TokenizedText text, int index)
    {
        Token token = text[index];
        ReadOnlySpan<char> form = text.FormOf(index);
        bool cased = token.Has(TokenTraits.AllUpper | TokenTraits.InnerUpper | TokenTraits.HasDigit);
        return token.Kind == TokenKind.Word && !token.Has(TokenTraits.Suspended) && !StopWords.Contains(form) && !(form.Length < 2)
            && (cased || !(form.EndsWith("ly") && form.Length > 5));
    }

    private static bool IsWeakAlone(TokenizedText text, int index)
    {
        if (text[index].Has(TokenTraits.AllUpper | TokenTraits.InnerUpper | TokenTraits.HasDigit))
        {
            return false;
        }

        ReadOnlySpan<char> form = text.FormOf(index);
        return form.EndsWith("ed") || StopWords.IsGeneric(Singular.Of(form.ToString())) || form.Length < 4;
    }

    private static string KeyOf(TokenizedText text, int first, int last) => KeyOf(text.Written(first, last).ToString());

    private static string KeyOf(string phrase) => string.Join(' ', phrase.ToLowerInvariant()
        .Split([' ', '-', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Singular.Of));

    private static ConceptMention Mention(TokenizedText text, string key, List<(int First, int Last)> places)
    {
        ImmutableArray<TextSpan> spans = [.. places.Where(place => place.First >= text.TitleCount).Select(place => SpanOf(text, place)).Order()];
        ImmutableArray<TextSpan> titleSpans = [.. places.Where(place => place.First < text.TitleCount).Select(place => SpanOf(text, place)).Order()];
        ImmutableArray<string> surfaces = [.. places.Select(place => text.Written(place.First, place.Last).ToString()).Distinct(StringComparer.Ordinal)];
        string surface = surfaces.MaxBy(form => form.Length) ?? key;
        bool cased = text[places[0].First].Has(TokenTraits.AllUpper | TokenTraits.InnerUpper | TokenTraits.HasDigit);
        int words = key.Count(character => character == ' ') + 1;
        double evidence = -1.5 + (titleSpans.IsEmpty ? 0 : 1.4) + (0.6 * Math.Min(3, places.Count - 1)) + (words is 2 or 3 ? 0.6 : 0) + (cased ? 0.4 : 0);
        return new ConceptMention(
            cased ? surface : key,
            surface,
            [surface, .. surfaces.Where(other => other != surface)],
            ConceptKind.Other,
            1 / (1 + Math.Exp(-evidence)),
            !titleSpans.IsEmpty || places.Count >= 3,
            spans,
            titleSpans);
    }

    private static TextSpan SpanOf(TokenizedText text, (int First, int Last) place) => new(text[place.First].Start, text[place.Last].End);
}
