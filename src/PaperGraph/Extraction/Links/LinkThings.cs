namespace PaperGraph.Extraction.Links;

/// <summary>What the words before an address say that it gives.</summary>
/// <param name="Said">The things, without those that only describe another one: <c>video</c> in <c>video dataset</c>, <c>models</c> in
/// <c>code for the models</c>.</param>
/// <param name="First">The thing that is named first.</param>
/// <param name="IsReleased">Whether a word of release or pointing stands with them.</param>
internal readonly record struct LinkThings(Cue Said, Cue First, bool IsReleased)
{
    private const int Near = 5;
    private const int Clause = 24;

    /// <summary>Nouns behind <c>code</c>, <c>data</c> or <c>video</c> that make a subject of research of it.</summary>
    private static readonly WordSet ResearchNouns = new(
        "generation completion search summarization summarisation understanding review repair intelligence llm llms language languages snippets switching"
        + " mixing mixed translation representation representations retrieval editing length book words vulnerability clone changes edits reasoning");

    /// <summary>Words behind which a thing is only described.</summary>
    private static readonly WordSet Describing = new(
        "of for on from to by in at via through under about upon across presenting showing demonstrating illustrating describing summarizing accompanying");

    /// <summary>Words behind which a list goes on.</summary>
    private static readonly WordSet Joining = new("and or with including plus along");

    private static readonly WordSet Quantities = new("all both some part parts most");

    private static readonly WordSet Pointing = new("for to with contains provides hosts where and");

    private static readonly WordSet Online = new("web online interactive mobile demo");

    public static LinkThings Of(LinkContext context)
    {
        LinkThings label = Read(context.Text, context.Label, Clause, isAnnounced: true);
        LinkThings before = Read(context.Text, context.Before, Clause, context.IsAnnounced);
        if (label.Said != Cue.None)
        {
            return label with { Said = label.Said | before.Said };
        }

        if (before.Said != Cue.None)
        {
            return before with { Said = before.Said | AddedBehind(context) };
        }

        // "Visit … for the code and videos", "… hosts the data".
        bool points = context.After.Count > 0 && Pointing.Has(context.After[0].In(context.Text));
        LinkThings after = points ? Read(context.Text, context.After[1..Math.Min(context.After.Count, 12)], 12, isAnnounced: true) : default;
        return after.Said != Cue.None ? after : before;
    }

    /// <summary>What a list that goes on behind the address adds: <c>The data are at URL as well as the code</c>.</summary>
    private static Cue AddedBehind(LinkContext context)
    {
        List<CueWord> after = context.After;
        bool goesOn = after.Count > 2 && !context.LeadsToNext && after[0].In(context.Text) is "as" or "along" or "together" or "alongside"
            && (after[0].Is(context.Text, "alongside") || after[1].In(context.Text) is "well" or "with");
        return goesOn ? Read(context.Text, after[1..Math.Min(after.Count, 8)], Near + 2, isAnnounced: true).Said : Cue.None;
    }

    /// <summary>The things of a clause, given by its words; used for claims as well.</summary>
    /// <param name="isAnnounced">Whether the clause points at what follows it, as <c>Code:</c> does.</param>
    public static LinkThings Read(string text, List<CueWord> words, int reach, bool isAnnounced)
    {
        int count = words.Count;
        int release = isAnnounced ? count : words.FindLastIndex(word => word.Has(Cue.Release | Cue.Pointer));
        Cue said = Cue.None;
        Cue near = Cue.None;
        Cue first = Cue.None;
        bool describes = false;
        bool done = false;
        Cue latest = Cue.None;
        for (int i = Math.Max(0, count - reach); i < count; i++)
        {
            CueWord word = words[i];
            if (Describing.Has(word.In(text)))
            {
                // "all of our code" and "For code and videos, see" name the code.
                bool opens = i == 0 || (word.Is(text, "of") && Quantities.Has(words[i - 1].In(text)))
                    || (word.Is(text, "to") && words[i - 1].Is(text, "access")) || word.In(text) is "For";
                describes = !opens;
            }
            else if (Joining.Has(word.In(text)) || (i > 0 && EndsItem(words[i - 1].Stop)))
            {
                describes = false;
                done &= word.In(text) is not ("with" or "along" or "plus" or "including");
            }

            Cue thing = ThingAt(text, words, i, count);
            if (latest != Cue.None && word.In(text) is "which" or "that" && i + 2 < count && words[i + 1].Is(text, "we") && words[i + 2].Has(Cue.Release))
            {
                // "experiments on a new benchmark, which we provide at": the benchmark.
                (said, first, done) = (latest, latest, false);
            }

            latest = thing != Cue.None ? thing : latest;
            if (thing == Cue.None)
            {
                // A new predicate behind an old one: what it releases is another thing.
                done |= word.Has(Cue.Release) && said != Cue.None && !word.Is(text, "public");
                describes &= !word.Has(Cue.Release);
                continue;
            }

            near |= count - i <= Near ? thing : Cue.None;
            bool sourceCode = (thing & Cue.Code) != 0 && i > 0 && words[i - 1].Is(text, "source");
            Cue counted = describes && !sourceCode ? thing & Cue.Page : thing;
            if (counted == Cue.None || (release < 0 && count - i > Near))
            {
                continue;
            }

            if (done && (counted & Cue.Page) == 0)
            {
                (said, first, done) = (Cue.None, Cue.None, false);
            }

            first = first == Cue.None ? counted : first;
            said |= counted;
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
            bool online = at > 0 && word.In(text) is "application" or "applications" or "service" && Online.Has(words[at - 1].In(text));
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
        if ((thing & (Cue.Code | Cue.Data | Cue.Demo)) != 0 && ResearchNouns.Has(following))
        {
            return Cue.None;
        }

        bool sourceCode = word.In(text).StartsWith("source", StringComparison.OrdinalIgnoreCase);
        if ((thing & Cue.Code) != 0 && next.Has(Cue.Data | Cue.Model) && !sourceCode)
        {
            // A list that lost its commas: "code data and models".
            return thing;
        }

        // "video results" are videos; otherwise the last of two nouns is the thing.
        bool describesNext = next.Has(Cue.Thing) && !((thing & Cue.Demo) != 0 && next.Is(text, "results"));
        return describesNext || Foreign(text, words, at) ? Cue.None : thing;
    }

    /// <summary>Whether a sign behind a word ends the item of a list that it stands in.</summary>
    private static bool EndsItem(char sign) => sign is not ('\0' or '-' or '/' or '"' or '\'' or '’');

    /// <summary>Somebody's site, not the project's: <c>the author's website</c>.</summary>
    private static bool Foreign(string text, List<CueWord> words, int at) =>
        words[at].Has(Cue.Page) && at > 0 && words[at - 1].In(text) is "author's" or "authors’" or "authors'" or "author’s" or "third-party";
}
