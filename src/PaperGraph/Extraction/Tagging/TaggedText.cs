using System.Runtime.CompilerServices;
using PaperGraph.Concepts;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>A tokenized text with what is known of each token; its arrays are used again for the next paper.</summary>
internal sealed class TaggedText
{
    private ulong[] _parts = new ulong[1024];

    public TokenizedText Text { get; } = new();

    public int Count => Text.Count;

    /// <summary>Hash of the token's singular form: of all its parts where it is hyphenated.</summary>
    public ulong[] Lemmas { get; private set; } = new ulong[512];

    public WordAttributes[] Words { get; private set; } = new WordAttributes[512];

    public PartOfSpeech[] Tags { get; private set; } = new PartOfSpeech[512];

    public byte[] Shapes { get; private set; } = new byte[512];

    public WordSigns[] Signs { get; private set; } = new WordSigns[512];

    /// <summary>Number of each token's word in <see cref="Cache"/>, from the second before the first token to the second after the last.</summary>
    private int[] _words = new int[512 + (2 * Margin)];

    /// <summary>Tokens that the cache is told of before they are looked up.</summary>
    private const int Lead = 6;

    /// <summary>Tokens before and after the text that may be asked for.</summary>
    private const int Margin = 2;

    /// <summary>What holds all words of this text; null where none does, and all has to be worked out.</summary>
    public WordCache? Cache { get; private set; }

    /// <summary>The token's word in <see cref="Cache"/>; <see cref="WordCache.Nothing"/> up to two tokens before and after the text.</summary>
    public int CachedWord(int token) => _words[token + Margin];

    /// <summary>First of the token's parts among <see cref="PartsOf"/>'s; one entry more than tokens.</summary>
    private int[] _firstParts = new int[513];

    /// <summary>Hashes of the singular words that the token is made of: one, or several where it has hyphens.</summary>
    public ReadOnlySpan<ulong> PartsOf(int token) => _parts.AsSpan(_firstParts[token], _firstParts[token + 1] - _firstParts[token]);

    /// <summary>Hash of the phrase from one token to another: the same for hyphens or blanks, singular or plural.</summary>
    public ulong PhraseOf(int first, int last)
    {
        ulong phrase = 0;
        for (int i = _firstParts[first]; i < _firstParts[last + 1]; i++)
        {
            phrase = TextHash.Append(phrase, _parts[i]);
        }

        return phrase;
    }

    /// <summary>The hash of a phrase lengthened by a token; a phrase starts as 0.</summary>
    public ulong Append(ulong phrase, int token)
    {
        for (int i = _firstParts[token]; i < _firstParts[token + 1]; i++)
        {
            phrase = TextHash.Append(phrase, _parts[i]);
        }

        return phrase;
    }

    public int PartCount(int first, int last) => _firstParts[last + 1] - _firstParts[first];

    /// <summary>Fills what follows from the tokens alone.</summary>
    /// <param name="cache">Made of <paramref name="lexicon"/>; saves time, changes nothing.</param>
    public void Prepare(Lexicon lexicon, WordCache? cache = null)
    {
        if (Lemmas.Length < Count)
        {
            int capacity = Math.Max(Count, Lemmas.Length * 2);
            Lemmas = new ulong[capacity];
            Words = new WordAttributes[capacity];
            Tags = new PartOfSpeech[capacity];
            Shapes = new byte[capacity];
            Signs = new WordSigns[capacity];
            _firstParts = new int[capacity + 1];
            _words = new int[capacity + (2 * Margin)];
        }

        Cache = cache is not null && PrepareFrom(cache) ? cache : null;
        if (Cache is null)
        {
            PrepareFrom(lexicon);
        }
    }

    /// <returns>False where the cache has no room for all words.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool PrepareFrom(WordCache cache)
    {
        cache.BeginText();
        int parts = 0;
        for (int i = 0; i < Count; i++)
        {
            if (i + Lead < Count)
            {
                cache.FetchAhead(in Text[i + Lead]);
                cache.FetchWordAhead(in Text[i + (Lead / 2)]);
            }

            ref readonly Token token = ref Text[i];
            int number = cache.Find(in token, Text.FormOf(in token));
            if (number < 0)
            {
                return false;
            }

            cache.FetchRowsAhead(number);
            ref readonly CachedWord word = ref cache[number];
            _words[i + Margin] = number;
            _firstParts[i] = parts;
            Words[i] = word.Attributes;
            Shapes[i] = ShapeOf(in token);
            Signs[i] = word.Signs;
            Lemmas[i] = word.Lemma;
            if (parts + word.PartCount > _parts.Length)
            {
                Array.Resize(ref _parts, Math.Max(parts + word.PartCount, _parts.Length * 2));
            }

            foreach (ulong part in cache.PartsOf(in word))
            {
                _parts[parts++] = part;
            }
        }

        _firstParts[Count] = parts;
        _words[Count + Margin] = _words[Count + Margin + 1] = WordCache.Nothing;
        return true;
    }

    private void PrepareFrom(Lexicon lexicon)
    {
        int parts = 0;
        for (int i = 0; i < Count; i++)
        {
            ref readonly Token token = ref Text[i];
            _firstParts[i] = parts;
            Words[i] = token.Kind == TokenKind.Word ? lexicon[token.Hash] : default;
            Shapes[i] = ShapeOf(in token);
            Signs[i] = WordSign.Of(Text.FormOf(in token));
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                parts = AppendParts(Text.FormOf(in token), ref _parts, parts);
            }

            Lemmas[i] = LemmaOf(_parts.AsSpan(_firstParts[i], parts - _firstParts[i]));
        }

        _firstParts[Count] = parts;
    }

    /// <summary>Hash of a token with these parts; 0 for none.</summary>
    public static ulong LemmaOf(ReadOnlySpan<ulong> parts)
    {
        ulong lemma = 0;
        foreach (ulong part in parts)
        {
            lemma = TextHash.Append(lemma, part);
        }

        return lemma;
    }

    /// <summary>Hash of a phrase of words without punctuation, as <see cref="PhraseOf"/> gives it for one that stands in a text.</summary>
    public static ulong HashOf(ReadOnlySpan<char> phrase)
    {
        var text = new TaggedText();
        new Tokenizer(static _ => false).Tokenize("", phrase.ToString(), [], text.Text);
        text.Prepare(new Lexicon(new Models.KeyTable([]), []));
        return text.Count == 0 ? 0 : text.PhraseOf(0, text.Count - 1);
    }

    /// <summary>Adds the hashes of a form's parts behind the first <paramref name="count"/>, and returns how many there are then.</summary>
    public static int AppendParts(ReadOnlySpan<char> form, ref ulong[] parts, int count)
    {
        Span<char> buffer = stackalloc char[64];
        while (!form.IsEmpty)
        {
            int hyphen = form.IndexOfAny('-', '/', '_');
            ReadOnlySpan<char> part = hyphen < 0 ? form : form[..hyphen];
            form = hyphen < 0 ? [] : form[(hyphen + 1)..];
            if (part.IsEmpty)
            {
                continue;
            }

            if (count == parts.Length)
            {
                Array.Resize(ref parts, count * 2);
            }

            parts[count++] = part.Length < buffer.Length ? TextHash.OfWord(buffer[..PluralRules.Write(part, buffer)]) : TextHash.OfWord(part);
        }

        return count;
    }

    private static byte ShapeOf(in Token token)
    {
        if (token.Kind != TokenKind.Word)
        {
            return (byte)(1 + (int)token.Kind);
        }

        int shape = token.Has(TokenTraits.AllUpper) ? 1 : token.Has(TokenTraits.InnerUpper) ? 2 : token.Has(TokenTraits.InitialUpper) ? 3 : 4;
        return (byte)(8 + (shape * 4) + (token.Has(TokenTraits.HasDigit) ? 1 : 0) + (token.Has(TokenTraits.HasHyphen) ? 2 : 0));
    }
}
