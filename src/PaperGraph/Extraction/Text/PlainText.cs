using System.Buffers;

namespace PaperGraph.Extraction.Text;

/// <summary>Takes emphasis out of a text: LaTeX commands, braces and dollar signs, Markdown stars, quotation marks. Letters stay.</summary>
internal static class PlainText
{
    private static readonly SearchValues<char> s_markup = SearchValues.Create("\\{}$*`\"“”«»\u00AD\u200B");

    /// <returns>The text itself where it has no mark-up; offsets do not survive.</returns>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny(s_markup) < 0 && !text.Contains("''", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new char[text.Length];
        int length = 0;
        for (int at = 0; at < text.Length; at++)
        {
            char character = text[at];
            switch (character)
            {
                case '\\' when at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]):
                    at = EndOfCommand(text, at);
                    break;
                case '\\' when at + 1 < text.Length && text[at + 1] is '(' or ')' or '[' or ']':
                    at++;
                    break;
                case '{' or '}' or '$' or '*' or '`' or '"' or '“' or '”' or '«' or '»' or '\u00AD' or '\u200B' or '\\':
                    break;
                case '\'' when at + 1 < text.Length && text[at + 1] == '\'':
                    at++;
                    break;
                default:
                    plain[length++] = character;
                    break;
            }
        }

        return new string(plain, 0, length);
    }

    /// <summary>The last character of the command; a blank behind it belongs to it.</summary>
    private static int EndOfCommand(string text, int at)
    {
        int end = at + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end < text.Length && text[end] == ' ' && at > 0 && text[at - 1] == '{' ? end : end - 1;
    }
}
