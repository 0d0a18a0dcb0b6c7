namespace PaperGraph.Relatedness;

/// <summary>The stem of an English word (M. F. Porter, An algorithm for suffix stripping, 1980): <c>pruning</c>, <c>pruned</c> → <c>prune</c>'s stem.</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
        ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>Stems in place.</summary>
    /// <param name="word">Lower case. Words of one or two letters, and those with other than ASCII letters, stay as they are.</param>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.Length;
        }

        int length = Plural(word, word.Length);
        length = PastAndGerund(word, length);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }

        length = Replace(word, length, Step2);
        length = Replace(word, length, Step3);
        length = Drop(word, length);
        return Tidy(word, length);
    }

    private static int Plural(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text[^1] != 's')
        {
            return length;
        }

        return text.EndsWith("sses") || text.EndsWith("ies") ? length - 2 : text.EndsWith("ss") ? length : length - 1;
    }

    private static int PastAndGerund(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text.EndsWith("eed"))
        {
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        }

        int cut = text.EndsWith("ed") ? 2 : text.EndsWith("ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(text[..^cut]))
        {
            return length;
        }

        length -= cut;
        text = word[..length];
        if (text.EndsWith("at") || text.EndsWith("bl") || text.EndsWith("iz") || (Measure(text) == 1 && EndsShort(text)))
        {
            word[length] = 'e';
            return length + 1;
        }

        return length >= 2 && text[^1] == text[^2] && !IsVowel(text, length - 1) && text[^1] is not ('l' or 's' or 'z') ? length - 1 : length;
    }

    private static int Replace(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        (string Suffix, string Replacement) best = ("", "");
        foreach ((string Suffix, string Replacement) rule in rules)
        {
            if (rule.Suffix.Length > best.Suffix.Length && ((ReadOnlySpan<char>)word[..length]).EndsWith(rule.Suffix))
            {
                best = rule;
            }
        }

        int kept = length - best.Suffix.Length;
        if (best.Suffix.Length == 0 || Measure(word[..kept]) == 0)
        {
            return length;
        }

        best.Replacement.CopyTo(word[kept..]);
        return kept + best.Replacement.Length;
    }

    private static int Drop(Span<char> word, int length)
    {
        string best = "";
        foreach (string suffix in Step4)
        {
            if (suffix.Length > best.Length && ((ReadOnlySpan<char>)word[..length]).EndsWith(suffix))
            {
                best = suffix;
            }
        }

        int kept = length - best.Length;
        bool applies = best.Length > 0 && Measure(word[..kept]) > 1 && (best != "ion" || word[kept - 1] is 's' or 't');
        return applies ? kept : length;
    }

    private static int Tidy(Span<char> word, int length)
    {
        if (word[length - 1] == 'e')
        {
            ReadOnlySpan<char> rest = word[..(length - 1)];
            int measure = Measure(rest);
            length -= measure > 1 || (measure == 1 && !EndsShort(rest)) ? 1 : 0;
        }

        return length > 1 && word[length - 1] == 'l' && word[length - 2] == 'l' && Measure(word[..length]) > 1 ? length - 1 : length;
    }

    /// <summary>Porter's m: how many runs of vowels are followed by consonants.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        int measure = 0;
        bool afterVowel = false;
        for (int i = 0; i < word.Length; i++)
        {
            bool vowel = IsVowel(word, i);
            measure += afterVowel && !vowel ? 1 : 0;
            afterVowel = vowel;
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (IsVowel(word, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consonant, vowel, consonant, the last one not w, x or y: <c>hop</c>.</summary>
    private static bool EndsShort(ReadOnlySpan<char> word) =>
        word.Length >= 3 && !IsVowel(word, word.Length - 1) && IsVowel(word, word.Length - 2) && !IsVowel(word, word.Length - 3) && word[^1] is not ('w' or 'x' or 'y');

    private static bool IsVowel(ReadOnlySpan<char> word, int index)
    {
        if (word[index] != 'y')
        {
            return word[index] is 'a' or 'e' or 'i' or 'o' or 'u';
        }

        // A y is a vowel behind a consonant; a run of them takes turns.
        int run = 0;
        while (run < index && word[index - 1 - run] == 'y')
        {
            run++;
        }

        bool firstIsVowel = index - run > 0 && !IsVowel(word, index - run - 1);
        return run % 2 == 0 ? firstIsVowel : !firstIsVowel;
    }
}
