namespace PaperGraph.Extraction.Tagging;

/// <summary>The hashes and counts of the phrases of one text: those inside its noun phrases are looked up once, all together, however often they are asked for.</summary>
internal sealed class PhraseSpans(PhraseTable phrases)
{
    /// <summary>Tokens of the longest phrase that is kept; a longer one, or one over the bounds of a noun phrase, is looked up when it is asked for.</summary>
    private const int Longest = 7;

    /// <summary>Places that a first token has room for.</summary>
    private const int Width = 8;

    private int[] _lasts = [];
    private ulong[] _hashes = new ulong[512 * Width];
    private ushort[] _counts = new ushort[512 * Width];

    /// <param name="lasts">The last token of each token's noun phrase (<see cref="NounPhrases.Mark"/>); to stay as it is as long as this text is asked about.</param>
    public void Read(TaggedText text, int[] lasts)
    {
        _lasts = lasts;
        if (_counts.Length < text.Count * Width)
        {
            int capacity = Math.Max(text.Count * Width, _counts.Length * 2);
            (_hashes, _counts) = (new ulong[capacity], new ushort[capacity]);
        }

        for (int first = 0; first < text.Count; first++)
        {
            ulong phrase = 0;
            for (int last = first; last <= LastOf(first); last++)
            {
                _hashes[Place(first, last)] = phrase = text.Append(phrase, last);
                phrases.FetchAhead(phrase);
            }
        }

        for (int first = 0; first < text.Count; first++)
        {
            for (int last = first; last <= LastOf(first); last++)
            {
                _counts[Place(first, last)] = phrases[_hashes[Place(first, last)]].Pack();
            }
        }
    }

    /// <summary>As <see cref="TaggedText.PhraseOf"/>.</summary>
    public ulong HashOf(TaggedText text, int first, int last) => last <= LastOf(first) ? _hashes[Place(first, last)] : text.PhraseOf(first, last);

    /// <summary>What the corpus taught about the phrase from one token to another.</summary>
    public PhraseCounts CountsOf(TaggedText text, int first, int last) =>
        last <= LastOf(first) ? PhraseCounts.Unpack(_counts[Place(first, last)]) : phrases[text.PhraseOf(first, last)];

    /// <summary>The last token of the longest kept phrase that starts here; before <paramref name="first"/> where none does.</summary>
    private int LastOf(int first) => Math.Min(_lasts[first], first + Longest - 1);

    private static int Place(int first, int last) => (first * Width) + last - first;
}
