namespace PaperGraph.Extraction.Introductions;

/// <summary>Names that the abstract says it proposes: <c>we propose X</c>, <c>a framework called X</c>, <c>a long form (X)</c>, <c>our X</c>.</summary>
internal static class ProposalNames
{
    private const int LongestPhrase = 16;

    public static void Find(string text, List<NameWord> words, IntroducedNames names, string title)
    {
        bool own = false;
        for (int i = 0; i < words.Count; i++)
        {
            NameWord word = words[i];
            if (word.Mark is '.' or '?' or '!' && !IsAbbreviation(text, words, i))
            {
                own = false;
            }

            bool novel = text.AsSpan(word.Start, word.End - word.Start) is "novel" or "new";
            own |= novel || word.Is(CueKinds.Author | CueKinds.Proposes | CueKinds.Proposing);
            if (word.Is(CueKinds.Propose) && (HasAuthor(words, i) || own && IsSecondVerb(text, words, i)) || word.Is(CueKinds.Proposes) && HasWork(words, i) || word.Is(CueKinds.Proposing))
            {
                own = true;
                ReadObject(text, words, i + 1, names, word.Is(CueKinds.Weak) || word.Is(CueKinds.Proposing), title);
            }
            else if (novel)
            {
                ReadNovel(text, words, i + 1, names);
                ReadSubject(text, words, i, names, title);
            }
            else if (text.AsSpan(word.Start, word.End - word.Start) is "our" or "Our")
            {
                ReadOwn(text, words, i + 1, names, title);
            }
            else if (word.Is(CueKinds.Proposed) && IsSaidByUs(text, words, i))
            {
                ReadObject(text, words, i + 1, names, weak: true, title);
            }
            else if (word.Is(CueKinds.Proposed))
            {
                ReadPassive(text, words, i, names, title);
            }
            else if (word.Is(CueKinds.Naming) && own && (Written(text, words, i) is not "namely" || IsOffered(text, words, i)))
            {
                ReadName(text, words, AfterNaming(text, words, i), names, plain: Written(text, words, i) is not "namely" && IsOwnNaming(words, i), isData: SaysData(words, i));
            }
            else if (word.Is(CueKinds.Name) && HasAuthor(words, i, 2))
            {
                ReadName(text, words, AfterObject(text, words, i), names, plain: Written(text, words, i) is not "refer", isData: SaysData(words, i));
            }
        }
    }

    private static bool IsAbbreviation(string text, List<NameWord> words, int index) => index > 0 && (words[index].Start - words[index - 1].End < 2 || text.AsSpan(words[index - 1].Start, words[index - 1].End - words[index - 1].Start) is "al" or "i.e" or "e.g" or "vs");

    /// <summary>we (further, then, design and) propose.</summary>
    private static bool HasAuthor(List<NameWord> words, int verb, int farthest = 5)
    {
        for (int i = verb - 1; i >= 0 && i >= verb - farthest; i--)
        {
            if (words[i + 1].Mark is '.' or ';')
            {
                return false;
            }

            if (words[i].Is(CueKinds.Author))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>We proposed X, we have proposed X.</summary>
    private static bool IsSaidByUs(string text, List<NameWord> words, int verb)
    {
        int before = verb - 1;
        before -= before > 0 && Written(text, words, before) is "have" or "also" or "thus" or "then" ? 1 : 0;
        return before >= 0 && words[verb].Mark == '\0' && Written(text, words, before) is "we" or "We";
    }

    /// <summary>We propose X and (then) build Y.</summary>
    private static bool IsSecondVerb(string text, List<NameWord> words, int verb) =>
        verb > 0 && words[verb].Mark is '\0' or ',' && (Written(text, words, verb - 1) is "and" || verb > 1 && Written(text, words, verb - 1) is "then" or "also" or "further" && Written(text, words, verb - 2) is "and");

    private static bool HasWork(List<NameWord> words, int verb)
    {
        for (int i = verb - 1; i >= 0 && i >= verb - 6; i--)
        {
            if (words[i + 1].Mark is '.' or ';')
            {
                return false;
            }

            if (words[i].Is(CueKinds.Work | CueKinds.Author))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Written(string text, List<NameWord> words, int index) => text.AsSpan(words[index].Start, words[index].End - words[index].Start);

    /// <summary>The noun phrase after a proposing verb: a name at its start, a short form in brackets, a class noun with a name behind it.</summary>
    private static void ReadObject(string text, List<NameWord> words, int first, IntroducedNames names, bool weak, string title)
    {
        int at = first;
        while (at < words.Count && at < first + 4 && words[at].Is(CueKinds.Determiner) && words[at].Mark is '\0' or ',')
        {
            at++;
        }

        if (at >= words.Count || words[at].Mark is '.' or ';')
        {
            return;
        }

        bool article = at > first;
        if (at + 2 < words.Count && IsGroupOf(Written(text, words, at)) && Written(text, words, at + 1) is "of" && words[at + 1].Mark == '\0')
        {
            // A family of X.
            at += 2;
            article = false;
        }

        int named = NameAt(text, words, at, names, title, article, weak, isData: false);
        bool isNamed = named > at;
        at = named;
        for (int i = at; i < words.Count && i < first + LongestPhrase; i++)
        {
            if (words[i].Mark is '.' or ';' && i > first)
            {
                return;
            }

            if (words[i].Mark == '(' && ReadBracket(text, words, first, i, names))
            {
                return;
            }

            if (words[i].Is(CueKinds.ClassNoun) && i + 1 < words.Count && words[i + 1].Mark is '\0' or ',' or ':' or '–' or '—' or '-')
            {
                // A framework, FooBar; a framework FooBar.
                bool isData = words[i].Is(CueKinds.DataNoun);
                if (NameWords.IsMarked(Written(text, words, i + 1)) && NameAt(text, words, i + 1, names, title, article: false, weak: true, isData) > i + 1)
                {
                    return;
                }

                if (words[i + 1].Mark is ',' or ':' && BracketAfterCapitals(text, words, i + 1) is int bracket and > 0)
                {
                    ReadBracket(text, words, i + 1, bracket, names);
                    return;
                }
            }

            if (i > at && words[i].Mark == ',' && i + 1 < words.Count && words[i + 1].Mark is ',' or '.' && Written(text, words, i + 1) is not ("and" or "or") && NameWords.IsMadeUp(Written(text, words, i))
                && NameAt(text, words, i, names, title, article: false, weak: true, isData: false) > i)
            {
                // A better tokenizer, FooBar, which …
                return;
            }

            if (words[i].Is(CueKinds.Boundary) && !words[i].Is(CueKinds.ClassNoun) && !LongFormGoesOn(text, words, first, i, names))
            {
                return;
            }

            if (Written(text, words, i) is "and" && i + 1 < words.Count && i > first)
            {
                // We propose X and Y.
                int second = i + 1;
                while (second < words.Count && words[second].Is(CueKinds.Determiner))
                {
                    second++;
                }

                if (second < words.Count && names.Count > 0 && (isNamed || NameWords.IsMarked(Written(text, words, second))))
                {
                    NameAt(text, words, second, names, title, article: second > i + 1, weak: true, isData: false);
                }
            }
        }
    }

    /// <summary>Whether a preposition at <paramref name="boundary"/> is inside a long form whose short form follows: <c>Convolutions with Learnable Spacings (CLS)</c>.</summary>
    private static bool LongFormGoesOn(string text, List<NameWord> words, int first, int boundary, IntroducedNames names)
    {
        for (int i = boundary + 1; i < words.Count && i < boundary + 7 && words[i].Mark is not ('.' or ';'); i++)
        {
            if (words[i].Mark == '(' && names.AcronymOf(Written(text, words, i)) is { } acronym && StartOfLong(text, words[i].Start, acronym) is int start and >= 0)
            {
                return start >= words[first].Start && start < words[boundary].Start;
            }
        }

        return false;
    }

    private static int StartOfLong(string text, int shortStart, Acronym acronym)
    {
        int open = text.LastIndexOfAny(['(', '['], Math.Max(0, shortStart - 1));
        if (open < 0)
        {
            return -1;
        }

        ReadOnlySpan<char> before = text.AsSpan(0, open).TrimEnd();
        return before.EndsWith(acronym.Long, StringComparison.Ordinal) ? before.Length - acronym.Long.Length : -1;
    }

    /// <summary>A bracket that defines a short form of the phrase since <paramref name="first"/>.</summary>
    private static bool ReadBracket(string text, List<NameWord> words, int first, int bracket, IntroducedNames names)
    {
        ReadOnlySpan<char> name = Written(text, words, bracket);
        bool isData = false;
        for (int i = Math.Max(first, bracket - 2); i < Math.Min(words.Count, bracket + 3); i++)
        {
            isData |= words[i].Is(CueKinds.DataNoun);
        }

        if (names.AcronymOf(name) is not { } acronym)
        {
            if (!StandsAlone(text, words, bracket) || NameWords.IsWellKnown(name) || !NameWords.IsMadeUp(name) && !IsMadeOf(text, words, first, bracket))
            {
                return false;
            }

            names.Add(name, isData);
            return true;
        }

        int start = StartOfLong(text, words[bracket].Start, acronym);
        if (start < words[first].Start || IsPartOf(text, words, first, start))
        {
            return false;
        }

        if (!NameWords.IsWellKnown(acronym))
        {
            names.Add(acronym.Short, isData);
        }

        return true;
    }

    /// <summary>Whether the bracket holds this word and nothing else.</summary>
    private static bool StandsAlone(string text, List<NameWord> words, int bracket)
    {
        const string Emphasis = " *_`$'\"";
        ReadOnlySpan<char> after = text.AsSpan(words[bracket].End);
        after = after[..Math.Min(after.Length, 8)].TrimStart(Emphasis);
        ReadOnlySpan<char> before = text.AsSpan(0, words[bracket].Start);
        before = before[Math.Max(0, before.Length - 8)..].TrimEnd(Emphasis);
        return after.Length > 0 && after[0] is ')' or ']' && before.Length > 0 && before[^1] is '(' or '[';
    }

    /// <summary>Whether capitals in a bracket begin as a word of the phrase before it does: <c>a resolution adaptive estimator (RAE3)</c>.</summary>
    private static bool IsMadeOf(string text, List<NameWord> words, int first, int bracket)
    {
        ReadOnlySpan<char> name = Written(text, words, bracket);
        if (name.Length < 3 || !NameWords.IsMarked(name))
        {
            return false;
        }

        for (int i = first; i < bracket; i++)
        {
            if (char.ToUpperInvariant(text[words[i].Start]) == char.ToUpperInvariant(name[0]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the long form that starts at <paramref name="start"/> only says of what something is proposed: <c>parts of a question answering (QA) system</c>.</summary>
    private static bool IsPartOf(string text, List<NameWord> words, int first, int start)
    {
        for (int i = first + 1; i < words.Count && words[i].Start < start; i++)
        {
            if (Written(text, words, i) is "of" && !words[i - 1].Is(CueKinds.ClassNoun) && !IsGroupOf(Written(text, words, i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsGroupOf(ReadOnlySpan<char> noun) => noun is "family" or "class" or "suite" or "series" or "set" or "pair" or "collection" or "variant" or "version" or "type" or "kind"
        or "task" or "setting" or "problem" or "concept" or "notion" or "idea";

    private static int BracketAfterCapitals(string text, List<NameWord> words, int first)
    {
        if (!NameWords.IsCapitalized(Written(text, words, first)))
        {
            return -1;
        }

        for (int i = first + 1; i < words.Count && i < first + 9; i++)
        {
            if (words[i].Mark == '(')
            {
                return i;
            }

            if (words[i].Mark is '.' or ';' or ':')
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>Adds the name that starts at this word, if one does.</summary>
    /// <returns>One past the last word taken; <paramref name="at"/> where there is none.</returns>
    private static int NameAt(string text, List<NameWord> words, int at, IntroducedNames names, string title, bool article, bool weak, bool isData, bool compound = false)
    {
        int end = at;
        bool marked = compound && NameWords.IsCompound(Written(text, words, at));
        while (end < words.Count && end < at + 6 && (end == at || words[end].Mark == '\0'))
        {
            ReadOnlySpan<char> word = Written(text, words, end);
            if (NameWords.IsMarked(word))
            {
                marked = true;
            }
            else if (!char.IsUpper(word[0]) && !(end > at && char.IsDigit(word[0]) && word.Length <= 3))
            {
                break;
            }
            else if (IsModifier(word))
            {
                break;
            }

            end++;
        }

        while (end > at + 1 && Cues.Of(Written(text, words, end - 1)) is var kinds && (kinds & CueKinds.ClassNoun) != 0 && marked && (kinds & CueKinds.DataNoun) != 0)
        {
            // ImageNet Dataset: the class word is no part of the name.
            isData = true;
            end--;
        }

        if (end == at)
        {
            return at;
        }

        ReadOnlySpan<char> name = text.AsSpan(words[at].Start, words[end - 1].End - words[at].Start);
        if (end < words.Count && words[end].Mark == '(' && names.AcronymOf(Written(text, words, end)) is { } acronym && StartOfLong(text, words[end].Start, acronym) is int start && start >= words[at].Start && start < words[end].Start)
        {
            if (!NameWords.IsWellKnown(acronym))
            {
                names.Add(acronym.Short, isData || SaysDataAround(words, end));
                return end + 1;
            }

            return at;
        }

        bool single = end == at + 1;
        if (!single && end < words.Count && words[end].Mark == '(' && names.AcronymOf(Written(text, words, end)) is null && ReadBracket(text, words, at, end, names))
        {
            return end + 1;
        }

        if (!IsFollowedLikeName(text, words, end) && !(single && !weak && NameWords.IsMadeUp(name)))
        {
            return at;
        }

        if (!marked && GoesOnInCapitals(text, words, end))
        {
            return at;
        }

        bool inTitle = title.Contains(name, StringComparison.OrdinalIgnoreCase);
        bool accept = single
            ? (marked && (!IsAllCapitals(name) || !article || inTitle || IsTheModel(text, words, at, end) || end < words.Count && words[end].Mark == '(' && names.AcronymOf(name) is not null)
                || !article && IsApposed(text, words, end)) && !IsPluralShort(name)
            : marked || !article && (!weak || IsApposed(text, words, end)) || inTitle;
        if (accept && (inTitle && !single || !NameWords.IsWellKnown(name)) && (single || !NameWords.IsWellKnown(Written(text, words, at)) || inTitle))
        {
            names.Add(name, isData || SaysDataAround(words, end));
            return end;
        }

        return at;
    }

    /// <summary>Plain capitals that go on behind a small word are one name, of which this is a piece: <c>Matching Priors and Conditionals</c>.</summary>
    private static bool GoesOnInCapitals(string text, List<NameWord> words, int end) =>
        end + 1 < words.Count && words[end].Mark == '\0' && words[end + 1].Mark == '\0' && Written(text, words, end) is "and" or "with" or "of" or "to" && char.IsUpper(text[words[end + 1].Start]);

    /// <summary>The FOO model, where an FOO model would be any.</summary>
    private static bool IsTheModel(string text, List<NameWord> words, int at, int end) =>
        at > 0 && Written(text, words, at - 1) is "the" && end < words.Count && words[end].Mark == '\0' && words[end].Is(CueKinds.ClassNoun);

    /// <summary>We propose Picture, a language: what is said to be something is a name, however plain.</summary>
    private static bool IsApposed(string text, List<NameWord> words, int end) => end < words.Count && words[end].Mark is ',' or '–' or '—' or '-' && Written(text, words, end) is "a" or "an" or "the" or "our" or "which";

    private static bool IsAllCapitals(ReadOnlySpan<char> name)
    {
        foreach (char character in name)
        {
            if (char.IsLower(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPluralShort(ReadOnlySpan<char> name) => name.Length > 2 && name[^1] == 's' && char.IsUpper(name[^2]) && char.IsUpper(name[0]) && IsAllCapitals(name[..^1]);

    private static bool IsModifier(ReadOnlySpan<char> word)
    {
        int hyphen = word.LastIndexOfAny("-‐‑–");
        return hyphen > 0 && hyphen + 3 < word.Length && char.IsLower(word[hyphen + 1]);
    }

    /// <summary>After a name comes a mark, a function word, or what it is said to be; another noun makes it a modifier.</summary>
    private static bool IsFollowedLikeName(string text, List<NameWord> words, int end)
    {
        if (end >= words.Count || words[end].Mark != '\0' || words[end].Is(CueKinds.Boundary | CueKinds.ClassNoun | CueKinds.Determiner))
        {
            return true;
        }

        ReadOnlySpan<char> next = Written(text, words, end);
        return next is "and" or "or" or "of" or "but" or "will" or "may" or "could" or "does" or "achieves" or "enables" or "we" or "consists" or "learns" or "uses" or "outperforms" or "allows" or "provides" or "aims" or "contains" or "includes" or "comprises"
            || next.EndsWith("ly", StringComparison.Ordinal);
    }

    private static bool SaysDataAround(List<NameWord> words, int end)
    {
        for (int i = end; i < words.Count && i < end + 9; i++)
        {
            if (words[i].Mark is '.' or ';' || words[i].Is(CueKinds.Boundary))
            {
                return false;
            }

            if (words[i].Is(CueKinds.DataNoun))
            {
                return true;
            }

            if (words[i].Is(CueKinds.ClassNoun))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A novel scheme (ABC) is proposed; the proposed ABC; our proposed FooBar.</summary>
    private static void ReadPassive(string text, List<NameWord> words, int verb, IntroducedNames names, string title)
    {
        if (verb < 1)
        {
            return;
        }

        ReadOnlySpan<char> before = Written(text, words, verb - 1);
        if (before is "is" or "are" && verb >= 2 && text.AsSpan(words[verb - 2].End, words[verb - 1].Start - words[verb - 2].End).Contains(')'))
        {
            NameWord last = words[verb - 2];
            if (last.Mark == '(' && names.AcronymOf(Written(text, words, verb - 2)) is { } acronym && !NameWords.IsWellKnown(acronym) && Written(text, words, verb) is "proposed" or "introduced" or "presented" or "developed")
            {
                names.Add(acronym.Short, SaysData(words, verb));
            }
        }
        else if (before is "the" or "The" or "our" or "Our" or "this" or "This" && Written(text, words, verb) is "proposed" or "resulting" && verb + 1 < words.Count && words[verb + 1].Mark == '\0')
        {
            if (NameAt(text, words, verb + 1, names, title, article: false, weak: true, isData: false) == verb + 1)
            {
                ReadOwn(text, words, verb + 1, names, title);
            }
        }
    }

    /// <summary>A novel long form (ABC) is the paper's own, whatever the verb.</summary>
    private static void ReadNovel(string text, List<NameWord> words, int first, IntroducedNames names)
    {
        for (int i = first; i < words.Count && i < first + 9; i++)
        {
            if (words[i].Mark == '(')
            {
                ReadBracket(text, words, first, i, names);
                return;
            }

            if (words[i].Mark != '\0' || (words[i].Is(CueKinds.Boundary) && !LongFormGoesOn(text, words, first, i, names)))
            {
                return;
            }
        }
    }

    /// <summary>FooBar is a novel …, at the beginning of a sentence.</summary>
    private static void ReadSubject(string text, List<NameWord> words, int novel, IntroducedNames names, string title)
    {
        int subject = novel - 3;
        if (subject >= 0 && Written(text, words, novel - 1) is "a" && Written(text, words, novel - 2) is "is" && (subject == 0 || words[subject].Mark is '.' or '?' or '!'))
        {
            NameAt(text, words, subject, names, title, article: false, weak: true, isData: false, compound: true);
        }
    }

    /// <summary>Our FooBar; our best model, FooBar, …</summary>
    private static void ReadOwn(string text, List<NameWord> words, int first, IntroducedNames names, string title)
    {
        if (first >= words.Count || words[first].Mark != '\0')
        {
            return;
        }

        int at = Written(text, words, first) is "proposed" or "new" or "novel" ? first + 1 : first;
        if (at < words.Count && words[at].Mark == '\0' && NameWords.IsMadeUp(Written(text, words, at)))
        {
            NameAt(text, words, at, names, title, article: false, weak: true, isData: false);
            return;
        }

        for (int i = first; i + 1 < words.Count && i < first + 5 && (i == first || words[i].Mark == '\0'); i++)
        {
            if (words[i].Is(CueKinds.ClassNoun) && char.IsLower(text[words[i].Start]) && IsOwnName(text, words, i + 1))
            {
                NameAt(text, words, i + 1, names, title, article: false, weak: true, words[i].Is(CueKinds.DataNoun), compound: true);
                return;
            }

            if (words[i].Is(CueKinds.Boundary))
            {
                return;
            }
        }
    }

    /// <summary>Our model FooBar, our model, FooBar, and our model (FooBar): a marked word of three letters or more.</summary>
    private static bool IsOwnName(string text, List<NameWord> words, int at) =>
        words[at].End - words[at].Start > 2 && (NameWords.IsMarked(Written(text, words, at)) || NameWords.IsCompound(Written(text, words, at))) && (words[at].Mark is ',' or '\0' or '–' or '—' or '-' || words[at].Mark == '(' && StandsAlone(text, words, at));

    private static bool SaysData(List<NameWord> words, int naming)
    {
        for (int i = naming - 1; i >= 0 && i >= naming - 4; i--)
        {
            if (words[i].Is(CueKinds.ClassNoun))
            {
                return words[i].Is(CueKinds.DataNoun);
            }
        }

        return false;
    }

    /// <summary>Between "we propose" and "called" everything is the authors' own; elsewhere only a name that looks like one is taken.</summary>
    private static bool IsOwnNaming(List<NameWord> words, int naming)
    {
        for (int i = naming - 1; i >= 0 && i >= naming - 25; i--)
        {
            if (words[i + 1].Mark is '.' or ';')
            {
                return false;
            }

            if (words[i].Is(CueKinds.Propose | CueKinds.Proposes) && !words[i].Is(CueKinds.Weak))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>We release two datasets, namely X and Y; but not: we test on two datasets, namely X and Y.</summary>
    private static bool IsOffered(string text, List<NameWord> words, int naming)
    {
        for (int i = naming - 1; i >= 0 && i >= naming - 25 && words[i + 1].Mark is not ('.' or ';'); i--)
        {
            if (words[i].Is(CueKinds.Propose | CueKinds.Proposes | CueKinds.Proposing | CueKinds.Proposed) || Written(text, words, i) is "new" or "novel")
            {
                return true;
            }
        }

        return false;
    }

    private static int AfterNaming(string text, List<NameWord> words, int naming)
    {
        int at = naming + 1;
        while (at < words.Count && words[at].Mark is '\0' or ',' && Written(text, words, at) is "as" or "the" or "by" or "a" or "an")
        {
            at++;
        }

        return at;
    }

    /// <summary>We call it X, we call this procedure X, we refer to it as X.</summary>
    private static int AfterObject(string text, List<NameWord> words, int verb)
    {
        int at = verb + 1;
        if (Written(text, words, verb) is "refer")
        {
            while (at < words.Count && at < verb + 8 && words[at].Mark is not ('.' or ';') && Written(text, words, at) is not "as")
            {
                at++;
            }

            return at < words.Count && Written(text, words, at) is "as" ? at + 1 : words.Count;
        }

        if (at < words.Count && Written(text, words, at) is "it" or "this" or "these" or "our" or "the" or "them" or "such")
        {
            bool pronoun = Written(text, words, at) is "it" or "them";
            at++;
            for (int skipped = 0; !pronoun && skipped < 4 && at < words.Count && words[at].Mark == '\0' && !NameWords.IsMarked(Written(text, words, at)) && !char.IsUpper(Written(text, words, at)[0]); skipped++)
            {
                bool noun = words[at].Is(CueKinds.ClassNoun);
                at++;
                if (noun)
                {
                    break;
                }
            }
        }

        return at < words.Count && Written(text, words, at) is "the" or "a" ? at + 1 : at;
    }

    /// <summary>The name right behind a naming word; plain words only where that is sure.</summary>
    private static void ReadName(string text, List<NameWord> words, int at, IntroducedNames names, bool plain, bool isData)
    {
        if (at >= words.Count || words[at].Mark is '.' or ';' or '(')
        {
            return;
        }

        int end = at;
        while (end < words.Count && end < at + 8 && (end == at || words[end].Mark == '\0'))
        {
            ReadOnlySpan<char> word = Written(text, words, end);
            bool small = end > at && word is "of" or "the" or "in" && end + 1 < words.Count && words[end + 1].Mark == '\0' && char.IsUpper(Written(text, words, end + 1)[0]);
            if (!char.IsUpper(word[0]) && !NameWords.IsMarked(word) && !small && !(end > at && char.IsDigit(word[0])))
            {
                break;
            }

            end++;
        }

        bool capitals = end > at;
        if (!capitals && plain)
        {
            while (end < words.Count && end < at + 5 && (end == at || words[end].Mark == '\0') && !words[end].Is(CueKinds.Boundary | CueKinds.Determiner) && Written(text, words, end) is not ("and" or "or" or "of" or "it" or "if"))
            {
                end++;
            }

            if (end - at > 4 || end == at)
            {
                return;
            }
        }

        // Behind small words or capitals, a bracket gives the short form.
        for (int i = end; i < words.Count && i < end + 7; i++)
        {
            if (words[i].Mark == '(' && names.AcronymOf(Written(text, words, i)) is { } acronym)
            {
                if (StartOfLong(text, words[i].Start, acronym) is int start && start >= words[at].Start && start < words[i].Start)
                {
                    if (!NameWords.IsWellKnown(acronym))
                    {
                        names.Add(acronym.Short, isData);
                    }

                    return;
                }
            }
            else if (words[i].Mark == '(' && StandsAlone(text, words, i) && NameWords.IsMarked(Written(text, words, i)) && !NameWords.IsWellKnown(Written(text, words, i)))
            {
                names.Add(Written(text, words, i), isData);
                return;
            }

            if (words[i].Mark != '\0')
            {
                break;
            }
        }

        if (end == at || capitals && end == at + 1 && !NameWords.IsMarked(Written(text, words, at)) && !IsFollowedLikeName(text, words, end))
        {
            return;
        }

        ReadOnlySpan<char> name = text.AsSpan(words[at].Start, words[end - 1].End - words[at].Start);
        if (!capitals && end - at < 2 || !NameWords.IsWellKnown(name) && !(end - at == 1 && IsPluralShort(name)))
        {
            if (capitals || end - at >= 2)
            {
                names.Add(name, isData);
            }
        }
    }
}
