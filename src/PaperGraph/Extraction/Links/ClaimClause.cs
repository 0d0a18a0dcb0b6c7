namespace PaperGraph.Extraction.Links;

/// <summary>Where the clause of a predicate begins and ends, whose things it speaks of, and when.</summary>
internal static class ClaimClause
{
    private const int Reach = 16;
    private const int ObjectReach = 24;

    /// <summary>Back to where the clause begins that ends before <paramref name="end"/>.</summary>
    public static int StartOf(WordRun words, int end)
    {
        for (int i = end - 1; i > Math.Max(0, end - Reach); i--)
        {
            CueWord before = words[i - 1];
            if (before.Stop is ';' or ':' or '.' or '(' or ')')
            {
                return i;
            }

            bool joint = before.Stop == ',' || words.Is(i - 1, ClaimWords.Joints);
            if (joint && words.Is(i, ClaimWords.SubjectStarts) && !ContinuesList(words, i))
            {
                return i;
            }
        }

        return Math.Max(0, end - Reach);
    }

    /// <summary>On to where the object of a verb ends.</summary>
    public static int ObjectEnd(WordRun words, int start)
    {
        int i = start;
        while (i < Math.Min(words.Count, start + ObjectReach))
        {
            if (i > start && (words.Is(i, ClaimWords.ObjectEnds) || words[i - 1].Stop is ';' or '.' or ':'))
            {
                break;
            }

            i++;
        }

        return i;
    }

    /// <summary>Whether the things between are other people's, or only supposed.</summary>
    public static bool IsForeign(WordRun words, int start, int end) =>
        words.Any(start, end, ClaimWords.Foreign) || words.Is(start - 1, ClaimWords.Conditions);

    /// <summary>Whether the sentence says that others get it: <c>publicly</c>, <c>to the community</c>, <c>on GitHub</c>, <c>on request</c>.</summary>
    public static bool IsPublic(WordRun words, int at) => words.Any(at - 4, at + 8, ClaimWords.Public);

    public static bool SaysWhere(WordRun words, int at) => words.Any(at + 1, at + 8, ClaimWords.Places);

    public static ReleaseStatus StatusOf(WordRun words, int at)
    {
        for (int i = at; i < Math.Min(words.Count, at + 8); i++)
        {
            if (words.Word(i) is "soon" or "shortly" || (words.Word(i) is "upon" or "after" or "once" && IsEvent(words, i + 1)))
            {
                return ReleaseStatus.Promised;
            }
        }

        return ReleaseStatusRules.IsPromise(words.Text, words.Words, at + 1) ? ReleaseStatus.Promised : ReleaseStatus.Released;
    }

    /// <summary>A named thing: <c>we release NAME</c>.</summary>
    /// <param name="isOpenSource">Whether it is open-sourced: then it is software, if nothing else is said.</param>
    public static Cue OfName(WordRun words, string title, int start, int end, bool isOpenSource)
    {
        if (start >= end)
        {
            return Cue.None;
        }

        if (!char.IsUpper(words.Word(start)[0]))
        {
            return isOpenSource && words.Is(start, ClaimWords.Pronouns) ? Cue.Code : Cue.None;
        }

        LinkRole? role = NamedThing.RoleOf(title, words.Text, words.Words[start..Math.Min(end, start + 4)], words.Text.Length);
        return role == LinkRole.Data ? Cue.Data : isOpenSource || role == LinkRole.Official ? Cue.Code : Cue.None;
    }

    /// <summary>Whether the words before are items of one list: <c>the code, the data and the models</c>.</summary>
    private static bool ContinuesList(WordRun words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (words.Is(i, ClaimWords.FiniteVerbs))
            {
                return false;
            }

            if (words[i].Has(Cue.Thing))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEvent(WordRun words, int at)
    {
        for (int i = at; i < Math.Min(words.Count, at + 4); i++)
        {
            ReadOnlySpan<char> word = words.Word(i);
            if (word.StartsWith("accep", StringComparison.OrdinalIgnoreCase) || word.StartsWith("publi", StringComparison.OrdinalIgnoreCase)
                || word is "review")
            {
                return true;
            }
        }

        return false;
    }
}
