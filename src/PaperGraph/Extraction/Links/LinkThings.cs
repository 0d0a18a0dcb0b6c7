namespace PaperGraph.Extraction.Links;

/// <summary>What the words before an address say that it gives.</summary>
/// <param name="Said">The things, without those that only describe another one: <c>video</c> in <c>video dataset</c>, <c>models</c> in <c>code for the models</c>.</param>
/// <param name="First">The thing that is named first.</param>
/// <param name="IsReleased">Whether a word of release or pointing stands with them.</param>
internal readonly record struct LinkThings(Cue Said, Cue First, bool IsReleased)
{
    private const int Near = 5;
    private const int Clause = 24;

    private static readonly HashSet<string> NotProgramCode = new(StringComparer.OrdinalIgnoreCase)
    {
        "generation", "completion", "search", "summarization", "summarisation", "understanding", "review", "repair", "intelligence", "llm", "llms", "language", "languages", "snippets", "switching",
        "mixing", "mixed", "translation", "representation", "representations", "retrieval", "editing", "length", "book", "words", "vulnerability", "clone", "changes", "edits", "reasoning",
    };

    private static readonly HashSet<string> Describing = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "for", "on", "from", "to", "by", "in", "at", "via", "through", "under", "about", "upon", "across",
        "presenting", "showing", "demonstrating", "illustrating", "describing", "summarizing", "accompanying",
    };

    public static LinkThings Of(LinkContext context)
    {
        LinkThings before = Read(context.Text, context.Before, context.Before.Count, Clause, announced: context.Opening == ':');
        if (before.Said != Cue.None)
        {
            return before;
        }

        // "Visit … for the code and videos", "… hosts the data".
        LinkThings after = Read(context.Text, context.After, Math.Min(context.After.Count, 12), 12, skipFirst: true);
        bool points = context.After.Count > 0 && context.After[0].In(context.Text) is "for" or "to" or "with" or "contains" or "provides" or "hosts" or "where" or "and";
        return points && after.Said != Cue.None ? after with { IsReleased = true } : before;
    }

    /// <summary>The things of a clause, given by its words; used for claims as well.</summary>
    public static LinkThings Read(string text, List<CueWord> words, int count, int reach, bool skipFirst = false, bool announced = false)
    {
        int release = announced ? count : words.FindLastIndex(count - 1, count, word => word.Has(Cue.Release | Cue.Pointer));
        int from = Math.Max(0, count - reach);
        Cue said = Cue.None;
        Cue near = Cue.None;
        Cue first = Cue.None;
        bool describes = false;
        for (int i = skipFirst ? from + 1 : from; i < count; i++)
        {
            CueWord word = words[i];
            ReadOnlySpan<char> written = word.In(text);
            if (Describing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(written))
            {
                describes = true;
            }
            else if (written is "and" or "or" or "with" or "including" or "plus" or "along" || (i > 0 && words[i - 1].Stop is ',' or ';' or ':' or '('))
            {
                describes = false;
            }

            Cue thing = ThingAt(text, words, i, count);
            if (word.Has(Cue.Release) && thing == Cue.None)
            {
                describes = false;
            }

            if (thing == Cue.None)
            {
                continue;
            }

            near |= count - i <= Near ? thing : Cue.None;
            bool sourceCode = (thing & Cue.Code) != 0 && i > 0 && words[i - 1].Is(text, "source");
            Cue counted = describes && !sourceCode ? thing & Cue.Page : thing;
            bool reaches = i <= release || count - i <= Near || (release >= 0 && i > release);
            if (counted != Cue.None && reaches && (release >= 0 || count - i <= Near))
            {
                first = first == Cue.None ? counted : first;
                said |= counted;
            }
        }

        if (said == Cue.None)
        {
            (said, first) = (near, near);
        }

        return new LinkThings(said, first, release >= 0);
    }

    /// <summary>The thing that a word names as the head of its phrase.</summary>
    private static Cue ThingAt(string text, List<CueWord> words, int at, int count)
    {
        CueWord word = words[at];
        Cue thing = word.Cue & Cue.Thing;
        if (thing == Cue.None)
        {
            bool online = at > 0 && word.In(text) is "application" or "applications" or "service" && words[at - 1].In(text) is "web" or "online" or "interactive" or "mobile" or "demo";
            return online ? Cue.Demo : Cue.None;
        }

        if (at > 0 && word.Is(text, "results") && words[at - 1].Has(Cue.Demo) && words[at - 1].Stop == '\0')
        {
            return Cue.None;
        }

        bool last = at + 1 >= count || word.Stop != '\0';
        if (last)
        {
            return Foreign(text, words, at) ? Cue.None : thing;
        }

        CueWord next = words[at + 1];
        ReadOnlySpan<char> following = next.In(text);
        if ((thing & (Cue.Code | Cue.Data | Cue.Demo)) != 0 && NotProgramCode.GetAlternateLookup<ReadOnlySpan<char>>().Contains(following))
        {
            return Cue.None;
        }

        // "video results" are videos; otherwise the last of two nouns is the thing.
        bool describesNext = next.Has(Cue.Thing) && !((thing & Cue.Demo) != 0 && next.Is(text, "results"));
        return describesNext || Foreign(text, words, at) ? Cue.None : thing;
    }

    /// <summary>Somebody's site, not the project's: <c>the author's website</c>.</summary>
    private static bool Foreign(string text, List<CueWord> words, int at) =>
        words[at].Has(Cue.Page) && at > 0 && words[at - 1].In(text) is "author's" or "authors’" or "authors'" or "author’s" or "third-party";
}
