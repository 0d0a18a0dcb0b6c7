using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Every phrase of a text that may be a concept: the parts of its noun phrases, and what the term tagger found beside them.</summary>
internal sealed class CandidateSet
{
    public const int LongestPhrase = 6;
    internal const int LongestMention = 9;

    /// <summary><see cref="Candidate.PlaceInTitle"/> of a phrase that is all of a noun phrase.</summary>
    internal const int WholePhrase = 4;

    private const float LikelyMention = 0.3f;

    /// <summary>Below this, a part of a noun phrase needs to be known to the corpus, or it is not looked at.</summary>
    private const float Unlikely = 0.01f;

    private static readonly Vector256<float> s_none = Vector256<float>.Zero;

    private readonly WordRepetition _repetition = new();
    private int[] _slots = new int[2048];

    public Candidate[] Items { get; private set; } = new Candidate[512];

    public int Count { get; private set; }

    public Occurrence[] Occurrences { get; private set; } = new Occurrence[1024];

    private int _occurrences;

    /// <summary>Whether the authors speak of themselves.</summary>
    public bool IsFirstPerson { get; private set; }

    public void Collect(TaggedText text, TermFeatures features, TermLattice lattice)
    {
        Count = 0;
        _occurrences = 0;
        IsFirstPerson = false;
        Array.Clear(_slots);
        _repetition.Read(text);
        bool proposing = false;
        for (int first = 0; first < text.Count; first++)
        {
            if (text.Text[first].Has(TokenTraits.SentenceStart))
            {
                proposing = ProposingSentence.StartsAt(text, first, out bool isFirstPerson);
                IsFirstPerson |= isFirstPerson;
            }

            CollectFrom(text, features, lattice, first, proposing);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CollectFrom(TaggedText text, TermFeatures features, TermLattice lattice, int first, bool proposing)
    {
        if (TermFeatures.IsOutside(text, first))
        {
            // Opens no noun phrase and begins no mention, as a third of all tokens.
            return;
        }

        int runFirst = features.RunFirsts[first], runLast = features.RunLasts[first];
        float begins = TypeChances.Sum(lattice.Begins(first));
        bool opens = runFirst >= 0 && NounPhrases.CanOpen(text, first);
        int longest = Math.Min(text.Count - 1, first + (begins > LikelyMention ? LongestMention : LongestPhrase) - 1);
        if (!opens && (begins <= LikelyMention || NounPhrases.IsPraise(text, first)))
        {
            return;
        }

        bool presented = proposing && ProposingSentence.PresentsAt(text, first);

        // What a grading adjective stands before is a noun phrase too.
        bool graded = runFirst >= 0 && runFirst == first - 1 && (text.Signs[runFirst] & WordSigns.MostlyEvaluative) != 0;
        float container = 0;
        // Longest first, so that each knows the likeliest stretch around it that starts with it.
        int end = first;
        while (end < longest && !text.Text[end + 1].Has(TokenTraits.SentenceStart) && end + 1 != text.Text.TitleCount && (begins > LikelyMention ? !Divides(text, end + 1) : end + 1 <= runLast))
        {
            end++;
        }

        Span<Vector256<float>> all = stackalloc Vector256<float>[LongestMention];
        lattice.ChancesFrom(first, end, all);
        Span<ulong> hashes = stackalloc ulong[LongestMention];
        ulong phrase = 0;
        for (int last = first; last <= end; last++)
        {
            hashes[last - first] = phrase = last <= runLast ? features.Phrases.HashOf(text, first, last) : text.Append(phrase, last);
        }

        for (int last = end; last >= first; last--)
        {
            bool inRun = opens && last <= runLast && last - first < LongestPhrase && NounPhrases.CanClose(text, last);
            ref readonly Vector256<float> types = ref begins > 0.005f ? ref all[last - first] : ref s_none;
            float chance = TypeChances.Sum(in types);
            bool whole = last == runLast && (first == runFirst || (first == runFirst + 1 && graded));
            if (chance > LikelyMention || (inRun && (whole || chance > Unlikely || features.Phrases.CountsOf(text, first, last).Frequency > 0)))
            {
                Add(text, hashes[last - first], first, last, chance, in types, all[last - first][TermLabel.Generic], whole, proposing, presented, container, runFirst, runLast);
            }

            container = Math.Max(container, chance);
        }
    }

    /// <summary>Adds a phrase, wherever it stands, that nothing else made a candidate.</summary>
    public void AddEverywhere(TaggedText text, TermFeatures features, TermLattice lattice, ulong phrase)
    {
        Span<Vector256<float>> all = stackalloc Vector256<float>[LongestMention];
        for (int first = 0; first < text.Count; first++)
        {
            ulong soFar = 0;
            for (int last = first; last < Math.Min(text.Count, first + LongestMention) && (last == first || !text.Text[last].Has(TokenTraits.SentenceStart)); last++)
            {
                soFar = text.Append(soFar, last);
                if (soFar == phrase && text.Text[first].Kind == TokenKind.Word && text.Text[last].Kind == TokenKind.Word)
                {
                    lattice.ChancesFrom(first, last, all);
                    ref readonly Vector256<float> types = ref all[last - first];
                    Add(text, phrase, first, last, TypeChances.Sum(in types), in types, types[TermLabel.Generic], whole: true, proposing: false, presented: false, container: 0, features.RunFirsts[first], features.RunLasts[last]);
                }
            }
        }
    }

    /// <summary>No concept goes on over it: brackets and other marks, verbs, also one without an ending after a noun (<c>graph kernels predict folds</c>; not in <c>learning to rank</c>).</summary>
    private static bool Divides(TaggedText text, int index) => TermFeatures.IsOutside(text, index) || NounPhrases.BeginsClause(text, index)
        || (text.Tags[index] == PartOfSpeech.BaseVerb && text.Tags[index - 1] is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.Name);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(TaggedText text, ulong phrase, int first, int last, float chance, in Vector256<float> types, float generic, bool whole, bool proposing, bool presented, float container, int runFirst, int runLast)
    {
        ref Candidate candidate = ref FindOrAdd(phrase);
        if (_occurrences == Occurrences.Length)
        {
            Occurrence[] longer = new Occurrence[_occurrences * 2];
            Occurrences.CopyTo(longer, 0);
            Occurrences = longer;
        }

        bool known = candidate.Count > 0;
        Occurrences[_occurrences] = new Occurrence(first, last, known ? candidate.LastOccurrence : -1);
        candidate.LastOccurrence = _occurrences++;
        candidate.Count++;
        candidate.TitleCount += text.Text[first].Has(TokenTraits.Title) ? 1 : 0;
        candidate.AloneCount += whole ? 1 : 0;
        candidate.HeadsTitle |= whole && text.Text[first].Has(TokenTraits.Title);
        CountRun(text, ref candidate, first, last, runFirst, runLast);
        if (!known || chance > candidate.BestChance)
        {
            (candidate.BestFirst, candidate.BestLast) = (first, last);
        }

        if (!known)
        {
            candidate.LeastRepeated = _repetition.LeastOf(text, first, last, out candidate.TitleWords);
        }

        if (!known || (candidate.Earliest < text.Text.TitleCount && first >= text.Text.TitleCount))
        {
            candidate.Earliest = first;
        }

        candidate.BestChance = Math.Max(candidate.BestChance, chance);
        candidate.ChanceSum += chance;
        candidate.GenericChance = Math.Max(candidate.GenericChance, generic);
        candidate.ContainerChance = Math.Max(candidate.ContainerChance, container);
        candidate.Types += types;

        candidate.Proposed |= proposing;
        candidate.Presented |= presented;
        candidate.HasShortForm |= last + 3 < text.Count && text.Text.FormOf(last + 1) is "(" && text.Text.FormOf(last + 3) is ")" && text.Text[last + 2].Has(TokenTraits.AllUpper | TokenTraits.InnerUpper);
    }

    private static void CountRun(TaggedText text, ref Candidate candidate, int first, int last, int runFirst, int runLast)
    {
        if (runFirst < 0)
        {
            return;
        }

        if (text.Text[first].Has(TokenTraits.Title))
        {
            candidate.PlaceInTitle = Math.Max(candidate.PlaceInTitle, first == runFirst ? (last == runLast ? WholePhrase : 2) : last == runLast ? 3 : 1);
        }

        // Of runs that are longer than the longest phrases, the words around the candidate tell.
        ulong run = text.PhraseOf(Math.Max(runFirst, first - 2), Math.Clamp(last + 2, last, Math.Max(last, runLast)));
        if (candidate.DistinctRuns == 0)
        {
            (candidate.FirstRun, candidate.DistinctRuns) = (run, 1);
        }
        else if (run != candidate.FirstRun && candidate.DistinctRuns == 1)
        {
            (candidate.SecondRun, candidate.DistinctRuns) = (run, 2);
        }
        else if (run != candidate.FirstRun && run != candidate.SecondRun)
        {
            candidate.DistinctRuns = 3;
        }
    }

    /// <summary>The candidate's number; -1 where there is none.</summary>
    public int Find(ulong phrase)
    {
        int mask = _slots.Length - 1;
        int slot = (int)phrase & mask;
        while (_slots[slot] != 0 && Items[_slots[slot] - 1].Phrase != phrase)
        {
            slot = (slot + 1) & mask;
        }

        return _slots[slot] - 1;
    }

    private ref Candidate FindOrAdd(ulong phrase)
    {
        int mask = _slots.Length - 1;
        int slot = (int)phrase & mask;
        while (_slots[slot] != 0)
        {
            if (Items[_slots[slot] - 1].Phrase == phrase)
            {
                return ref Items[_slots[slot] - 1];
            }

            slot = (slot + 1) & mask;
        }

        if (Count == Items.Length)
        {
            Candidate[] longer = new Candidate[Count * 2];
            Items.CopyTo(longer, 0);
            Items = longer;
        }

        if (Count * 2 >= _slots.Length)
        {
            _slots = new int[_slots.Length * 2];
            for (int i = 0; i < Count; i++)
            {
                Place(Items[i].Phrase, i);
            }

            Place(phrase, Count);
        }
        else
        {
            _slots[slot] = Count + 1;
        }

        Items[Count] = new Candidate { Phrase = phrase };
        return ref Items[Count++];
    }

    private void Place(ulong phrase, int number)
    {
        int mask = _slots.Length - 1;
        int slot = (int)phrase & mask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = number + 1;
    }
}
