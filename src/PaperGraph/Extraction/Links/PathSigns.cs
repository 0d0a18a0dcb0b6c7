using System.Buffers;
using System.Text;

namespace PaperGraph.Extraction.Links;

/// <summary>The signs of an address behind its host, and how typesetting writes them.</summary>
internal static class PathSigns
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/%?=&+@!#");

    /// <summary>LaTeX commands and signs that look like ASCII ones → the sign of the address.</summary>
    private static readonly (string Written, string Sign)[] Escapes =
    [
        ("\\textunderscore{}", "_"), ("\\textunderscore ", "_"), ("\\textunderscore", "_"),
        ("\\textasciitilde{}", "~"), ("\\textasciitilde ", "~"), ("\\textasciitilde", "~"),
        ("\\allowbreak ", ""), ("\\allowbreak", ""), ("\\linebreak ", ""), ("\\-", ""),
        ("\\_", "_"), ("\\%", "%"), ("\\#", "#"), ("\\&", "&"), ("\\~{}", "~"), ("\\~", "~"), ("\\/", "/"),
        ("$\\sim$", "~"), ("{$\\sim$}", "~"), ("$_$", "_"), ("{\\_}", "_"), ("{_}", "_"), ("{-}", "-"), ("{\\textunderscore}", "_"), ("&amp;", "&"),
        ("∼", "~"), ("˜", "~"), ("～", "~"), ("‐", "-"), ("‑", "-"), ("−", "-"), ("–", "-"), ("＿", "_"), ("／", "/"), ("．", "."), ("×", "x"),
        ("\u200B", ""), ("\u00AD", ""), ("\u2060", ""), ("\uFEFF", ""),
    ];

    /// <summary>Words that begin a sentence; behind an address they lost the blank before them.</summary>
    private static readonly string[] SentenceStarts =
    [
        "We", "Our", "The", "This", "These", "Code", "Codes", "Project", "Dataset", "Data", "Experiments", "Extensive", "Besides", "Moreover",
        "Furthermore", "Additionally", "However",
        "Finally", "Also", "Keywords", "Supplementary", "Video", "Videos", "In", "It", "To", "A", "All",
    ];

    public static bool IsPlain(char c) => Plain.Contains(c);

    /// <summary>Signs that an address does not end in.</summary>
    public static bool IsTrailing(char c) => c is '.' or '!' or '?' or '&' or '=' or '#' or '@' or '+' or ':' or '(' or '%';

    public static bool TryReadEscape(ReadOnlySpan<char> rest, out int length, out string sign)
    {
        foreach ((string written, string meant) in Escapes)
        {
            // A dash or an invisible sign at the address's end is no part of it.
            if (rest.StartsWith(written, StringComparison.Ordinal) && rest.Length > written.Length && (IsPlain(rest[written.Length])
                || rest[written.Length] == '\\'))
            {
                (length, sign) = (written.Length, meant);
                return true;
            }
        }

        (length, sign) = (0, "");
        return false;
    }

    /// <summary>Length of the sentence's first word at the end of a path, that a lower-case word after a blank goes on.</summary>
    /// <param name="rest">What follows the path in the text.</param>
    public static int GluedWordLength(StringBuilder path, ReadOnlySpan<char> rest, bool code)
    {
        rest = rest[..Math.Min(rest.Length, 8)];
        int blank = rest.Length - rest.TrimStart().Length;
        if (blank == 0 || blank == rest.Length || !(char.IsAsciiLetterLower(rest[blank]) || rest[blank] is '\\'))
        {
            return 0;
        }

        foreach (string word in SentenceStarts)
        {
            int at = path.Length - word.Length;
            if (at < 2 || !EndsWith(path, word))
            {
                continue;
            }

            char before = path[at - 1];
            bool stop = before == '.';
            bool name = code && word.Length > 2 | word is "We" && char.IsAsciiLetterOrDigit(before) && !(char.IsAsciiLetterLower(before) && word.Length > 3);
            return stop ? word.Length : name ? word.Length : 0;
        }

        return 0;
    }

    private static bool EndsWith(StringBuilder path, string word)
    {
        int at = path.Length - word.Length;
        for (int i = 0; i < word.Length; i++)
        {
            if (path[at + i] != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
