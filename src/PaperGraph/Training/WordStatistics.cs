using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Training;

/// <summary>Words of the corpus with their document frequencies, and the sequence of the frequent ones.</summary>
internal sealed class WordStatistics
{
    private const int FewestPapers = 4;
    private const int MostWords = 60_000;

    private WordStatistics(ulong[] words, int[] papers, bool[] isCased, List<int> sequence) => (Words, Papers, IsCased, Sequence) = (words, papers, isCased, sequence);

    /// <summary>Most frequent first.</summary>
    public ulong[] Words { get; }

    public int[] Papers { get; }

    /// <summary>Whether the word mostly has a capital inside a sentence of an abstract.</summary>
    public bool[] IsCased { get; }

    /// <summary>All texts as word numbers, -1 between sentences and for rare words.</summary>
    public List<int> Sequence { get; }

    public static WordStatistics Count(IReadOnlyList<TrainingPaper> corpus)
    {
        var index = new FeatureIndex();
        var papers = new List<int>();
        var last = new List<int>();
        var cased = new List<int>();
        var inside = new List<int>();
        var sequence = new List<int>();
        var text = new TokenizedText();
        var tokenizer = new Tokenizer(static _ => false);
        for (int paper = 0; paper < corpus.Count; paper++)
        {
            tokenizer.Tokenize(corpus[paper].Title, corpus[paper].Abstract, [], text);
            foreach (Token token in text.Tokens)
            {
                if (token.Has(TokenTraits.SentenceStart))
                {
                    sequence.Add(-1);
                }

                int word = index.FindOrAdd(token.Kind == TokenKind.Word ? token.Hash : TextHash.OfWord(text.FormOf(in token)) ^ (ulong)token.Kind);
                if (word == papers.Count)
                {
                    papers.Add(0);
                    last.Add(-1);
                    cased.Add(0);
                    inside.Add(0);
                }

                if (last[word] != paper)
                {
                    papers[word]++;
                    last[word] = paper;
                }

                if (!token.Has(TokenTraits.Title | TokenTraits.SentenceStart))
                {
                    inside[word]++;
                    cased[word] += token.Has(TokenTraits.InitialUpper) ? 1 : 0;
                }

                sequence.Add(word);
            }
        }

        int[] kept = [.. Enumerable.Range(0, papers.Count).Where(word => papers[word] >= FewestPapers).OrderByDescending(word => papers[word]).ThenBy(word => word).Take(MostWords)];
        int[] number = new int[papers.Count];
        Array.Fill(number, -1);
        for (int i = 0; i < kept.Length; i++)
        {
            number[kept[i]] = i;
        }

        for (int i = 0; i < sequence.Count; i++)
        {
            sequence[i] = sequence[i] < 0 ? -1 : number[sequence[i]];
        }

        return new WordStatistics([.. kept.Select(word => index.Features[word])], [.. kept.Select(word => papers[word])], [.. kept.Select(word => cased[word] * 2 > inside[word])], sequence);
    }

    /// <summary>1 (4 papers of 65,000) to 15 (nearly all): by powers of two.</summary>
    public static byte FrequencyBin(int papers) => (byte)Math.Clamp((int)Math.Round(Math.Log2(papers)), 1, 15);

    public Lexicon ToLexicon(byte[] classes, byte[] coarse, WordTags[] tags)
    {
        KeyTable keys = KeyTable.Build(Words);
        var attributes = new WordAttributes[keys.Capacity];
        for (int i = 0; i < Words.Length; i++)
        {
            attributes[keys.Find(Words[i])] = new WordAttributes(FrequencyBin(Papers[i]), classes[i], coarse[i], tags[i].Only, IsCased[i], tags[i].TakesObject);
        }

        return new Lexicon(keys, attributes);
    }
}
