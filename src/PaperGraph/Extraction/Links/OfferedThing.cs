namespace PaperGraph.Extraction.Links;

/// <summary>What is called free as it is introduced: <c>we present NAME, an open-source toolkit</c>, <c>a new, publicly available corpus</c>.</summary>
internal static class OfferedThing
{
    private const int Reach = 9;
    private const Cue Offered = Cue.Code | Cue.Software | Cue.Data;

    /// <param name="at">The predicate, here an adjective.</param>
    public static Cue At(WordRun words, int at)
    {
        if (at + 1 >= words.Count || words[at].Stop != '\0')
        {
            return Cue.None;
        }

        if (words.Is(at, "available"))
        {
            bool adverb = at > 1 && words.Word(at - 1) is "publicly" or "freely" or "openly";
            bool article = adverb && words.Word(at - 2) is "a" or "an" or "new" or "first";
            return article && Introduces(words, at - 1) && !words.Is(at - 3, ClaimWords.Prepositions) ? Noun(words, at, Reach) & Offered : Cue.None;
        }

        bool twoWords = words.Is(at, "source") && words.Is(at - 1, "open");
        if (!twoWords && words.Word(at) is not ("open-source" or "Open-source" or "opensource"))
        {
            return Cue.None;
        }

        int first = twoWords ? at - 1 : at;
        first -= words.Is(first - 1, ClaimWords.Degrees) ? 1 : 0;
        bool offered = words.Is(first - 1, ClaimWords.Offering) || (words.Is(first - 1, ClaimWords.Articles) && Introduces(words, first));
        return offered ? Noun(words, at, 6) & (Offered | Cue.Resource | Cue.Service) : Cue.None;
    }

    private static Cue Noun(WordRun words, int at, int reach) => words.Things(at + 1, Math.Min(ClaimClause.ObjectEnd(words, at + 1), at + reach));

    private static bool Introduces(WordRun words, int first) => words.Any(first - Reach, first, ClaimWords.Introducing);
}
