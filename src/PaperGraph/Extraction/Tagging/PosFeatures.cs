using System.Runtime.Intrinsics;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What the part-of-speech tagger looks at; training and tagging share it.</summary>
internal static class PosFeatures
{
    public const int Count = 16;

    /// <summary>Stands for the tag before a sentence.</summary>
    public const int Boundary = 16;

    /// <summary>The tag that needs no weighing, or -1.</summary>
    public static int Certain(TaggedText text, int index)
    {
        ref readonly Token token = ref text.Text[index];
        return token.Kind switch
        {
            TokenKind.Number => (int)PartOfSpeech.Numeral,
            // Where capitals make a name of a word (ADAPT, a system), it is weighed.
            TokenKind.Word => text.Words[index].OnlyTag - 1 is var only && token.Has(TokenTraits.AllUpper | TokenTraits.InnerUpper) && IsOpenClass(only) ? -1 : only,
            _ => (int)PartOfSpeech.Other,
        };
    }

    /// <summary>Whether a tag is one of adjectives, verbs or adverbs, of which there are always new ones.</summary>
    public static bool IsOpenClass(int tag) => tag is >= (int)PartOfSpeech.Adjective and <= (int)PartOfSpeech.Adverb;

    public static void Fill(TaggedText text, int index, int previous, int beforePrevious, Span<ulong> features)
    {
        TokenizedText tokens = text.Text;
        ReadOnlySpan<char> form = tokens.FormOf(index);
        ulong word = tokens[index].Hash;
        ulong left = WordAt(text, index, -1), right = WordAt(text, index, 1);
        ulong tags = (ulong)((previous * 17) + beforePrevious);
        features[0] = TextHash.Feature(0, word);
        features[1] = TextHash.Feature(1, Suffix(form, 3));
        features[2] = TextHash.Feature(2, Suffix(form, 2));
        features[3] = TextHash.Feature(3, (ulong)previous);
        features[4] = TextHash.Feature(4, tags);
        features[5] = TextHash.Feature(5, word + (ulong)previous);
        features[6] = TextHash.Feature(6, left);
        features[7] = TextHash.Feature(7, right);
        features[8] = TextHash.Feature(8, (Suffix(At(text, index + 1), 3) * 32) + (ulong)previous);
        features[9] = TextHash.Feature(9, WordAt(text, index, 2));
        features[10] = TextHash.Feature(10, ((ulong)text.Shapes[index] * 4) + (tokens[index].Has(TokenTraits.SentenceStart) ? 1UL : 0) + (tokens[index].Has(TokenTraits.Title) ? 2UL : 0));
        features[11] = TextHash.Feature(11, ((ulong)text.Words[index].Class * 32) + (ulong)previous);
        features[12] = TextHash.Feature(12, ((ulong)ClassAt(text, index, 1) * 32) + (ulong)previous);
        features[13] = TextHash.Feature(13, Suffix(form, 4));
        features[14] = TextHash.Feature(14, ((ulong)ClassAt(text, index, 1) * 256) + text.Words[index].Class);
        features[15] = TextHash.Feature(15, form.IsEmpty ? 0UL : form[0]);
    }

    /// <summary>The features of <see cref="Fill"/> that the word itself decides.</summary>
    public static void AddOwn(ulong word, ReadOnlySpan<char> form, Span<Vector256<short>> rows, WeightRows weights) =>
        rows[WordRow.TagOwn] = weights.Sum(
        [
            TextHash.Feature(0, word), TextHash.Feature(1, Suffix(form, 3)), TextHash.Feature(2, Suffix(form, 2)), TextHash.Feature(13, Suffix(form, 4)),
            TextHash.Feature(15, form.IsEmpty ? 0UL : form[0]),
        ]);

    /// <summary>What a word adds where it stands beside the token: 0 for no word.</summary>
    public static void AddBeside(ulong word, Span<Vector256<short>> rows, WeightRows weights)
    {
        rows[WordRow.TagOfNext] = weights.Row(TextHash.Feature(6, word));
        rows[WordRow.TagOfPrevious] = weights.Row(TextHash.Feature(7, word));
        rows[WordRow.TagOfSecondPrevious] = weights.Row(TextHash.Feature(9, word));
    }

    /// <summary>The last letters as a number.</summary>
    public static ulong Suffix(ReadOnlySpan<char> form, int length)
    {
        ulong suffix = (ulong)Math.Min(form.Length, length);
        for (int i = Math.Max(0, form.Length - length); i < form.Length; i++)
        {
            suffix = (suffix << 15) ^ form[i];
        }

        return suffix;
    }

    private static ReadOnlySpan<char> At(TaggedText text, int index) => index < text.Count ? text.Text.FormOf(index) : [];

    private static ulong WordAt(TaggedText text, int index, int offset) =>
        index + offset >= 0 && index + offset < text.Count ? text.Text[index + offset].Hash : 0;

    public static byte ClassAt(TaggedText text, int index, int offset) =>
        index + offset >= 0 && index + offset < text.Count ? text.Words[index + offset].Class : (byte)0;
}
