using System.Globalization;
using System.Text;

namespace PaperGraph.Papers;

/// <summary>The form of a title in which two spellings of one title are equal.</summary>
public static class TitleKey
{
    /// <summary>NFKC, lower case, every run of characters that are neither letters nor digits to one space; no space at either end.</summary>
    public static string Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (Ascii.IsValid(title))
        {
            return OfAscii(title);
        }

        string lower = ToWellFormed(title).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var key = new StringBuilder(lower.Length);
        bool gap = false;
        foreach (Rune rune in lower.EnumerateRunes())
        {
            if (!IsAlphanumeric(rune))
            {
                gap = key.Length > 0;
                continue;
            }

            if (gap)
            {
                key.Append(' ');
                gap = false;
            }

            key.Append(rune);
        }

        return key.ToString();
    }

    /// <summary>The same, of characters that have one form.</summary>
    private static string OfAscii(string title)
    {
        Span<char> key = title.Length <= 512 ? stackalloc char[title.Length] : new char[title.Length];
        int length = 0;
        bool gap = false;
        foreach (char c in title)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = length > 0;
                continue;
            }

            if (gap)
            {
                key[length++] = ' ';
                gap = false;
            }

            key[length++] = char.ToLowerInvariant(c);
        }

        return key[..length].ToString();
    }

    /// <summary>Letters and every kind of number, as Python's <c>str.isalnum</c> counts them.</summary>
    private static bool IsAlphanumeric(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Half of a surrogate pair, from a page cut in the middle, has no normal form: it becomes U+FFFD.</summary>
    private static string ToWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                return new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
