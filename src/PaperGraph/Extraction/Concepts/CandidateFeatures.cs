using System.Runtime.CompilerServices;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>What the ranker looks at; training and ranking share it.</summary>
internal static class CandidateFeatures
{
    public const int Count = 66;

    /// <summary>Tells every feature of a candidate, each template once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tell<TListener>(TaggedText text, TermFeatures runs, in Candidate candidate, ref TListener f)
        where TListener : struct, IFeatureListener, allows ref struct
    {
        int first = candidate.BestFirst, last = candidate.BestLast;
        ulong length = (ulong)Math.Min(6, text.PartCount(first, last));
        ulong tokens = (ulong)Math.Min(5, last - first + 1);
        ulong count = (ulong)Math.Min(5, candidate.Count);
        ulong title = candidate.TitleCount > 0 ? 1UL : 0;
        ulong chance = Tenths(candidate.BestChance), mean = Tenths(candidate.ChanceSum / candidate.Count);
        ulong container = Tenths(candidate.ContainerChance), generic = Tenths(candidate.GenericChance);
        PhraseSpans phrases = runs.Phrases;
        PhraseCounts corpus = phrases.CountsOf(text, first, last);
        ulong frequency = corpus.Frequency, alone = corpus.Alone, keyword = corpus.Keyword, gazetteer = corpus.Given, titles = corpus.Title;
        ulong wholes = candidate.AloneCount == 0 ? 0UL : candidate.AloneCount == candidate.Count ? 2UL : 1UL;
        int runFirst = runs.RunFirsts[first], runLast = runs.RunLasts[last];
        ulong beyondLeft = runFirst < 0 ? 3UL : (ulong)Math.Min(2, first - runFirst), beyondRight = runLast < 0 ? 3UL : (ulong)Math.Min(2, runLast - last);
        ulong shape = text.Shapes[first], lastShape = text.Shapes[last];
        ulong headFrequency = text.Words[last].Frequency, firstFrequency = text.Words[first].Frequency;
        ulong rarest = 15;
        ulong pattern = 0;
        for (int i = first; i <= last; i++)
        {
            rarest = Math.Min(rarest, text.Words[i].Frequency);
            pattern = (pattern * 17) + (ulong)text.Tags[i] + 1;
        }

        ulong place = candidate.Earliest < text.Text.TitleCount ? 9UL : (ulong)Math.Min(8, (candidate.Earliest - text.Text.TitleCount) / 25);
        ulong size = (ulong)Math.Min(9, text.Count / 40);
        ulong left = first > 0 && !text.Text[first].Has(TokenTraits.SentenceStart) ? (ulong)text.Tags[first - 1] : 17, right = last + 1 < text.Count ? (ulong)text.Tags[last + 1] : 17;
        ulong proposed = candidate.Proposed ? 1UL : 0;
        ulong known = frequency == 0 ? 0UL : 1UL, type = BestType(candidate);
        bool reachesRight = runLast > last, reachesLeft = runFirst >= 0 && runFirst < first;
        PhraseCounts longerRight = reachesRight ? phrases.CountsOf(text, first, last + 1) : default, longerLeft = reachesLeft ? phrases.CountsOf(text, first - 1, last) : default;
        ulong around = (ulong)Math.Min(3, candidate.DistinctRuns), inTitleRun = (ulong)candidate.PlaceInTitle;
        ulong growsLeft = reachesLeft ? Grown(corpus, longerLeft) : 15, growsRight = reachesRight && runFirst >= 0 && runFirst <= first ? Grown(corpus, longerRight) : 15;
        ulong least = (ulong)Math.Min(6, candidate.LeastRepeated), titleWords = (ulong)candidate.TitleWords;
        if (f.Begins(FeatureGroup.Counts(length, tokens, count, title, wholes, around)))
        {
            f.Add(0, 0);
            f.Add(1, length, tokens);
            f.Add(2, count, length);
            f.Add(3, title, length);
            f.Add(4, count, title, wholes);
            f.Add(40, wholes, count, length);
            f.Add(55, around, wholes, length);
            f.Add(56, around, title, count);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Chances(chance, length, title, wholes, known, type)))
        {
            f.Add(5, chance, length);
            f.Add(7, chance, title);
            f.Add(45, chance, wholes, known);
            f.Add(50, type, chance);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Means(mean, wholes, count, title)))
        {
            f.Add(6, mean, wholes);
            f.Add(51, mean, count, title);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Containers(container, chance, generic, length)))
        {
            f.Add(8, container, chance);
            f.Add(9, generic, length);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Frequencies(frequency, length, count, alone)))
        {
            f.Add(11, frequency, length);
            f.Add(12, frequency, count);
            f.Add(13, alone, length);
            f.Add(14, frequency, alone);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Keywords(keyword, length, title, gazetteer, count)))
        {
            f.Add(15, keyword, length);
            f.Add(16, keyword, title);
            f.Add(17, gazetteer, length);
            f.Add(18, gazetteer, title, count);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Titles(titles, title, count, alone, wholes)))
        {
            f.Add(39, alone, wholes, title);
            f.Add(53, titles, title, count);
            f.Add(54, titles, alone, wholes);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.TitlePlaces(inTitleRun, length, known, alone, titles)))
        {
            f.Add(52, titles, length);
            f.Add(57, inTitleRun, length, known);
            f.Add(58, inTitleRun, alone, titles);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Growths(growsLeft, growsRight, length, wholes, title)))
        {
            f.Add(59, growsLeft, growsRight, length);
            f.Add(60, growsLeft, wholes, title);
            f.Add(61, growsRight, wholes, title);
            f.Ends();
        }

        ulong presented = candidate.Presented ? 1UL : 0, shortForm = candidate.HasShortForm ? 1UL : 0;
        if (f.Begins(FeatureGroup.Repetitions(least, count, length, titleWords, title, wholes, presented)))
        {
            f.Add(62, least, count, length);
            f.Add(63, titleWords, title, length);
            f.Add(64, presented, wholes);
            f.Add(65, titleWords, least, wholes);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.InText(place, size, count, shortForm, proposed, title)))
        {
            f.Add(10, place);
            f.Add(35, proposed, title);
            f.Add(36, shortForm);
            f.Add(37, size);
            f.Add(38, size, count);
            f.Ends();
        }

        ulong tag = (ulong)text.Tags[first];
        if (f.Begins(FeatureGroup.Bounds(beyondLeft, beyondRight, length, tag)))
        {
            f.Add(22, beyondLeft, beyondRight, length);
            f.Add(23, beyondLeft, tag);
            f.Ends();
        }

        ulong bracketed = text.Text[first].Has(TokenTraits.Bracketed) ? 1UL : 0;
        if (f.Begins(FeatureGroup.Written(shape, lastShape, length, bracketed)))
        {
            f.Add(24, shape, length);
            f.Add(25, lastShape, length);
            f.Add(49, bracketed, shape);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Rarest(rarest, length, count)))
        {
            f.Add(28, rarest, length);
            f.Add(29, rarest, count);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Ends(headFrequency, firstFrequency, length)))
        {
            f.Add(26, headFrequency, length);
            f.Add(27, firstFrequency, length);
            f.Ends();
        }

        if (f.Begins(FeatureGroup.Neighbours(left, right, wholes)))
        {
            f.Add(20, left, wholes);
            f.Add(21, right, wholes);
            f.Ends();
        }

        ulong rarerRight = reachesRight ? longerRight.Frequency / 3UL : 9UL, rarerLeft = reachesLeft && runLast >= last ? longerLeft.Frequency / 3UL : 9UL;
        if (f.Begins(FeatureGroup.Longer(rarerRight, rarerLeft, length)))
        {
            f.Add(41, rarerRight, length);
            f.Add(42, rarerLeft, length);
            f.Ends();
        }

        ulong withoutFirst = first < last ? phrases.CountsOf(text, first + 1, last).Alone : 9UL, withoutLast = first < last ? phrases.CountsOf(text, first, last - 1).Alone : 9UL;
        if (f.Begins(FeatureGroup.Shorter(withoutFirst, withoutLast, known)))
        {
            f.Add(43, withoutFirst, known);
            f.Add(44, withoutLast, known);
            f.Ends();
        }

        ulong several = length > 1 ? 1UL : 0;
        f.Add(19, pattern);
        f.Add(30, text.Lemmas[last]);
        f.Add(31, text.Lemmas[first], several);
        f.Add(32, text.Words[last].Class, several);
        f.Add(33, text.Words[first].Class, several);
        f.Add(34, text.Words[first].CoarseClass, text.Words[last].CoarseClass, length > 2 ? 1UL : 0);
        f.Add(46, first > 0 ? text.Text[first - 1].Hash : 0);
        f.Add(47, last + 1 < text.Count ? text.Text[last + 1].Hash : 0);
        f.Add(48, candidate.Phrase);
    }

    /// <summary>The key of a template's value in the table of weights.</summary>
    public static ulong Key(int template, ulong value) => TextHash.Feature(template + 100, value);

    /// <summary>Two values as one.</summary>
    public static ulong Join(ulong first, ulong second) => (first * 251) + second;

    /// <summary>The likeliest type; 5 where none is likely.</summary>
    public static ulong BestType(in Candidate candidate)
    {
        int best = 5;
        float top = 0.05f;
        for (int type = 0; type < 5; type++)
        {
            if (candidate.Types[type] > top)
            {
                (best, top) = (type, candidate.Types[type]);
            }
        }

        return (ulong)best;
    }

    /// <summary>
    /// How much rarer the lengthened phrase is, in steps of the frequency's bins: 0 for hardly (the phrase is part of the longer one), 14 for a longer
    /// one that the corpus does not know; 15 stands for a noun phrase that does not reach so far.
    /// </summary>
    private static ulong Grown(in PhraseCounts own, in PhraseCounts longer) => longer.Frequency == 0 ? 14UL : (ulong)Math.Clamp(own.Frequency - longer.Frequency, 0, 13);

    private static ulong Tenths(float chance) => (ulong)Math.Clamp((int)(chance * 10) + (chance > 0.02f ? 1 : 0), 0, 10);
}
