namespace PaperGraph.Extraction.Links;

/// <summary>What a name stands for that is released by name alone: <c>NAME is available at …</c>.</summary>
internal static class NamedThing
{
    private const int Reach = 90;

    /// <summary>How far the text is searched: what is longer is no abstract.</summary>
    private const int AbstractLength = 4000;

    private static readonly string[] DataWords = ["dataset", "data set", "benchmark", "corpus", "corpora", "test suite", "collection of", "treebank"];

    private static readonly string[] SoftwareWords = ["library", "toolkit", "toolbox", "package", "software", "simulator", "open source", "open-source"];

    private static readonly string[] OtherWords = ["framework", "method", "model", "system", "approach", "algorithm", "platform", "network", "tool"];

    /// <returns><see cref="LinkRole.Data"/> where the text calls every such name a data set before it calls it anything else, <see
    /// cref="LinkRole.Official"/> where
    /// it calls one software; null where it does neither.</returns>
    public static LinkRole? RoleOf(LinkContext context) => RoleOf(context.Title, context.Text, context.Before, context.Span.Start);

    /// <param name="end">Where the text that is asked ends.</param>
    public static LinkRole? RoleOf(string title, string text, List<CueWord> words, int end)
    {
        LinkRole? role = null;
        for (int i = 0; i < words.Count; i++)
        {
            CueWord word = words[i];
            ReadOnlySpan<char> name = word.In(text);
            bool listed = char.IsUpper(name[0])
                && ((i > 0 && words[i - 1].Is(text, "and")) || (title.AsSpan().StartsWith(name) && title.Length > name.Length && title[name.Length] == ':'));
            if (name.Length < 3 || name.Length > 32 || !(listed || IsName(name)) || word.Has(Cue.Thing | Cue.Release))
            {
                continue;
            }

            LinkRole? called = CalledIn(title, name) ?? CalledIn(text.AsSpan(0, Math.Min(end, AbstractLength)), name);
            if (called != LinkRole.Data)
            {
                return called;
            }

            role = LinkRole.Data;
        }

        return role;
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        int capitals = 0;
        bool digit = false;
        foreach (char c in word)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            digit |= char.IsDigit(c);
        }

        return capitals >= 2 || (capitals == 1 && (digit || !char.IsUpper(word[0])));
    }

    private static LinkRole? CalledIn(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        int at = text.IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        int from = Math.Max(0, at - Reach);
        int to = Math.Min(text.Length, at + name.Length + Reach);
        ReadOnlySpan<char> around = text[from..to];
        int data = Nearest(around, at - from, DataWords);
        int software = Nearest(around, at - from, SoftwareWords);
        int other = Nearest(around, at - from, OtherWords);
        return data < Math.Min(software, other) ? LinkRole.Data : software < other ? LinkRole.Official : null;
    }

    private static int Nearest(ReadOnlySpan<char> text, int place, string[] words)
    {
        int best = int.MaxValue;
        foreach (string word in words)
        {
            int from = 0;
            while (text[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and int hit)
            {
                best = Math.Min(best, Math.Abs(from + hit - place));
                from += hit + word.Length;
            }
        }

        return best;
    }
}
