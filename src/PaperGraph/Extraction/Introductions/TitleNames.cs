namespace PaperGraph.Extraction.Introductions;

/// <summary>The name before a title's colon.</summary>
internal static class TitleNames
{
    private static readonly string[] s_overviews = ["survey", "surveys", "tutorial", "overview", "primer", "roadmap", "perspective", "perspectives", "position paper", "literature", "guide", "retrospective", "state of the art review"];

    /// <summary>Surveys and their like introduce nothing.</summary>
    public static bool IsOverview(string title)
    {
        foreach (string word in s_overviews)
        {
            int at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsLetterOrDigit(title[at - 1])) || (at + word.Length < title.Length && char.IsLetterOrDigit(title[at + word.Length])))
            {
                continue;
            }

            // "A survey of" and ": a survey" are; "survey propagation" and "a guide dog robot" are not.
            int end = at + word.Length;
            ReadOnlySpan<char> rest = title.AsSpan(end).TrimStart();
            ReadOnlySpan<char> before = title.AsSpan(0, at).TrimEnd();
            if (rest.IsEmpty || rest[0] is ',' or '.' or ':' or ')' || rest.StartsWith("of ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("on ", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("and ", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" a comprehensive", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static void Find(string title, string text, List<NameWord> words, IntroducedNames names)
    {
        int colon = title.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 2)
        {
            colon = title.IndexOf(" - ", StringComparison.Ordinal);
            colon = colon < 0 ? title.IndexOf(" – ", StringComparison.Ordinal) : colon;
            colon = colon < 0 ? title.IndexOf(" — ", StringComparison.Ordinal) : colon;
        }

        if (colon < 2 || colon > 80)
        {
            return;
        }

        ReadOnlySpan<char> head = title.AsSpan(0, colon).Trim().Trim("'’‘\"");
        int bracket = head.IndexOf(" (", StringComparison.Ordinal);
        if (bracket > 1 && head[^1] == ')')
        {
            head = head[..bracket];
        }

        ReadOnlySpan<char> tail = title.AsSpan(colon + 1);
        if (head.IndexOf('?') >= 0)
        {
            return;
        }

        bool isData = SaysData(tail);
        int blank = head.IndexOf(' ');
        if (blank < 0)
        {
            bool marked = NameWords.IsMarked(head) || IsHyphenated(head) || head.IndexOfAny("'’") > 0 && char.IsDigit(head[^1]);
            if (marked ? !IsPlural(head) && !NameWords.IsWellKnown(head) : char.IsUpper(head[0]) && head.Length > 2 && IsProposed(head, text, words))
            {
                names.Add(head, isData);
            }

            return;
        }

        // Several words: the abstract has to say so, each half of an "and" by itself.
        int and = head.IndexOf(" and ", StringComparison.Ordinal);
        if (and > 0 && IsProposed(head[..and], text, words))
        {
            names.Add(head[..and], isData);
            names.Add(head[(and + 5)..], isData);
        }
        else if (IsProposed(head, text, words))
        {
            names.Add(head, isData);
        }
        else if (NameWords.IsMarked(head[..blank]) && head[(blank + 1)..].IndexOf(' ') < 0 && Cues.Of(head[(blank + 1)..]) is var kinds && (kinds & CueKinds.ClassNoun) != 0 && !NameWords.IsWellKnown(head[..blank]))
        {
            names.Add(head[..blank], isData || (kinds & CueKinds.DataNoun) != 0);
        }
    }

    private static bool SaysData(ReadOnlySpan<char> tail) =>
        tail.Contains("dataset", StringComparison.OrdinalIgnoreCase) || tail.Contains("benchmark", StringComparison.OrdinalIgnoreCase) && !tail.Contains("benchmarking", StringComparison.OrdinalIgnoreCase)
        || tail.Contains("corpus", StringComparison.OrdinalIgnoreCase) || tail.Contains("data set", StringComparison.OrdinalIgnoreCase);

    /// <summary>Capitals on both sides of a hyphen: <c>Meta-World</c>.</summary>
    private static bool IsHyphenated(ReadOnlySpan<char> head)
    {
        int hyphen = head.IndexOfAny("-‐‑");
        return hyphen > 0 && hyphen + 1 < head.Length && char.IsUpper(head[0]) && char.IsUpper(head[hyphen + 1]);
    }

    private static bool IsPlural(ReadOnlySpan<char> name) => name.Length > 2 && name[^1] == 's' && char.IsUpper(name[^2]);

    /// <summary>Whether a proposing or naming word stands shortly before the name in the abstract.</summary>
    private static bool IsProposed(ReadOnlySpan<char> name, string text, List<NameWord> words)
    {
        int from = 0;
        while (from < text.Length)
        {
            int at = text.AsSpan(from).IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            at += from;
            from = at + name.Length;
            int word = WordAt(words, at);
            if (word < 0 || words[word].Start != at)
            {
                continue;
            }

            // A small first letter makes a plain word of a one-word name.
            if (name.IndexOf(' ') < 0 && char.IsLower(text[at]))
            {
                continue;
            }

            for (int i = word - 1; i >= 0 && i >= word - 7; i--)
            {
                if (words[i + 1].Mark is '.' or ';')
                {
                    break;
                }

                if (words[i].Is(CueKinds.Naming | CueKinds.Proposes | CueKinds.Propose | CueKinds.Proposing | CueKinds.Name) && NothingButNounPhrase(words, i + 1, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool NothingButNounPhrase(List<NameWord> words, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (words[i].Is(CueKinds.Boundary) && !words[i].Is(CueKinds.ClassNoun))
            {
                return false;
            }
        }

        return true;
    }

    private static int WordAt(List<NameWord> words, int position)
    {
        int low = 0, high = words.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (words[middle].End <= position)
            {
                low = middle + 1;
            }
            else if (words[middle].Start > position)
            {
                high = middle - 1;
            }
            else
            {
                return middle;
            }
        }

        return -1;
    }
}
