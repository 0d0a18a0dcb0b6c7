namespace PaperGraph.Extraction.Links;

/// <summary>The subject of <c>is (publicly) available</c>, <c>will be released</c>, <c>can be found on GitHub</c>.</summary>
internal static class PassiveRelease
{
    /// <param name="at">The predicate.</param>
    /// <returns>No thing where the predicate releases none.</returns>
    public static (Cue Things, ReleaseStatus Status) At(WordRun words, string title, int at)
    {
        if (words.Is(at, ClaimWords.Participles))
        {
            return default;
        }

        int be = FormOfBe(words, at);
        bool elliptic = be < 0 && words.Word(at) is "available" or "released" && IsListOfThings(words, at);
        if (be < 0 && !elliptic)
        {
            return default;
        }

        bool needed = words.Is(be, "be") && words.Is(be - 1, "to") && words.Is(be - 2, ClaimWords.Needs);
        bool openSource = words.Any(be - 4, be, ClaimWords.OpenSourceThing);
        bool nowhere = words.Is(at, ClaimWords.NeedsPlace) && !openSource && !ClaimClause.SaysWhere(words, at);
        bool otherSource = words.Is(at, ClaimWords.OpenSource) && !words.Is(at - 1, "open");
        if (needed || nowhere || otherSource)
        {
            return default;
        }

        int end = elliptic ? at : be;
        while (words.Is(end - 1, ClaimWords.BeforeBe))
        {
            end--;
        }

        ReleaseStatus status = ClaimClause.StatusOf(words, at);
        bool relative = words.Is(end - 1, ClaimWords.Relatives);
        if (relative)
        {
            // "…, which will be made public", "our data, which is public": the thing stands before.
            end--;
            bool own = words.Is(end, "which") && words.Any(end - 4, end, ClaimWords.Our) && ClaimClause.IsPublic(words, at);
            if (status != ReleaseStatus.Promised && !own)
            {
                return default;
            }
        }

        int start = ClaimClause.StartOf(words, end);
        if (ClaimClause.IsForeign(words, start, be >= 0 ? be : at))
        {
            return default;
        }

        Cue things = relative ? words.ThingsRightBefore(start, end) : words.Things(start, end);
        if (status == ReleaseStatus.Released && !elliptic && !SaysEnough(words, at, things))
        {
            return default;
        }

        return (things != Cue.None || elliptic ? things : ClaimClause.OfName(words, title, start, end, isOpenSource: false), status);
    }

    /// <summary><c>ground truth is available for every frame</c> and <c>weights are shared</c> release nothing.</summary>
    private static bool SaysEnough(WordRun words, int at, Cue things)
    {
        if (words.Is(at, ClaimWords.Vague))
        {
            return ClaimClause.IsPublic(words, at) || ClaimClause.SaysWhere(words, at);
        }

        return !words.Is(at, ClaimWords.Plain) || (things & Cue.Code) != 0 || ClaimClause.IsPublic(words, at);
    }

    private static int FormOfBe(WordRun words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (words.Is(i, ClaimWords.Be) || (words.Is(i, "become") && words.Is(i - 1, "will")))
            {
                return i;
            }

            if (!words.Is(i, ClaimWords.BetweenBeAndPredicate))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>A subject without its verb: <c>Code and models available on request</c>.</summary>
    private static bool IsListOfThings(WordRun words, int end)
    {
        bool things = false;
        for (int i = 0; i < end; i++)
        {
            things |= words[i].Has(Cue.Thing);
            if (!words[i].Has(Cue.Thing) && !words.Is(i, ClaimWords.AroundThings))
            {
                return false;
            }
        }

        return things && end < 9;
    }
}
