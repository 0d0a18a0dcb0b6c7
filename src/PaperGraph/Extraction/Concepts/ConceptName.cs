using System.Text;
using PaperGraph.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>A phrase as a person would write it alone: singular, without the capitals of a title or a sentence's start.</summary>
internal static class ConceptName
{
    /// <summary>Of the phrase from one token of the workspace's text to another.</summary>
    public static string Of(Workspace workspace, int first, int last)
    {
        (TaggedText text, Lexicon lexicon, StringBuilder name) = (workspace.Text, workspace.Model.Lexicon, workspace.Name.Clear());
        int head = HeadOf(text, first, last);
        for (int i = first; i <= last; i++)
        {
            if (i > first && text.Text[i].Kind != TokenKind.Possessive && text.Text[i].Kind != TokenKind.Punctuation)
            {
                name.Append(' ');
            }

            AppendWord(name, text, lexicon, i, i == head);
        }

        return name.ToString();
    }

    /// <summary>What stands before <c>of</c>, <c>in</c>, <c>for</c> is the head: <c>mixture of experts</c> keeps its experts.</summary>
    public static int HeadOf(TaggedText text, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            if (text.Tags[i] == PartOfSpeech.Preposition)
            {
                return i - 1;
            }
        }

        return last;
    }

    private static bool HasInnerPreposition(ReadOnlySpan<char> form) => form.Contains("-of-", StringComparison.Ordinal) || form.Contains("-in-", StringComparison.Ordinal) || form.Contains("-for-", StringComparison.Ordinal);

    private static void AppendWord(StringBuilder name, TaggedText text, Lexicon lexicon, int index, bool isHead)
    {
        ref readonly Token token = ref text.Text[index];
        ReadOnlySpan<char> written = text.Text.WrittenOf(index);
        ReadOnlySpan<char> form = text.Text.FormOf(index);
        // Where mark-up or a broken hyphen was read through, the form is the word.
        bool damaged = written.Length != form.Length;
        bool keepsCase = !damaged && KeepsCase(text, index);
        ReadOnlySpan<char> shown = keepsCase ? written : !damaged && token.Has(TokenTraits.HasHyphen) && token.Has(TokenTraits.InitialUpper | TokenTraits.InnerUpper) ? PartByPart(text, lexicon, index) : form;
        if (!isHead || token.Kind != TokenKind.Word || HasInnerPreposition(form))
        {
            name.Append(shown);
            return;
        }

        if (token.Has(TokenTraits.AllUpper) && keepsCase)
        {
            name.Append(shown.EndsWith("s") ? shown[..^1] : shown);
            return;
        }

        int head = form.LastIndexOf('-') + 1;
        if (form[head..] is "bases" && PluralRules.HasBases(head > 0 ? form[..(head - 1)] : index > 0 ? text.Text.FormOf(index - 1) : []))
        {
            name.Append(shown[..^1]);
            return;
        }

        if (form[head..] is "statistics" or "graphics")
        {
            // Sciences too.
            name.Append(shown);
            return;
        }

        Span<char> buffer = form.Length < 120 ? stackalloc char[128] : new char[form.Length + 8];
        int length = PluralRules.Write(form[head..], buffer);
        ReadOnlySpan<char> singular = buffer[..length];
        int common = singular.CommonPrefixLength(form[head..]);
        name.Append(shown[..(head + common)]).Append(singular[common..]);
    }

    private static bool KeepsCase(TaggedText text, int index)
    {
        ref readonly Token token = ref text.Text[index];
        WordAttributes word = text.Words[index];
        if (token.Has(TokenTraits.AllUpper))
        {
            // A title in capitals: known common words go back to small letters.
            return word.Frequency == 0 || word.IsCased || token.FormLength <= 4;
        }

        if (token.Has(TokenTraits.HasHyphen) && token.Has(TokenTraits.InnerUpper))
        {
            return word.IsCased || HasInnerCapital(text.Text.WrittenOf(index));
        }

        return token.Has(TokenTraits.InnerUpper | TokenTraits.HasDigit)
            || (token.Has(TokenTraits.InitialUpper) && !token.Has(TokenTraits.HasHyphen) && (word.IsCased || word.Frequency == 0) && !StandsInSmallLetters(text, index));
    }

    /// <summary><c>Kolmogorov-Arnold</c>, <c>Dyck-language</c>: each part as people write it; one that the corpus does not know as it is written here.</summary>
    private static string PartByPart(TaggedText text, Lexicon lexicon, int index)
    {
        string written = text.Text.WrittenOf(index).ToString(), form = text.Text.FormOf(index).ToString();
        var shown = new StringBuilder(written.Length);
        int start = 0;
        while (start < written.Length)
        {
            int end = form.IndexOf('-', start);
            end = end < 0 ? form.Length : end;
            string part = form[start..end];
            WordAttributes word = lexicon[TextHash.OfWord(part)];
            shown.Append(word.IsCased || word.Frequency == 0 ? written.AsSpan(start, end - start) : part);
            if (end < written.Length)
            {
                shown.Append('-');
            }

            start = end + 1;
        }

        return shown.ToString();
    }

    /// <summary>A capital that no title-casing explains: in the middle of a part.</summary>
    private static bool HasInnerCapital(ReadOnlySpan<char> written)
    {
        for (int i = 1; i < written.Length; i++)
        {
            if (char.IsUpper(written[i]) && char.IsLetter(written[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsInSmallLetters(TaggedText text, int index)
    {
        for (int i = text.Text.TitleCount; i < text.Count; i++)
        {
            if (text.Lemmas[i] == text.Lemmas[index] && text.Text[i].Kind == TokenKind.Word && !text.Text[i].Has(TokenTraits.InitialUpper))
            {
                return true;
            }
        }

        return false;
    }
}
