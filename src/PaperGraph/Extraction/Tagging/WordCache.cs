using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What follows from one word alone, whatever stands around it: worked out at its first appearance, looked up at every other.</summary>
/// <remarks>
/// A few thousand words make up nearly all of any text, and of the taggers' features a third depend on one word each: their rows are added up
/// once a word instead of once a token. Whole numbers add up to the same in any order, so that nothing changes but the time. Bounded: when it is
/// full, it starts anew at the next text. Not for several threads.
/// </remarks>
internal sealed class WordCache
{
    /// <summary>Stands for a place before the text's first or behind its last token.</summary>
    public const int Nothing = 0;

    internal const int MostWords = 32768;
    private const int MostCharacters = MostWords * 16;

    /// <summary>Words that a text of ordinary length may bring.</summary>
    private const int RoomForText = 1024;

    private readonly Lexicon _lexicon;
    private readonly WeightRows _tags;
    private readonly WeightRows _terms;

    /// <summary>Word's number in the lower, part of its hash in the upper half; 0 for none.</summary>
    private readonly ulong[] _slots = new ulong[MostWords * 2];
    private CachedWord[] _words = new CachedWord[1024];
    private LineArray<Vector256<short>> _rows = new(1024 * WordRow.Width);
    private char[] _forms = new char[16384];
    private ulong[] _parts = new ulong[2048];
    private int _count;
    private int _characters;
    private int _partCount;

    public WordCache(Lexicon lexicon, WeightRows tags, WeightRows terms)
    {
        (_lexicon, _tags, _terms) = (lexicon, tags, terms);
        Clear();
    }

    public ref readonly CachedWord this[int word] => ref _words[word];

    /// <summary>The word's sum of rows for one of <see cref="WordRow"/>'s places.</summary>
    public ref readonly Vector256<short> Row(int word, int place) => ref _rows[(word * WordRow.Width) + place];

    public ReadOnlySpan<ulong> PartsOf(in CachedWord word) => _parts.AsSpan(word.FirstPart, word.PartCount);

    /// <summary>Before the words of another text are asked for: the numbers of the last one's are void.</summary>
    public void BeginText()
    {
        if (_count > MostWords - RoomForText || _characters > MostCharacters - (RoomForText * 16))
        {
            Clear();
        }
    }

    /// <summary>Says that <see cref="Find"/> will be asked for this token soon.</summary>
    public void FetchAhead(in Token token) => Ahead.Fetch(ref _slots[(int)token.Hash & (_slots.Length - 1)]);

    /// <summary>Likewise, sooner and after <see cref="FetchAhead"/>: sends for what its slot names.</summary>
    public void FetchWordAhead(in Token token) => Ahead.Fetch(ref _words[(int)_slots[(int)token.Hash & (_slots.Length - 1)]]);

    /// <summary>Says that the word's rows will be asked for soon.</summary>
    public void FetchRowsAhead(int word)
    {
        ref Vector256<short> first = ref _rows[word * WordRow.Width];
        for (int row = 0; row < WordRow.Count; row += 2)
        {
            Ahead.Fetch(ref Unsafe.Add(ref first, row));
        }
    }

    /// <summary>The word's number until the next text; -1 where there is no more room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(in Token token, ReadOnlySpan<char> form)
    {
        ulong[] slots = _slots;
        int slot = (int)token.Hash & (slots.Length - 1);
        uint mark = (uint)(token.Hash >> 32);
        while (slots[slot] != 0)
        {
            if ((uint)(slots[slot] >> 32) == mark)
            {
                int number = (int)slots[slot];
                ref CachedWord word = ref _words[number];
                if (word.Hash == token.Hash && word.Kind == token.Kind && _forms.AsSpan(word.FormStart, word.FormLength).SequenceEqual(form))
                {
                    return number;
                }
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        if (_count == MostWords || _characters + form.Length > MostCharacters)
        {
            return -1;
        }

        slots[slot] = ((ulong)mark << 32) | (uint)_count;
        Add(in token, form);
        return _count - 1;
    }

    private void Clear()
    {
        Array.Clear(_slots);
        (_count, _characters, _partCount) = (1, 0, 0);
        _words[Nothing] = default;
        Span<Vector256<short>> rows = _rows.Span.Slice(Nothing * WordRow.Width, WordRow.Width);
        PosFeatures.AddBeside(0, rows, _tags);
        TermFeatures.AddBeside(TermFeatures.NoWord, TermFeatures.NoClass, rows, _terms);
    }

    private void Add(in Token token, ReadOnlySpan<char> form)
    {
        if (_count == _words.Length)
        {
            Array.Resize(ref _words, _count * 2);
            LineArray<Vector256<short>> shorter = _rows;
            _rows = new LineArray<Vector256<short>>(shorter.Length * 2);
            shorter.Span.CopyTo(_rows.Span);
        }

        while (_characters + form.Length > _forms.Length)
        {
            Array.Resize(ref _forms, _forms.Length * 2);
        }

        int firstPart = _partCount;
        if (token.Kind is TokenKind.Word or TokenKind.Number)
        {
            _partCount = TaggedText.AppendParts(form, ref _parts, _partCount);
        }

        ulong lemma = TaggedText.LemmaOf(_parts.AsSpan(firstPart, _partCount - firstPart));
        WordAttributes attributes = token.Kind == TokenKind.Word ? _lexicon[token.Hash] : default;
        Span<Vector256<short>> rows = _rows.Span.Slice(_count * WordRow.Width, WordRow.Width);
        PosFeatures.AddOwn(token.Hash, form, rows, _tags);
        PosFeatures.AddBeside(token.Hash, rows, _tags);
        TermFeatures.AddOwn(token.Hash, lemma, attributes.Class, form, rows, _terms);
        TermFeatures.AddBeside(token.Hash, attributes.Class, rows, _terms);
        byte likelyTag = (byte)PosTagger.Best(rows[WordRow.TagOwn]);
        _words[_count++] = new CachedWord(token.Hash, lemma, PosFeatures.Suffix(form, 3), _characters, form.Length, firstPart, _partCount - firstPart, token.Kind, WordSign.Of(form), likelyTag, attributes);
        form.CopyTo(_forms.AsSpan(_characters));
        _characters += form.Length;
    }
}

/// <param name="Hash">Of its form.</param>
/// <param name="Lemma">As <see cref="TaggedText.Lemmas"/>.</param>
/// <param name="Suffix">Its last three letters (<see cref="PosFeatures.Suffix"/>).</param>
/// <param name="LikelyTag">The part of speech that it would get for itself alone: what is fetched ahead goes by it, no result does.</param>
internal readonly record struct CachedWord(ulong Hash, ulong Lemma, ulong Suffix, int FormStart, int FormLength, int FirstPart, int PartCount, TokenKind Kind, WordSigns Signs, byte LikelyTag, WordAttributes Attributes);

/// <summary>What a word adds to a token's weights, by where it stands from the token.</summary>
internal static class WordRow
{
    public const int TagOwn = 0;
    public const int TagOfNext = 1;
    public const int TagOfPrevious = 2;
    public const int TagOfSecondPrevious = 3;
    public const int TermOwn = 4;
    public const int TermOfNext = 5;
    public const int TermOfPrevious = 6;
    public const int TermOfSecondNext = 7;
    public const int TermOfSecondPrevious = 8;
    public const int Count = 9;

    /// <summary>Rows that a word has room for: five lines of the processor's cache.</summary>
    public const int Width = 10;
}
