namespace PaperGraph.Extraction.Links;

/// <summary>The object of <c>we release …</c>, <c>we make … public</c>, <c>by releasing our …</c>.</summary>
internal static class ActiveRelease
{
    private const int Reach = 18;

    /// <param name="at">The predicate.</param>
    /// <returns>No thing where the predicate releases none.</returns>
    public static (Cue Things, ReleaseStatus Status) At(WordRun words, string title, int at)
    {
        int subject = SubjectBefore(words, at);
        bool openSource = words.Is(at, ClaimWords.OpenSource) && words.Word(at - 1 < 0 ? at : at - 1) is "open" or "opening";
        bool verb = openSource || words.Is(at, ClaimWords.Verbs) || IsProvidedCode(words, at);
        if (verb && (IsParticiple(words, subject, at) || (subject >= 0 && IsVerbOf(words, subject, at))))
        {
            return OfVerb(words, title, subject, at);
        }

        return subject >= 0 && words.Is(at, ClaimWords.Madeable) ? OfMaking(words, subject, at) : default;
    }

    private static (Cue Things, ReleaseStatus Status) OfVerb(WordRun words, string title, int subject, int at)
    {
        int end = ClaimClause.ObjectEnd(words, at + 1);
        bool parameters = words.Is(at, "share") && words.Any(at + 1, at + 9, ClaimWords.SharedBetween);
        if (at + 1 >= words.Count || parameters || ClaimClause.IsForeign(words, at + 1, Math.Min(end, at + 4)))
        {
            return default;
        }

        ReleaseStatus status = ClaimClause.StatusOf(words, at);
        if (words.Is(subject - 1, ClaimWords.Relatives))
        {
            // "annotations, which we will publicly release".
            return (words.ThingsRightBefore(ClaimClause.StartOf(words, subject - 1), subject - 1), status);
        }

        Cue things = words.Things(at + 1, end);
        bool openSource = words.Word(at).Contains("sourc", StringComparison.OrdinalIgnoreCase);
        return (things != Cue.None ? things : ClaimClause.OfName(words, title, at + 1, end, openSource), status);
    }

    /// <summary><c>We provide our code</c>: what else is provided, to a model say, need not be public.</summary>
    private static bool IsProvidedCode(WordRun words, int at)
    {
        int thing = at + (words.Is(at + 1, "our") || words.Is(at + 1, "the") ? 2 : 1);
        return words.Is(at, "provide") && (words.Is(thing, "source") || (thing < words.Count && words[thing].Has(Cue.Code | Cue.Software)))
            && (words.Things(thing, Math.Min(words.Count, thing + 2)) & Cue.Code) != 0;
    }

    /// <summary><c>We make our code public</c>, <c>we make public our code</c>.</summary>
    private static (Cue Things, ReleaseStatus Status) OfMaking(WordRun words, int subject, int at)
    {
        int make = at - 1;
        while (make > subject && !words.Is(make, ClaimWords.Make))
        {
            make--;
        }

        if (make <= subject)
        {
            return default;
        }

        bool between = make + 1 < at;
        int start = between ? make + 1 : at + 1;
        int end = between ? at : ClaimClause.ObjectEnd(words, at + 1);
        return ClaimClause.IsForeign(words, start, Math.Min(start + 3, end)) ? default : (words.Things(start, end), ClaimClause.StatusOf(words, at));
    }

    /// <summary>The <c>we</c> of the clause; -1 where there is none.</summary>
    private static int SubjectBefore(WordRun words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            if (words.Is(i, ClaimWords.We))
            {
                return i;
            }

            if (words.Is(i, ClaimWords.Relatives) && words[i].Stop == '\0' && !(i + 1 < at && words.Is(i + 1, "we")))
            {
                break;
            }
        }

        return -1;
    }

    private static bool IsParticiple(WordRun words, int subject, int at)
    {
        if (!words.Is(at, ClaimWords.Participles) || at + 1 >= words.Count)
        {
            return false;
        }

        bool own = words.Is(at + 1, "our");
        bool all = words.Word(at + 1) is "all" or "both";
        bool by = subject >= 0 && at > 0 && words.Word(at - 1) is "by" or "are" or "also" or "publicly";
        return own || (!words.Is(at, "sharing") && (all || by));
    }

    /// <summary>Whether the words between <c>we</c> and the verb let them belong together: adverbs, auxiliaries, a verb joined by <c>and</c>.</summary>
    private static bool IsVerbOf(WordRun words, int subject, int at)
    {
        int verb = words.Is(at, ClaimWords.OpenSource) ? at - 1 : at;
        if (verb > 0 && words.Word(verb - 1) is "and" or "to" or "will")
        {
            return true;
        }

        for (int i = subject + 1; i < at; i++)
        {
            if (!words.Word(i).EndsWith("ly") && !words.Is(i, ClaimWords.BetweenWeAndVerb))
            {
                return false;
            }
        }

        return true;
    }
}
