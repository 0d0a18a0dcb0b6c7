namespace PaperGraph.Extraction.Links;

/// <summary>Whether the thing behind an address is there, or said to come.</summary>
internal static class ReleaseStatusRules
{
    private static readonly string[] Placeholders = ["upon_acceptance", "upon-acceptance", "placeholder", "coming-soon", "coming_soon", "to-be-released", "anonymous-url"];

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
            ReadOnlySpan<char> written = word.In(text);
            if (written is "will" or "would" or "shall" or "soon" or "shortly" or "plan" or "plans" or "intend" or "Upon" or "upon" or "going" or "aim" or "forthcoming" or "promise" || (written is "to" && Next(text, words, i, count, "be")))
            {
                return IsOfRelease(text, words, i, count);
            }

            // A release that is stated as done ends the search: the future of an earlier clause is another thing's.
            if (written is "is" or "are" or "was" or "were" or "has" or "have" && i + 1 < count && !Next(text, words, i, count, "to") && !Next(text, words, i, count, "going"))
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

        if (written is "upon" or "Upon")
        {
            return at + 1 < count && words[at + 1].In(text) is "acceptance" or "publication" or "the" or "paper" or "accept" || (at + 1 < count && words[at + 1].In(text).StartsWith("accep", StringComparison.Ordinal));
        }

        for (int i = at + 1; i < Math.Min(count, at + 8); i++)
        {
            ReadOnlySpan<char> next = words[i].In(text);
            if (next is "updated" or "update" or "updating" or "maintained" or "maintain" or "merged" or "incorporated" or "continuously" or "discussed" or "help" or "facilitate" or "serve" or "enable" or "inspire")
            {
                return false;
            }

            if (words[i].Has(Cue.Release) || next is "made" or "make" or "put" or "go" or "keep" or "appear" or "be" && i == count - 1)
            {
                return true;
            }
        }

        return at + 8 >= count && at + 1 < count && words[at + 1].In(text) is "be";
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
                    ReadOnlySpan<char> event_ = after[j].In(context.Text);
                    if (event_.StartsWith("accept", StringComparison.OrdinalIgnoreCase) || event_.StartsWith("public", StringComparison.OrdinalIgnoreCase) || event_ is "review" or "published")
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
