using System.Buffers;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>Finds what the authors say they release, or will, without an address.</summary>
/// <remarks>A claim needs a predicate of release and its argument: the subject of <c>is available, will be released</c>, the object of <c>we release, we make … public</c>.
/// Other people's things stand in no such place, or behind a word that gives them away (<c>existing</c>, <c>when</c>, <c>that are</c>); the codes of coding theory
/// are never released.</remarks>
internal static class ClaimFinder
{
    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [
            "releas", "Releas", "vailab", "avaliab", "pen-sourc", "pen sourc", "pensourc", " public", "ccessible", "hare our", "hare the", "be shared", "sharing our", "are shared", "publish our", "publish the", "be publish",
            "uploaded", "attached", "ownloaded", "ithub", "itHub", "ink1",
        ],
        StringComparison.Ordinal);

    private static readonly HashSet<string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        "existing", "other", "others", "many", "few", "several", "most", "these", "those", "currently", "their", "such", "some", "any", "no", "not", "if", "when", "where", "whenever", "unless", "without",
        "although", "though", "because", "since", "until", "only", "little", "limited", "lack", "lacking", "scarce", "typically", "usually", "often", "hardly", "rarely", "assume", "assumes", "assuming", "prior", "previously",
        "previous", "unlabeled", "abundant", "insufficient", "sufficient", "enough", "more", "whose", "never", "cannot", "widely", "two", "three", "four", "five", "multiple", "various", "different", "original",
    };

    private static readonly HashSet<string> Between = new(StringComparer.OrdinalIgnoreCase)
    {
        "publicly", "freely", "openly", "fully", "now", "also", "all", "both", "currently", "completely", "be", "been", "being", "made", "to", "and", "or", "online", "already", "released", "available", "open", "public",
        "further", "soon", "going", "made", "entirely", "free", "here", "provided", "shared", "open-sourced", "open-source", "accessible", "as", "in", "the", "anonymously", "jointly", "hosted", "put", "published", "later", "gradually", "therefore", "hereby", "immediately", "eventually", "commonly",
    };

    public static void Find(ExtractionDraft draft, IReadOnlyList<TextSpan> addresses, Cue covered)
    {
        string text = draft.Abstract;
        int from = 0;
        int address = 0;
        List<CueWord>? words = null;
        while (from < text.Length)
        {
            int hit = text.AsSpan(from).IndexOfAny(Anchors);
            if (hit < 0)
            {
                return;
            }

            TextSpan sentence = ReleaseSentence.Around(text, new TextSpan(from + hit, from + hit + 1));
            int start = Math.Max(sentence.Start, from);
            int end = Math.Max(sentence.End, from + hit + 1);
            start = AfterAddresses(addresses, ref address, start, end);
            words ??= [];
            CueWords.Read(text, start, end, words);
            if (words.Count > 1)
            {
                Read(draft, words, new TextSpan(start, end), ref covered);
            }

            from = end;
        }
    }

    /// <summary>What a sentence says before its addresses belongs to these.</summary>
    /// <param name="next">The first address that may lie in this sentence or behind it.</param>
    private static int AfterAddresses(IReadOnlyList<TextSpan> addresses, ref int next, int start, int end)
    {
        for (; next < addresses.Count && addresses[next].End <= end; next++)
        {
            start = Math.Max(start, addresses[next].End);
        }

        return start;
    }

    private static void Read(ExtractionDraft draft, List<CueWord> words, TextSpan sentence, ref Cue covered)
    {
        string text = draft.Abstract;
        for (int i = 0; i < words.Count; i++)
        {
            if (!IsPredicate(text, words, i))
            {
                continue;
            }

            (Cue things, ReleaseStatus status) = PassiveAt(draft, words, i);
            if (things == Cue.None)
            {
                (things, status) = ActiveAt(draft, words, i);
            }

            Add(draft, things, status, sentence, ref covered);
        }
    }

    private static bool IsPredicate(string text, List<CueWord> words, int at)
    {
        ReadOnlySpan<char> word = words[at].In(text);
        return word is "available" or "availabe" or "avaliable" or "released" or "release" or "releasing" or "releases" or "Releasing"
            or "open-sourced" or "open-source" or "open-sourcing" or "opensource" or "opensourced" or "Open-source" or "sourced" or "source" or "sourcing"
            or "public" or "publicly" or "accessible" or "share" or "shared" or "sharing" or "publish" or "published" or "publishing" or "uploaded" or "attached" or "downloaded" or "found" or "downloadable" or "provide" or "provided";
    }

    /// <summary>The subject of <c>is (publicly) available</c>, <c>will be released</c>, <c>(can be) found on GitHub</c>.</summary>
    private static (Cue Things, ReleaseStatus Status) PassiveAt(ExtractionDraft draft, List<CueWord> words, int at)
    {
        string text = draft.Abstract;
        int be = -1;
        for (int i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (word is "is" or "are" or "was" or "were" or "be" or "been" or "being")
            {
                be = i;
                break;
            }

            if (!Between.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            {
                break;
            }
        }

        ReadOnlySpan<char> predicate = words[at].In(text);
        bool elliptic = be < 0 && predicate is "available" or "released" && IsListOfThings(text, words, at);
        if (be < 0 && !elliptic)
        {
            return default;
        }

        if (be > 1 && words[be].Is(text, "be") && words[be - 1].Is(text, "to") && words[be - 2].In(text) is "need" or "needs" or "has" or "have" or "ought" or "required" or "assumed")
        {
            return default;
        }

        bool bare = predicate is "found" or "downloaded" or "provided" or "attached" or "source" or "sourced" or "provide" or "share";
        if (bare && predicate is "found" or "downloaded" or "provided" && !SaysWhere(text, words, at))
        {
            return default;
        }

        if (predicate is "source" or "sourced" && (at == 0 || !words[at - 1].Is(text, "open")))
        {
            return default;
        }

        int subjectEnd = elliptic ? at : be;
        while (subjectEnd > 0 && words[subjectEnd - 1].In(text) is "will" or "shall" or "can" or "to" or "has" or "have" or "also" or "soon" or "going" or "would" or "may" or "must" or "should" or "not" or "is" or "are" or "be" or "expected" or "gradually")
        {
            subjectEnd--;
        }

        int start = ClauseStart(text, words, subjectEnd);
        bool relative = subjectEnd > 0 && words[subjectEnd - 1].In(text) is "which" or "that" or "and" or "both" or "all";
        ReleaseStatus status = StatusOf(text, words, at);
        if (relative && words[subjectEnd - 1].In(text) is "which" or "that")
        {
            if (status != ReleaseStatus.Promised && !(words[subjectEnd - 1].Is(text, "which") && IsOwn(text, words, subjectEnd - 1) && IsPublic(text, words, at)))
            {
                return default;
            }

            // "…, which will be made public": the thing stands before.
            subjectEnd--;
            start = ClauseStart(text, words, subjectEnd);
        }

        if (IsForeign(text, words, start, be >= 0 ? be : at))
        {
            return default;
        }

        Cue things = Subject(text, words, start, subjectEnd, words[subjectEnd].In(text) is "which" or "that");
        bool plain = predicate is "available" or "accessible" or "provided" && status == ReleaseStatus.Released && !elliptic;
        if (predicate is "shared" or "published" or "attached" && status == ReleaseStatus.Released && !IsPublic(text, words, at) && !SaysWhere(text, words, at))
        {
            return default;
        }

        if (plain && (things & Cue.Code) == 0 && !IsPublic(text, words, at))
        {
            // "ground truth is available for every frame" releases nothing.
            return default;
        }

        return (things != Cue.None || elliptic ? things : OfName(draft, words, start, subjectEnd, openSource: false), status);
    }

    /// <summary>The object of <c>we release …</c>, <c>we make … public</c>, <c>we open-source …</c>.</summary>
    private static (Cue Things, ReleaseStatus Status) ActiveAt(ExtractionDraft draft, List<CueWord> words, int at)
    {
        string text = draft.Abstract;
        ReadOnlySpan<char> predicate = words[at].In(text);
        bool verb = predicate is "release" or "releases" or "released" or "open-source" or "open-sourced" or "opensource" or "share" or "publish" or "publicly" or "releasing" or "Releasing" or "open-sourcing" or "sharing" or "publishing"
            || (predicate is "source" or "sourced" or "sourcing" && at > 0 && words[at - 1].In(text) is "open" or "opening");
        int subject = -1;
        for (int i = at - 1; i >= Math.Max(0, at - 18); i--)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (word is "we" or "We" or "authors")
            {
                subject = i;
                break;
            }

            if (word is "that" or "which" && words[i].Stop == '\0' && !(i + 1 < at && words[i + 1].In(text) is "we"))
            {
                break;
            }
        }

        bool participle = predicate is "releasing" or "Releasing" or "open-sourcing" or "sourcing" or "sharing" or "publishing"
            && at + 1 < words.Count && (words[at + 1].In(text) is "our" || (predicate is not "sharing" && (words[at + 1].In(text) is "all" or "both" || (subject >= 0 && at > 0 && words[at - 1].In(text) is "by" or "are" or "also" or "publicly"))));
        if (verb && predicate is not "publicly" && (participle || (subject >= 0 && IsVerbOf(text, words, subject, at))))
        {
            int end = ObjectEnd(text, words, at + 1);
            if (IsForeign(text, words, at + 1, Math.Min(end, at + 4)) || at + 1 >= words.Count)
            {
                return default;
            }

            ReleaseStatus status = StatusOf(text, words, at);
            if (IsRelative(text, words, subject))
            {
                // "annotations …, which we will publicly release".
                int start = ClauseStart(text, words, subject - 1);
                return (Subject(text, words, start, subject - 1, isRelative: true), status);
            }

            if (predicate is "share" && words.Skip(at + 1).Take(8).Any(word => word.In(text) is "across" or "through" or "among" or "between" or "over" or "same"))
            {
                // Parameters are shared in another sense.
                return default;
            }

            Cue things = LinkThings.Read(text, words[(at + 1)..end], 24, isAnnounced: true).Said;
            if (things == Cue.None)
            {
                things = OfName(draft, words, at + 1, end, predicate.Contains("sourc", StringComparison.OrdinalIgnoreCase));
            }

            return (things, status);
        }

        // "We make/made … (publicly) available / public / accessible / open source".
        if (predicate is "available" or "public" or "publicly" or "accessible" or "open-source" or "source" && subject >= 0)
        {
            int make = -1;
            for (int i = at - 1; i > subject; i--)
            {
                if (words[i].In(text) is "make" or "made" or "making")
                {
                    make = i;
                    break;
                }
            }

            if (make >= 0)
            {
                int end = make + 1 < at ? at : ObjectEnd(text, words, at + 1);
                int start = make + 1 < at ? make + 1 : at + 1;
                return IsForeign(text, words, start, Math.Min(start + 3, end)) ? default
                    : (LinkThings.Read(text, words[start..end], 24, isAnnounced: true).Said, StatusOf(text, words, at));
            }
        }

        // "offering open-source resources", "we present NAME, an open-source toolkit".
        bool available = predicate is "available" && at > 1 && words[at].Stop == '\0' && words[at - 1].In(text) is "publicly" or "freely" or "openly" && words[at - 2].In(text) is "a" or "an" or "new" or "first";
        if (available && Introduces(text, words, at - 1) && !(at > 2 && words[at - 3].In(text) is "on" or "in" or "of" or "using" or "from" or "with" or "to" or "via" or "by" or "over" or "for"))
        {
            int end = ObjectEnd(text, words, at + 1);
            return (LinkThings.Read(text, words[(at + 1)..Math.Min(end, at + 9)], 9, isAnnounced: true).Said & (Cue.Code | Cue.Software | Cue.Data), ReleaseStatus.Released);
        }

        bool adjective = predicate is "open-source" or "Open-source" or "opensource" || (predicate is "source" && at > 0 && words[at - 1].In(text) is "open" or "Open");
        int first = predicate is "source" ? at - 1 : at;
        first -= first > 0 && words[first - 1].In(text) is "fully" or "new" or "novel" or "completely" or "free" ? 1 : 0;
        if (adjective && at + 1 < words.Count && words[at].Stop == '\0' && first > 0)
        {
            bool offered = words[first - 1].In(text) is "offering" or "provide" or "providing" or "offer"
                || (words[first - 1].In(text) is "a" or "an" or "our" or "An" && Introduces(text, words, first));
            int end = ObjectEnd(text, words, at + 1);
            Cue things = offered ? LinkThings.Read(text, words[(at + 1)..Math.Min(end, at + 6)], 8, isAnnounced: true).Said & (Cue.Code | Cue.Software | Cue.Data | Cue.Resource | Cue.Service) : Cue.None;
            return (things, ReleaseStatus.Released);
        }

        return default;
    }

    private static bool Introduces(string text, List<CueWord> words, int first)
    {
        for (int i = first - 1; i >= Math.Max(0, first - 9); i--)
        {
            if (words[i].In(text) is "introduce" or "introduces" or "present" or "presents" or "propose" or "develop" or "developed" or "release" or "provide" or "describe" or "describes" or "built" or "build" or "contribute")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A named thing: <c>we release NAME</c>.</summary>
    private static Cue OfName(ExtractionDraft draft, List<CueWord> words, int start, int end, bool openSource)
    {
        bool named = start < end && char.IsUpper(draft.Abstract[words[start].Start]);
        bool pronoun = start < end && words[start].In(draft.Abstract) is "it" or "them" or "this" or "everything";
        if (!named)
        {
            return openSource && pronoun ? Cue.Code : Cue.None;
        }

        LinkRole? role = NamedThing.RoleOf(draft.Title, draft.Abstract, words[start..Math.Min(end, start + 4)], draft.Abstract.Length);
        return role == LinkRole.Data ? Cue.Data : openSource || role == LinkRole.Official ? Cue.Code : Cue.None;
    }

    private static Cue Subject(string text, List<CueWord> words, int start, int end, bool isRelative)
    {
        // Of a relative clause only what stands right before it.
        return start >= end ? Cue.None : LinkThings.Read(text, words[start..end], 24, isAnnounced: !isRelative).Said;
    }

    private static bool IsForeign(string text, List<CueWord> words, int start, int end)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> foreign = Foreign.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = Math.Max(0, start); i < Math.Min(end, words.Count); i++)
        {
            if (foreign.Contains(words[i].In(text)) && !(words[i].In(text) is "all" or "more"))
            {
                return true;
            }
        }

        return start > 0 && start <= words.Count && words[start - 1].In(text) is "when" or "where" or "if" or "because" or "since" or "although" or "while" or "whereas" or "unless";
    }

    /// <summary>Whether the words right before a relative clause begin with <c>our</c>.</summary>
    private static bool IsOwn(string text, List<CueWord> words, int end)
    {
        for (int i = end - 1; i >= Math.Max(0, end - 4); i--)
        {
            if (words[i].In(text) is "our" or "Our")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRelative(string text, List<CueWord> words, int subject) =>
        subject > 0 && words[subject - 1].In(text) is "which" or "that";

    /// <summary>Whether the sentence says that others get it: <c>publicly</c>, <c>to the community</c>, <c>on GitHub</c>, <c>on request</c>.</summary>
    private static bool IsPublic(string text, List<CueWord> words, int at)
    {
        for (int i = Math.Max(0, at - 4); i < Math.Min(words.Count, at + 8); i++)
        {
            if (words[i].In(text) is "publicly" or "public" or "freely" or "openly" or "free" or "online" or "community" or "request" or "upon" or "GitHub" or "Github" or "github" or "Huggingface" or "HuggingFace"
                or "website" or "webpage" or "page" or "download" or "license" or "research" or "researchers" or "made" or "repository" or "link" or "URL" or "here" or "via")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A subject without its verb: <c>Code and models available on request</c>.</summary>
    private static bool IsListOfThings(string text, List<CueWord> words, int end)
    {
        bool things = false;
        for (int i = 0; i < end; i++)
        {
            things |= words[i].Has(Cue.Thing);
            if (!words[i].Has(Cue.Thing) && words[i].In(text) is not ("Our" or "The" or "All" or "and" or "our" or "publicly" or "Full" or "training" or "Training" or "online" or "made" or "freely" or "also" or "Both" or "trained"))
            {
                return false;
            }
        }

        return things && end < 9;
    }

    /// <summary>Whether the words between <c>we</c> and the verb let them belong together: adverbs, auxiliaries, a verb joined by <c>and</c>.</summary>
    private static bool IsVerbOf(string text, List<CueWord> words, int subject, int at)
    {
        int last = words[at].In(text) is "source" or "sourced" or "sourcing" ? at - 1 : at;
        if (last > 0 && words[last - 1].In(text) is "and" or "to" or "will")
        {
            return true;
        }

        for (int i = subject + 1; i < at; i++)
        {
            if (!words[i].In(text).EndsWith("ly") && words[i].In(text) is not ("will" or "also" or "further" or "publicly" or "fully" or "have" or "plan" or "to" or "then" or "finally" or "additionally" or "hereby" or "openly" or "freely" or "are" or "be" or "been" or "open" or "furthermore"
                or "soon" or "here" or "shall" or "intend" or "would" or "now" or "both" or "moreover" or "therefore" or "thus" or "make" or "can"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SaysWhere(string text, List<CueWord> words, int at)
    {
        for (int i = at + 1; i < Math.Min(words.Count, at + 8); i++)
        {
            if (words[i].In(text) is "GitHub" or "Github" or "github" or "online" or "supplementary" or "supplement" or "website" or "webpage" or "page" or "link" or "link1" or "repository" or "HuggingFace" or "Huggingface" or "here" or "web" or "URL")
            {
                return true;
            }
        }

        return false;
    }

    private static ReleaseStatus StatusOf(string text, List<CueWord> words, int at)
    {
        int end = Math.Min(words.Count, at + 8);
        for (int i = at; i < end; i++)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (word is "soon" or "shortly" || (word is "upon" or "after" or "once" && i + 1 < words.Count && IsEvent(text, words, i + 1)))
            {
                return ReleaseStatus.Promised;
            }
        }

        return ReleaseStatusRules.IsPromise(text, words, Math.Min(words.Count, at + 1)) ? ReleaseStatus.Promised : ReleaseStatus.Released;
    }

    private static bool IsEvent(string text, List<CueWord> words, int at)
    {
        for (int i = at; i < Math.Min(words.Count, at + 4); i++)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (word.StartsWith("accept", StringComparison.OrdinalIgnoreCase) || word.StartsWith("publi", StringComparison.OrdinalIgnoreCase) || word is "review" or "accep")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Back to where the clause of a predicate begins.</summary>
    private static int ClauseStart(string text, List<CueWord> words, int end)
    {
        for (int i = end - 1; i > Math.Max(0, end - 16); i--)
        {
            CueWord before = words[i - 1];
            if (before.Stop is ';' or ':' or '.' or '(' or ')')
            {
                return i;
            }

            ReadOnlySpan<char> word = words[i].In(text);
            bool opens = word is "our" or "the" or "all" or "Our" or "The" or "All" or "both" or "source" or "code" or "Code";
            if (opens && (before.Stop == ',' || before.In(text) is "and" or "while" or "whereas" or "when" or "if" or "where" or "because" or "since" or "although") && !IsList(text, words, i))
            {
                return i;
            }
        }

        return Math.Max(0, end - 16);
    }

    /// <summary>Whether the words before are items of one list: <c>the code, the data and the models</c>.</summary>
    private static bool IsList(string text, List<CueWord> words, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (word is "is" or "are" or "was" or "were" or "we" or "will" or "has" or "have" or "while" or "can" or "when")
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

    private static int ObjectEnd(string text, List<CueWord> words, int start)
    {
        int i = start;
        while (i < Math.Min(words.Count, start + 24))
        {
            ReadOnlySpan<char> word = words[i].In(text);
            if (i > start && (word is "which" or "that" or "to" or "so" or "because" or "where" or "upon" or "whose" || words[i - 1].Stop is ';' or '.' or ':'))
            {
                break;
            }

            i++;
        }

        return i;
    }

    private static void Add(ExtractionDraft draft, Cue things, ReleaseStatus status, TextSpan sentence, ref Cue covered)
    {
        AddOne(draft, things, Cue.Code | Cue.Software | Cue.Service, ReleasedThing.Code, status, sentence, ref covered);
        AddOne(draft, things, Cue.Data, ReleasedThing.Data, status, sentence, ref covered);
        AddOne(draft, things, Cue.Model, ReleasedThing.Model, status, sentence, ref covered);
        AddOne(draft, things, Cue.Demo, ReleasedThing.Demo, status, sentence, ref covered);
        if ((things & Cue.Resource) != 0 && (things & (Cue.Code | Cue.Software | Cue.Service | Cue.Data | Cue.Model | Cue.Demo)) == 0)
        {
            AddOne(draft, Cue.Code, Cue.Code, ReleasedThing.Code, status, sentence, ref covered);
        }
    }

    private static void AddOne(ExtractionDraft draft, Cue things, Cue of, ReleasedThing what, ReleaseStatus status, TextSpan sentence, ref Cue covered)
    {
        if ((things & of) != 0 && (covered & of) == 0)
        {
            draft.Claims.Add(new ReleaseClaim(what, status, sentence));
            covered |= of;
        }
    }
}
