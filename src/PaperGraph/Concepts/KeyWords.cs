namespace PaperGraph.Concepts;

/// <summary>Cuts a folded text into words: at spaces, hyphens, slashes and marks, and between a name and its number.</summary>
internal static class KeyWords
{
    public static void Cut(string text, List<KeyWord> words)
    {
        int end = EndWithoutBracket(text);
        int at = 0;
        bool tight = false;
        while (at < end)
        {
            char character = text[at];
            if (character == '\\')
            {
                at = AfterCommand(text, at, end);
                continue;
            }

            if (!IsWord(text, at, end))
            {
                tight = character is '-' or '/' or '_' && words.Count > 0 || tight && IsSilent(character);
                at++;
                continue;
            }

            at = ReadWord(text, at, end, tight, words);
            tight = false;
        }
    }

    /// <summary>A short form in brackets behind the name is no part of it: <c>graph neural network (GNN)</c>.</summary>
    private static int EndWithoutBracket(string text)
    {
        int end = text.AsSpan().TrimEnd().Length;
        if (end < 4 || text[end - 1] != ')')
        {
            return end;
        }

        int open = text.LastIndexOf('(', end - 1);
        return open > 1 && text[open - 1] == ' ' && text.AsSpan(0, open).IndexOfAnyInRange('0', 'z') >= 0 ? open - 1 : end;
    }

    /// <summary>Emphasis says nothing; a symbol's name (<c>\alpha</c>) is a word.</summary>
    private static int AfterCommand(string text, int at, int end)
    {
        int start = at + 1, stop = start;
        while (stop < end && char.IsAsciiLetter(text[stop]))
        {
            stop++;
        }

        ReadOnlySpan<char> command = text.AsSpan(start, stop - start);
        bool emphasis = command.StartsWith("text", StringComparison.Ordinal) || command.StartsWith("math", StringComparison.Ordinal)
            || command is "em" or "emph" or "it" or "bf" or "sc" or "tt" or "rm" or "sf" or "ensuremath" or "xspace" or "left" or "right";
        return emphasis ? stop : start;
    }

    private static int ReadWord(string text, int at, int end, bool tight, List<KeyWord> words)
    {
        Span<char> buffer = stackalloc char[64];
        var word = new Collected(buffer);
        while (at < end)
        {
            char character = text[at];
            if (IsWord(text, at, end))
            {
                word.Add(character);
            }
            else if (character == '\'' && word.Length > 0)
            {
                if (at + 1 < end && char.IsAsciiDigit(text[at + 1]))
                {
                    break;
                }

                if (at + 1 < end && text[at + 1] is 's' or 'S' && !IsWord(text, at + 2, end))
                {
                    at += 2;
                    break;
                }
            }
            else if (!IsSilent(character) && !(character == '(' && word.Length > 0 && word.Length <= 3 && at + 2 < end && text[at + 2] == ')'))
            {
                break;
            }

            at++;
        }

        Split(word.ToString(), tight, words);
        return at;
    }

    /// <summary>Letters then digits at the end stand apart (CIFAR100, MobileNetV2); one letter keeps its number (S4, v2); 3D and BERT4Rec stay whole.</summary>
    private static void Split(string word, bool tight, List<KeyWord> words)
    {
        int digits = word.Length;
        while (digits > 0 && (char.IsAsciiDigit(word[digits - 1]) || (word[digits - 1] == '.' && digits < word.Length)))
        {
            digits--;
        }

        if (digits == 0 && tight && words.Count > 0 && words[^1].Text is [var letter] && char.IsAsciiLetter(letter) && !words[^1].IsNumber)
        {
            // S-4 is S4, L_1 is L1.
            KeyWord last = words[^1];
            last.Text += word;
            last.IsName = true;
            words[^1] = last;
            return;
        }

        if (digits is 0 or 1 || digits == word.Length || !IsLetters(word.AsSpan(0, digits)))
        {
            words.Add(new KeyWord { Text = word, IsTight = tight, IsName = digits is 1 });
            return;
        }

        int name = VersionStart(word, digits);
        words.Add(new KeyWord { Text = word[..name], IsTight = tight, IsName = true });
        words.Add(new KeyWord { Text = word[name..], IsTight = true });
    }

    /// <summary>The V of MobileNetV2, YOLOv8 and resnetv2 belongs to the number; that of conv2 does not.</summary>
    private static int VersionStart(string word, int digits)
    {
        char v = word[digits - 1], before = word[digits - 2];
        bool version = digits > 3 && (v == 'V' ? char.IsAsciiLetterLower(before)
            : v == 'v' && (char.IsAsciiLetterUpper(before) || !(word.AsSpan(0, digits).EndsWith("conv", StringComparison.OrdinalIgnoreCase) || word.AsSpan(0, digits) is "prev" or "priv" or "recv")));
        return version ? digits - 1 : digits;
    }

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (char character in word)
        {
            if (!char.IsLetter(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSilent(char character) => character is '$' or '{' or '}' or '^' or '~' or '"' or '`';

    private static bool IsWord(string text, int at, int end)
    {
        if (at >= end)
        {
            return false;
        }

        char character = text[at];
        if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
        {
            return true;
        }

        char before = at > 0 ? text[at - 1] : ' ', after = at + 1 < end ? text[at + 1] : ' ';
        return character switch
        {
            '.' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '+' => char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after) || before == '+' && at > 1 && char.IsLetterOrDigit(text[at - 2]),
            '#' or '*' => char.IsAsciiLetter(before) && !char.IsLetterOrDigit(after) && (at < 2 || !char.IsLetterOrDigit(text[at - 2])),
            _ => false,
        };
    }

    /// <summary>Characters of one word, on the stack while they are few.</summary>
    private ref struct Collected(Span<char> buffer)
    {
        private readonly Span<char> _buffer = buffer;
        private System.Text.StringBuilder? _rest;

        public int Length { get; private set; }

        public void Add(char character)
        {
            if (Length < _buffer.Length)
            {
                _buffer[Length] = character;
            }
            else
            {
                (_rest ??= new System.Text.StringBuilder()).Append(character);
            }

            Length++;
        }

        public override readonly string ToString()
        {
            string head = _buffer[..Math.Min(Length, _buffer.Length)].ToString();
            return _rest is null ? head : head + _rest;
        }
    }
}
