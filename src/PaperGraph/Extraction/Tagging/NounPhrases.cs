using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Tagging;

/// <summary>The longest runs of tokens that can make up a noun phrase: adjectives, participles, nouns, numerals before a noun.</summary>
internal static class NounPhrases
{
    public const int None = -1;

    /// <summary>For each token, the first and the last token of its run; <see cref="None"/> outside of all.</summary>
    public static void Mark(TaggedText text, int[] firsts, int[] lasts)
    {
        int count = text.Count;
        int i = 0;
        while (i < count)
        {
            firsts[i] = lasts[i] = None;
            if (!CanOpen(text, i) || IsPraise(text, i) || BeginsClause(text, i))
            {
                i++;
                continue;
            }

            int first = i;
            int last = CanClose(text, i) ? i : None;
            int next = i + 1;
            while (next < count && !text.Text[next].Has(TokenTraits.SentenceStart) && next != text.Text.TitleCount && CanContinue(text, next) && !BeginsClause(text, next))
            {
                if (CanClose(text, next))
                {
                    last = next;
                }

                next++;
            }

            if (last == None)
            {
                i++;
                continue;
            }

            for (int token = first; token <= last; token++)
            {
                (firsts[token], lasts[token]) = (first, last);
            }

            i = last + 1;
        }
    }

    /// <summary>Whether an evaluative adjective stands here before what it praises: the phrase begins after it.</summary>
    public static bool IsPraise(TaggedText text, int index) => (text.Signs[index] & WordSigns.AlwaysEvaluative) != 0
        && index + 1 < text.Count && !text.Text[index + 1].Has(TokenTraits.SentenceStart) && index + 1 != text.Text.TitleCount && CanOpen(text, index + 1);

    /// <summary>Whether a verb in <c>-ing</c> stands here after the noun that it says something of: <c>a robot hand employing strings</c>.</summary>
    public static bool BeginsClause(TaggedText text, int index) => text.Words[index].TakesObject && text.Tags[index] == PartOfSpeech.Gerund
        && index > 0 && !text.Text[index].Has(TokenTraits.SentenceStart) && text.Tags[index - 1] is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.Name;

    public static bool CanOpen(TaggedText text, int index) => text.Text[index].Kind is TokenKind.Word && !text.Text[index].Has(TokenTraits.Suspended) && text.Tags[index] switch
    {
        PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.Name or PartOfSpeech.Adjective or PartOfSpeech.Comparative or PartOfSpeech.Gerund or PartOfSpeech.Participle => true,
        PartOfSpeech.Numeral => text.Text[index].Has(TokenTraits.HasDigit | TokenTraits.HasHyphen),
        _ => false,
    };

    public static bool CanClose(TaggedText text, int index) => text.Text[index].Kind is TokenKind.Word && !text.Text[index].Has(TokenTraits.Suspended)
        ? text.Tags[index] is PartOfSpeech.Noun or PartOfSpeech.PluralNoun or PartOfSpeech.Name or PartOfSpeech.Gerund
        : text.Text[index].Kind == TokenKind.Number && index > 0 && text.Tags[index - 1] == PartOfSpeech.Name;

    private static bool CanContinue(TaggedText text, int index) => text.Text[index].Kind switch
    {
        TokenKind.Word => CanOpen(text, index),
        TokenKind.Possessive => true,
        TokenKind.Number => text.Tags[index - 1] == PartOfSpeech.Name,
        _ => false,
    };
}
