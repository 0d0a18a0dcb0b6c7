using System.Runtime.CompilerServices;

namespace PaperGraph.Extraction.Text;

/// <summary>Cuts a title and an abstract into tokens; every offset counts in the text as it was read.</summary>
/// <remarks>
/// A hyphenated word is one token. Mark-up that people leave in abstracts (<c>\emph{x}</c>, <c>{\em x}</c>, <c>$k$-means</c>, <c>Poincar\'e</c>,
/// <c>net- works</c>) is read through; formulas and addresses are one token each. One pass, linear in the text.
/// </remarks>
internal sealed class Tokenizer
{
    private const int LongestFormula = 300;

    private readonly Func<ReadOnlySpan<char>, bool> _isWord;

    /// <param name="isWord">Whether a lower-case form is a known word: tells a broken word (<c>net- works</c>) from a hyphenated one.</param>
    public Tokenizer(Func<ReadOnlySpan<char>, bool> isWord) => _isWord = isWord;

    /// <param name="addresses">Links found in the abstract: one token each.</param>
    public void Tokenize(string title, string abstractText, ReadOnlySpan<CodeLink> addresses, TokenizedText target)
    {
        target.Reset(title, abstractText);
        Read(title, [], TokenTraits.Title, target);
        target.EndTitle();
        SentenceSplitter.Mark(target, 0, target.TitleCount);
        Read(abstractText, addresses, TokenTraits.None, target);
        SentenceSplitter.Mark(target, target.TitleCount, target.Count);
    }

    private void Read(string text, ReadOnlySpan<CodeLink> addresses, TokenTraits always, TokenizedText target)
    {
        int nextAddress = 0;
        int depth = 0;
        bool space = true;
        int at = 0;
        while (at < text.Length)
        {
            char character = text[at];
            if (char.IsWhiteSpace(character))
            {
                space = true;
                at++;
                continue;
            }

            TokenTraits traits = always | (space ? TokenTraits.SpaceBefore : 0) | (depth > 0 ? TokenTraits.Bracketed : 0);
            while (nextAddress < addresses.Length && addresses[nextAddress].Span.End <= at)
            {
                nextAddress++;
            }

            if (nextAddress < addresses.Length && addresses[nextAddress].Span is { } span && span.Start <= at && span.End <= text.Length)
            {
                at = AddBare(target, at, span.End, TokenKind.Address, traits);
            }
            else if (IsAddressStart(text, at))
            {
                at = AddBare(target, at, EndOfRun(text, at), TokenKind.Address, traits);
            }
            else if (character is '{' or '}' or '~')
            {
                space |= character == '~';
                at++;
                continue;
            }
            else if (character == '\\' && !IsAccent(text, at))
            {
                int next = ReadCommand(text, at, traits, target);
                space |= next < text.Length && char.IsWhiteSpace(text[next]);
                at = next;
                continue;
            }
            else if (character == '$' && EndOfFormula(text, at) is int end and > 0)
            {
                at = end < text.Length - 1 && text[end] == '-' && char.IsLetter(text[end + 1])
                    ? ReadWord(text, at, traits, target)
                    : AddBare(target, at, end, TokenKind.Formula, traits);
            }
            else if (char.IsLetterOrDigit(character) || character == '\\' || IsSurrogateLetter(text, at))
            {
                at = ReadWord(text, at, traits, target);
            }
            else if (character is '\'' or '’' && !space && at + 1 < text.Length && text[at + 1] is 's' && !IsWordCharacter(text, at + 2))
            {
                int form = target.FormEnd;
                target.AppendForm('\'');
                target.AppendForm('s');
                target.Add(at, at + 2, form, TokenKind.Possessive, traits);
                at += 2;
            }
            else
            {
                depth = character is '(' or '[' ? Math.Min(depth + 1, 8) : character is ')' or ']' ? Math.Max(0, depth - 1) : depth;
                int form = target.FormEnd;
                target.AppendForm(Plain(character));
                target.Add(at, at + 1, form, TokenKind.Punctuation, traits);
                at++;
            }

            space = false;
        }
    }

    private static int AddBare(TokenizedText target, int start, int end, TokenKind kind, TokenTraits traits)
    {
        target.Add(start, end, target.FormEnd, kind, traits);
        return end;
    }

    /// <summary>Reads one word or number, with what joins its parts, and returns where it ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadWord(string text, int start, TokenTraits traits, TokenizedText target)
    {
        int form = target.FormEnd;
        int at = start;
        int end = start;
        int letters = 0, digits = 0, upper = 0, lower = 0;
        bool innerUpper = false;
        bool partStart = true;
        bool suspended = false;
        while (at < text.Length)
        {
            char character = text[at];
            if (char.IsAsciiLetterLower(character))
            {
                // Most of any text: a run of small letters is taken at once.
                int run = at + 1;
                while (run < text.Length && char.IsAsciiLetterLower(text[run]))
                {
                    run++;
                }

                target.AppendForm(text.AsSpan(at, run - at));
                letters += run - at;
                lower += run - at;
                partStart = false;
                end = at = run;
            }
            else if (char.IsLetter(character))
            {
                letters++;
                if (char.IsUpper(character))
                {
                    upper++;
                    innerUpper |= !partStart;
                }
                else
                {
                    lower++;
                }

                AppendFolded(target, character);
                partStart = false;
                end = ++at;
            }
            else if (char.IsDigit(character))
            {
                digits++;
                target.AppendForm(character);
                partStart = false;
                end = ++at;
            }
            else if (char.IsHighSurrogate(character) && IsSurrogateLetter(text, at))
            {
                letters++;
                lower++;
                target.AppendForm(character);
                target.AppendForm(text[at + 1]);
                end = at += 2;
            }
            else if (char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                target.AppendForm(character);
                end = ++at;
            }
            else if (character == '$' && EndOfFormula(text, at) is int close and > 0)
            {
                // $k$-means, $\ell_1$-norm: the formula's letters are the word's first part.
                for (int i = at; i < close; i++)
                {
                    if (char.IsLetterOrDigit(text[i]))
                    {
                        letters++;
                        lower++;
                        AppendFolded(target, text[i]);
                    }
                }

                end = at = close;
            }
            else if (character == '\\' && IsAccent(text, at))
            {
                at += 2;
                while (at < text.Length && text[at] is '{' or '}')
                {
                    at++;
                }
            }
            else if (character == '}' && at > start && text.AsSpan(start, at - start).IndexOf('\\') >= 0 && IsWordCharacter(text, at + 1))
            {
                at++;
            }
            else if (IsHyphen(character))
            {
                if (IsWordCharacter(text, at + 1) || (at + 1 < text.Length && text[at + 1] == '$' && EndOfFormula(text, at + 1) > 0))
                {
                    target.AppendForm('-');
                    partStart = true;
                    at++;
                }
                else if (character is '-' or '\u00AD' && BrokenWordContinues(text, at, form, target, out int next))
                {
                    at = next;
                }
                else
                {
                    suspended = character == '-' && lower + upper > 0 && at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]);
                    break;
                }
            }
            else if (Joins(text, at, start))
            {
                target.AppendForm(Plain(character));
                partStart = true;
                end = ++at;
            }
            else
            {
                break;
            }
        }

        if (end == start)
        {
            end = Math.Max(at, start + 1);
        }

        if (IsDottedAbbreviation(target.FormSince(form)) && end < text.Length && text[end] == '.')
        {
            end++;
        }

        // A trailing s does not make CNNs mixed case.
        bool allUpper = letters >= 2 && (lower == 0 || (lower == 1 && upper >= 2 && text[end - 1] == 's'));
        TokenTraits found = traits
            | (char.IsUpper(text[start]) ? TokenTraits.InitialUpper : 0)
            | (allUpper ? TokenTraits.AllUpper : innerUpper && lower > 0 ? TokenTraits.InnerUpper : 0)
            | (digits > 0 ? TokenTraits.HasDigit : 0)
            | (target.FormSince(form).Contains('-') ? TokenTraits.HasHyphen : 0)
            | (suspended ? TokenTraits.Suspended : 0);
        target.Add(start, end, form, letters == 0 ? TokenKind.Number : TokenKind.Word, found);
        return suspended ? end + 1 : end;
    }

    /// <summary>A hyphen at a line's old end: <c>net- works</c> is one word, <c>pre- and post-training</c> is not.</summary>
    private bool BrokenWordContinues(string text, int hyphen, int form, TokenizedText target, out int next)
    {
        next = hyphen + 1;
        while (next < text.Length && next - hyphen <= 3 && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next == hyphen + 1 || next >= text.Length || !char.IsLower(text[next]))
        {
            return false;
        }

        int end = next;
        while (end < text.Length && end - next < 40 && char.IsLetter(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> following = text.AsSpan(next, end - next);
        ReadOnlySpan<char> left = target.FormSince(form);
        if (following is "and" or "or" or "to" or "nor" or "as" or "versus" or "vs" or "but" or "than" or "rather" or "through" || left.Length < 2 || left.Length + following.Length > 60)
        {
            return false;
        }

        Span<char> joined = stackalloc char[left.Length + following.Length];
        left.CopyTo(joined);
        following.CopyTo(joined[left.Length..]);
        if (!_isWord(joined))
        {
            target.AppendForm('-');
        }

        return true;
    }

    /// <summary>Emphasis and the like are read through; citations and addresses are one token; other commands are formulas.</summary>
    private static int ReadCommand(string text, int at, TokenTraits traits, TokenizedText target)
    {
        int end = at + 1;
        while (end < text.Length && end - at < 40 && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> command = text.AsSpan(at + 1, end - at - 1);
        if (command.IsEmpty)
        {
            return at + 1;
        }

        if (command.StartsWith("text", StringComparison.Ordinal) || command.StartsWith("math", StringComparison.Ordinal)
            || command is "emph" or "em" or "it" or "bf" or "sc" or "tt" or "rm" or "sf" or "underline" or "uline" or "mbox" or "hbox" or "small" or "large" or "bfseries" or "itshape" or "name" or "ours" or "method" or "footnotesize" or "xspace")
        {
            return end;
        }

        if (command.StartsWith("cite", StringComparison.Ordinal) || command is "url" or "href" or "ref" or "footnote" or "label")
        {
            int close = end < text.Length && text[end] == '{' ? text.AsSpan(end, Math.Min(LongestFormula, text.Length - end)).IndexOf('}') : -1;
            return AddBare(target, at, close < 0 ? end : end + close + 1, TokenKind.Address, traits);
        }

        return AddBare(target, at, end, TokenKind.Formula, traits);
    }

    /// <summary>One past the closing dollar sign; 0 where the sign opens no formula, as in a sum of money.</summary>
    private static int EndOfFormula(string text, int at)
    {
        int start = at + 1 < text.Length && text[at + 1] == '$' ? at + 2 : at + 1;
        int close = start >= text.Length ? -1 : text.AsSpan(start, Math.Min(LongestFormula, text.Length - start)).IndexOf('$');
        if (close <= 0)
        {
            return 0;
        }

        ReadOnlySpan<char> content = text.AsSpan(start, close);
        if (content[0] == ' ' && content[^1] != ' ' || content.Contains(". ", StringComparison.Ordinal))
        {
            return 0;
        }

        int end = start + close + 1;
        return end < text.Length && text[end] == '$' ? end + 1 : end;
    }

    private static bool Joins(string text, int at, int start)
    {
        if (at == start || at + 1 >= text.Length)
        {
            return text[at] is '+' or '#' && at > start && char.IsLetter(text[at - 1]) && !IsWordCharacter(text, at + 1);
        }

        char before = text[at - 1], after = text[at + 1];
        switch (text[at])
        {
            case '+' or '#':
                return (char.IsLetter(before) || before == text[at]) && at - start <= 3 && !IsWordCharacter(text, at + 1);
            case '.':
                return char.IsDigit(before)
                    ? char.IsDigit(after)
                    : char.IsLetter(before) && char.IsLetter(after) && ((at - start == 1 || text[at - 2] == '.') && (at + 2 >= text.Length || !char.IsLetter(text[at + 2]))
                        || IsFileEnding(text, at + 1));
            case ',':
                return char.IsDigit(before) && char.IsDigit(after) && at + 3 < text.Length && char.IsDigit(text[at + 2]) && char.IsDigit(text[at + 3]);
            case '\'' or '’':
                return char.IsLetter(before) && char.IsLetterOrDigit(after) && !(after == 's' && !IsWordCharacter(text, at + 2));
            case '_' or '@':
                return IsWordCharacter(text, at + 1);
            case '&':
                return char.IsUpper(before) && char.IsUpper(after);
            case '/':
                return at - start <= 3 && char.IsUpper(before) && char.IsUpper(after) && !IsWordCharacter(text, at + 3) && IsUpperRun(text.AsSpan(start, at - start));
            case '^':
                return char.IsDigit(after);
            default:
                return false;
        }
    }

    private static bool IsFileEnding(string text, int at)
    {
        int end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiLetterLower(text[end]))
        {
            end++;
        }

        return text.AsSpan(at, end - at) is "js" or "net" or "io" or "ai" or "py" or "cpp" && !IsWordCharacter(text, end);
    }

    private static bool IsUpperRun(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsUpper(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDottedAbbreviation(ReadOnlySpan<char> form) =>
        form is "al" or "etc" or "vs" or "cf" or "resp" or "approx" or "fig" or "eq" or "sec" or "prof" or "dr" or "mr" or "mrs" or "st" or "inc" or "corp" or "ltd"
        || (form.Length is 3 or 5 && form[1] == '.');

    private static bool IsAddressStart(string text, int at)
    {
        char character = text[at];
        if (character is not ('h' or 'H' or 'w'))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text.AsSpan(at);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.Ordinal);
    }

    /// <summary>The end of an address, its closing punctuation left to the sentence.</summary>
    private static int EndOfRun(string text, int at)
    {
        int end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end > at + 1 && text[end - 1] is '.' or ',' or ')' or ']' or ';' or ':' or '}' or '>' or '"' or '\'')
        {
            end--;
        }

        return end;
    }

    private static bool IsAccent(string text, int at) =>
        at + 2 < text.Length && text[at + 1] is '\'' or '`' or '"' or '^' or '~' or '=' && (char.IsLetter(text[at + 2]) || text[at + 2] == '{');

    private static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011' or '\u2013' or '\u2212' or '\u00AD';

    private static bool IsWordCharacter(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || IsSurrogateLetter(text, at));

    private static bool IsSurrogateLetter(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) && char.IsLetterOrDigit(text, at);

    private static void AppendFolded(TokenizedText target, char character)
    {
        switch (character)
        {
            case 'ﬁ':
                target.AppendForm('f');
                target.AppendForm('i');
                break;
            case 'ﬂ':
                target.AppendForm('f');
                target.AppendForm('l');
                break;
            default:
                target.AppendForm(char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character < 128 ? character : char.ToLowerInvariant(character));
                break;
        }
    }

    private static char Plain(char character) => character switch
    {
        '‘' or '’' or '`' => '\'',
        '“' or '”' => '"',
        '—' or '–' or '−' or '‐' => '-',
        _ => character,
    };
}
