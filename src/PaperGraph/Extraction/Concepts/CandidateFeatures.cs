using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>What the ranker looks at; training and ranking share it.</summary>
internal sealed class CandidateFeatures(PhraseTable phrases)
{
    public const int Count = 62;

    public void Fill(TaggedText text, TermFeatures runs, in Candidate candidate, Span<ulong> f)
    {
        int first = candidate.BestFirst, last = candidate.BestLast;
        ulong length = (ulong)Math.Min(6, text.PartCount(first, last));
        ulong tokens = (ulong)Math.Min(5, last - first + 1);
        ulong count = (ulong)Math.Min(5, candidate.Count);
        ulong title = candidate.TitleCount > 0 ? 1UL : 0;
        ulong chance = Tenths(candidate.BestChance), mean = Tenths(candidate.ChanceSum / candidate.Count);
        ulong container = Tenths(candidate.ContainerChance), generic = Tenths(candidate.GenericChance);
        PhraseCounts corpus = phrases[candidate.Phrase];
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
        f[0] = Key(0, 0);
        f[1] = Key(1, length, tokens);
        f[2] = Key(2, count, length);
        f[3] = Key(3, title, length);
        f[4] = Key(4, count, title, wholes);
        f[5] = Key(5, chance, length);
        f[6] = Key(6, mean, wholes);
        f[7] = Key(7, chance, title);
        f[8] = Key(8, container, chance);
        f[9] = Key(9, generic, length);
        f[10] = Key(10, place);
        f[11] = Key(11, frequency, length);
        f[12] = Key(12, frequency, count);
        f[13] = Key(13, alone, length);
        f[14] = Key(14, frequency, alone);
        f[15] = Key(15, keyword, length);
        f[16] = Key(16, keyword, title);
        f[17] = Key(17, gazetteer, length);
        f[18] = Key(18, gazetteer, title, count);
        f[19] = Key(19, pattern);
        f[20] = Key(20, left, wholes);
        f[21] = Key(21, right, wholes);
        f[22] = Key(22, beyondLeft, beyondRight, length);
        f[23] = Key(23, beyondLeft, (ulong)text.Tags[first]);
        f[24] = Key(24, shape, length);
        f[25] = Key(25, lastShape, length);
        f[26] = Key(26, headFrequency, length);
        f[27] = Key(27, firstFrequency, length);
        f[28] = Key(28, rarest, length);
        f[29] = Key(29, rarest, count);
        f[30] = Key(30, text.Lemmas[last]);
        f[31] = Key(31, text.Lemmas[first], length > 1 ? 1UL : 0);
        f[32] = Key(32, text.Words[last].Class, length > 1 ? 1UL : 0);
        f[33] = Key(33, text.Words[first].Class, length > 1 ? 1UL : 0);
        f[34] = Key(34, text.Words[first].CoarseClass, text.Words[last].CoarseClass, length > 2 ? 1UL : 0);
        f[35] = Key(35, proposed, title);
        f[36] = Key(36, candidate.HasShortForm ? 1UL : 0);
        f[37] = Key(37, size);
        f[38] = Key(38, size, count);
        f[39] = Key(39, alone, wholes, title);
        f[40] = Key(40, wholes, count, length);
        f[41] = Key(41, Known(text, first, last + 1, runLast), length);
        f[42] = Key(42, Known(text, first - 1, last, runLast, runFirst), length);
        f[43] = Key(43, first < last ? phrases[text.PhraseOf(first + 1, last)].Alone : 9UL, frequency == 0 ? 0UL : 1UL);
        f[44] = Key(44, first < last ? phrases[text.PhraseOf(first, last - 1)].Alone : 9UL, frequency == 0 ? 0UL : 1UL);
        f[45] = Key(45, chance, wholes, frequency == 0 ? 0UL : 1UL);
        f[46] = Key(46, first > 0 ? text.Text[first - 1].Hash : 0);
        f[47] = Key(47, last + 1 < text.Count ? text.Text[last + 1].Hash : 0);
        f[48] = Key(48, candidate.Phrase);
        f[49] = Key(49, text.Text[first].Has(TokenTraits.Bracketed) ? 1UL : 0, shape);
        f[50] = Key(50, BestType(candidate), chance);
        f[51] = Key(51, mean, count, title);
        ulong around = (ulong)Math.Min(3, candidate.DistinctRuns), inTitleRun = (ulong)candidate.PlaceInTitle;
        ulong growsLeft = Grown(text, corpus, first - 1, last, runFirst), growsRight = Grown(text, corpus, first, last + 1, runFirst, runLast);
        f[52] = Key(52, titles, length);
        f[53] = Key(53, titles, title, count);
        f[54] = Key(54, titles, alone, wholes);
        f[55] = Key(55, around, wholes, length);
        f[56] = Key(56, around, title, count);
        f[57] = Key(57, inTitleRun, length, frequency == 0 ? 0UL : 1UL);
        f[58] = Key(58, inTitleRun, alone, titles);
        f[59] = Key(59, growsLeft, growsRight, length);
        f[60] = Key(60, growsLeft, wholes, title);
        f[61] = Key(61, growsRight, wholes, title);
    }

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

    /// <summary>How frequent the phrase is when lengthened to these tokens; 9 where the noun phrase does not reach so far.</summary>
    private ulong Known(TaggedText text, int first, int last, int runLast, int runFirst = 0) =>
        runLast < 0 || last > runLast || first < Math.Max(0, runFirst) || runFirst < 0 ? 9UL : (ulong)phrases[text.PhraseOf(first, last)].Frequency / 3;

    /// <summary>
    /// How much rarer the phrase is when lengthened to these tokens, in steps of the frequency's bins: 0 for hardly (it is part of the longer one), 14 for
    /// a longer one that the corpus does not know, 15 where the noun phrase does not reach so far.
    /// </summary>
    private ulong Grown(TaggedText text, in PhraseCounts own, int first, int last, int runFirst, int runLast = int.MaxValue)
    {
        if (runFirst < 0 || first < runFirst || runLast < 0 || last > runLast)
        {
            return 15;
        }

        int frequency = phrases[text.PhraseOf(first, last)].Frequency;
        return frequency == 0 ? 14UL : (ulong)Math.Clamp(own.Frequency - frequency, 0, 13);
    }

    private static ulong Tenths(float chance) => (ulong)Math.Clamp((int)(chance * 10) + (chance > 0.02f ? 1 : 0), 0, 10);

    private static ulong Key(int template, ulong value) => TextHash.Feature(template + 100, value);

    private static ulong Key(int template, ulong first, ulong second) => TextHash.Feature(template + 100, (first * 251) + second);

    private static ulong Key(int template, ulong first, ulong second, ulong third) => TextHash.Feature(template + 100, (((first * 251) + second) * 251) + third);
}
