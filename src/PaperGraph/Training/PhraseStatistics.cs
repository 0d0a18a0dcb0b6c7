using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Training;

/// <summary>Counts over the corpus of every phrase inside a noun phrase: papers, whole or nested, authors' keyword or not.</summary>
internal sealed class PhraseStatistics
{
    public const int LongestPhrase = 5;
    private const int FewestPapers = 2;
    private const int MostPhrases = 900_000;

    /// <summary>Fewer papers say nothing about the share of titles.</summary>
    private const int FewestToTell = 4;
    private const double LargestTitleShare = 0.33;

    private readonly FeatureIndex _index = new();
    private readonly List<Tally> _tallies = [];
    private int[] _firsts = new int[512];
    private int[] _lasts = new int[512];

    private sealed class Tally
    {
        public int Papers;
        public int Occurrences;
        public int Alone;
        public KeywordTally Even;
        public KeywordTally Odd;
        public int LastPaper = -1;
    }

    private struct KeywordTally
    {
        public int Papers;
        public int Hits;
        public int Anywhere;

        /// <summary>Papers, with keywords or without, that hold it, and of these those with it in the title.</summary>
        public int Held;
        public int Titles;
    }

    /// <summary>Which of the two halves a paper's keywords are counted in.</summary>
    public static int HalfOf(int paper) => paper & 1;

    /// <param name="paper">Number of the paper: a phrase counts once in each.</param>
    /// <param name="keywords">Hashes of the authors' keywords; null where the paper has none of use.</param>
    public void Add(int paper, TaggedText text, HashSet<ulong>? keywords)
    {
        if (_firsts.Length < text.Count)
        {
            (_firsts, _lasts) = (new int[text.Count * 2], new int[text.Count * 2]);
        }

        NounPhrases.Mark(text, _firsts, _lasts);
        for (int first = 0; first < text.Count; first++)
        {
            if (_firsts[first] == NounPhrases.None)
            {
                continue;
            }

            for (int last = first; last <= _lasts[first] && last - first < LongestPhrase; last++)
            {
                if (NounPhrases.CanClose(text, last))
                {
                    Count(paper, text.PhraseOf(first, last), first == _firsts[first] && last == _lasts[first], text.Text[first].Has(TokenTraits.Title), keywords);
                }
            }
        }

        foreach (ulong keyword in keywords ?? [])
        {
            KeywordsOf(Of(keyword), paper).Anywhere++;
        }
    }

    /// <param name="half">Leave out the other half's keywords, so that a ranker can learn from the papers of the other half without knowing the answers; null keeps both.</param>
    public PhraseTable ToTable(int? half = null)
    {
        IEnumerable<int> kept = Enumerable.Range(0, _tallies.Count)
            .Where(i => _tallies[i].Papers >= FewestPapers || _tallies[i].Even.Anywhere + _tallies[i].Odd.Anywhere > 0)
            .OrderByDescending(i => _tallies[i].Papers + (3 * (_tallies[i].Even.Anywhere + _tallies[i].Odd.Anywhere))).ThenBy(i => i)
            .Take(MostPhrases);
        return PhraseTable.Build(kept.Select(i => KeyValuePair.Create(_index.Features[i], Bins(_tallies[i], half))).Where(phrase => phrase.Value != default));
    }

    private static PhraseCounts Bins(Tally tally, int? half)
    {
        var keywords = new KeywordTally
        {
            Papers = (half == 1 ? 0 : tally.Even.Papers) + (half == 0 ? 0 : tally.Odd.Papers),
            Hits = (half == 1 ? 0 : tally.Even.Hits) + (half == 0 ? 0 : tally.Odd.Hits),
            Anywhere = (half == 1 ? 0 : tally.Even.Anywhere) + (half == 0 ? 0 : tally.Odd.Anywhere),
            Held = (half == 1 ? 0 : tally.Even.Held) + (half == 0 ? 0 : tally.Odd.Held),
            Titles = (half == 1 ? 0 : tally.Even.Titles) + (half == 0 ? 0 : tally.Odd.Titles),
        };
        return new PhraseCounts(
            (byte)(tally.Papers == 0 ? 0 : Math.Clamp(Math.Round(1.2 * Math.Log2(tally.Papers)), 1, 15)),
            (byte)(tally.Occurrences == 0 ? 0 : Math.Clamp(Math.Round(1.0 + (6.0 * tally.Alone / tally.Occurrences)), 1, 7)),
            (byte)(keywords.Papers < 3 ? 0 : Math.Clamp(Math.Round(1.0 + (6.0 * Math.Sqrt((keywords.Hits + 0.05) / (keywords.Papers + 2.0)))), 1, 7)),
            (byte)Math.Clamp(keywords.Anywhere == 0 ? 0 : 1 + Math.Round(Math.Log2(keywords.Anywhere)), 0, 7),
            (byte)(keywords.Held < FewestToTell ? 0 : Math.Clamp(Math.Floor(8 + Math.Log2((keywords.Titles + 0.1) / (keywords.Held + 2) / LargestTitleShare)), 1, 7)));
    }

    private static ref KeywordTally KeywordsOf(Tally tally, int paper)
    {
        if (HalfOf(paper) == 0)
        {
            return ref tally.Even;
        }

        return ref tally.Odd;
    }

    private void Count(int paper, ulong phrase, bool alone, bool inTitle, HashSet<ulong>? keywords)
    {
        Tally tally = Of(phrase);
        tally.Occurrences++;
        tally.Alone += alone ? 1 : 0;
        if (tally.LastPaper != paper)
        {
            tally.LastPaper = paper;
            tally.Papers++;
            ref KeywordTally tallied = ref KeywordsOf(tally, paper);
            // The title is read first: a phrase that stands there is met there first.
            tallied.Held++;
            tallied.Titles += inTitle ? 1 : 0;
            if (keywords is not null)
            {
                tallied.Papers++;
                tallied.Hits += keywords.Contains(phrase) ? 1 : 0;
            }
        }
    }

    private Tally Of(ulong phrase)
    {
        int number = _index.FindOrAdd(phrase);
        if (number == _tallies.Count)
        {
            _tallies.Add(new Tally());
        }

        return _tallies[number];
    }
}
