namespace PaperGraph.Extraction.Links;

/// <summary>Whether the thing behind an address is there, or said to come.</summary>
internal static class ReleaseStatusRules
{
    private static readonly string[] Placeholders = ["upon_acceptance", "upon-acceptance", "placeholder", "coming-soon", "coming_soon", "to-be-released",
        "anonymous-url"];

    private static readonly WordSet Future = new("will would shall soon shortly plan plans intend upon going aim forthcoming promise");

    private static readonly WordSet Present = new("is are was were has have");

    /// <summary>What follows <c>will</c> where no release does.</summary>
    private static readonly WordSet Upkeep = new(
        "updated update updating maintained maintain merged incorporated continuously discussed help facilitate serve enable inspire");

    public static ReleaseStatus Of(LinkContext context, WebAddress address)
    {
        if (Array.Exists(Placeholders, part => address.Url.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return ReleaseStatus.Promised;
        }

        return IsPromise(context.Text, context.Before, context.Before.Count) || IsPromisedBehind(context) ? ReleaseStatus.Promised : ReleaseStatus.Released;
    }

    /// <summary>Whether the last predicate of the words is one of the future.</summary>
    /// <remarks><c>will be updated</c>, <c>maintained</c> and <c>merged</c> are no promise of a release.</remarks>
    public static bool IsPromise(string text, List<CueWord> words, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            CueWord word = words[i];
            bool toBe = word.Is(text, "to") && Next(text, words, i, count, "be") && !Next(text, words, i + 1, count, "found");
            if (toBe || Future.Has(word.In(text)))
            {
                return IsOfRelease(text, words, i, count);
            }

            // A release that is stated as done ends the search: the future of an earlier clause is another thing's.
            bool going = Next(text, words, i, count, "to") || Next(text, words, i, count, "going");
            if (Present.Has(word.In(text)) && i + 1 < count && !going)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsOfRelease(string text, List<CueWord> words, int at, int count)
    {
        ReadOnlySpan<char> written = words[at].In(text);
        if (written is "soon" or "shortly" or "forthcoming")
        {
            return true;
        }

        if (words[at].Is(text, "upon"))
        {
            ReadOnlySpan<char> awaited = at + 1 < count ? words[at + 1].In(text) : default;
            return awaited is "publication" or "the" or "paper" || awaited.StartsWith("accep", StringComparison.Ordinal);
        }

        for (int i = at + 1; i < Math.Min(count, at + 8); i++)
        {
            ReadOnlySpan<char> next = words[i].In(text);
            if (Upkeep.Has(next))
            {
                return false;
            }

            if (words[i].Has(Cue.Release) || next is "made" or "make" or "put" or "go" or "keep" or "appear" || (next is "be" && i == count - 1))
            {
                return true;
            }
        }

        return at + 8 >= count && Next(text, words, at, count, "be");
    }

    /// <summary>The promise behind the address: <c>URL upon acceptance</c>, <c>URL will host the code</c>, <c>URL soon</c>.</summary>
    private static bool IsPromisedBehind(LinkContext context)
    {
        List<CueWord> after = context.After;
        for (int i = 0; i < Math.Min(after.Count, 4); i++)
        {
            ReadOnlySpan<char> word = after[i].In(context.Text);
            if (word is "soon" or "shortly")
            {
                return true;
            }

            if (word is "upon" or "after" or "once" && i < 3)
            {
                for (int j = i + 1; j < Math.Min(after.Count, i + 6); j++)
                {
                    ReadOnlySpan<char> awaited = after[j].In(context.Text);
                    if (awaited is "review" || awaited.StartsWith("accept", StringComparison.Ordinal) || awaited.StartsWith("publi", StringComparison.Ordinal))
                    {
                        return true;
                    }
                }
            }

            if (word is "will" && i == 0 && context.Before.Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Next(string text, List<CueWord> words, int at, int count, string word) => at + 1 < count && words[at + 1].Is(text, word);
}
