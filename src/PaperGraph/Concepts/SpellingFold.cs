using System.Globalization;
using System.Text;

namespace PaperGraph.Concepts;

/// <summary>One way to write each character: compatibility forms resolved, dashes and quotes plain, accents gone.</summary>
internal static class SpellingFold
{
    /// <summary>The text itself where it is ASCII.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        string decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (char character in decomposed)
        {
            Append(folded, character);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static void Append(StringBuilder folded, char character)
    {
        switch (character)
        {
            case 'ø' or 'Ø':
                folded.Append(character == 'ø' ? 'o' : 'O');
                return;
            case 'ł' or 'Ł':
                folded.Append(character == 'ł' ? 'l' : 'L');
                return;
            case 'ß':
                folded.Append("ss");
                return;
            case 'æ' or 'Æ':
                folded.Append(character == 'æ' ? "ae" : "Ae");
                return;
            case '×':
                folded.Append('x');
                return;
            case '\u2212' or '\u2044' or '\u2215':
                folded.Append('-');
                return;
            case '‘' or '’' or 'ʼ' or '′' or '‛':
                folded.Append('\'');
                return;
        }

        switch (char.GetUnicodeCategory(character))
        {
            case UnicodeCategory.DashPunctuation:
                folded.Append('-');
                break;
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control when !char.IsWhiteSpace(character):
                break;
            default:
                folded.Append(character);
                break;
        }
    }

    /// <summary>Half of a surrogate pair has no normal form: it becomes U+FFFD.</summary>
    private static string WellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
