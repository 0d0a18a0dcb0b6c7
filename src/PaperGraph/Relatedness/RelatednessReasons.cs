using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Papers;

namespace PaperGraph.Relatedness;

/// <summary>Why are two papers related?</summary>
/// <remarks>Each shared term's part of the score goes to one reason: a shared concept takes the words and phrases of its name, the heaviest concept first;
/// then phrases take their words; what is left are words. So the shares add up to the score, but for words so common that they are no reason.</remarks>
public static class RelatednessReasons
{
    /// <summary>A word of more than one paper in fifty is no reason that a person would give.</summary>
    private static readonly float CommonWord = MathF.Log(50);

    /// <param name="limit">Strongest reasons kept.</param>
    /// <returns>Strongest first; ties by kind, then name. Empty where the two share nothing.</returns>
    public static ImmutableArray<RelatednessReason> Between(RelatednessPaper first, RelatednessPaper second, TermCounts counts, int limit = 8)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(counts);
        return Between(first, OccurringTerms(first), second, new SharedTerms(TermVector.Of(first, counts), TermVector.Of(second, counts)), counts, limit);
    }

    /// <param name="occurring">Of the first paper: <see cref="OccurringTerms"/>.</param>
    internal static ImmutableArray<RelatednessReason> Between(
        RelatednessPaper first, IReadOnlyList<(string Text, Term Term)> occurring, RelatednessPaper second, SharedTerms shared, TermCounts counts, int limit)
    {
        double score = shared.Total;
        var reasons = new List<RelatednessReason>();
        foreach ((RelatednessRepository here, RelatednessRepository there) in SharedRepositories(first, second))
        {
            double share = CodeShare.Of(CodeShare.FolderKey(here.Folder), CodeShare.FolderKey(there.Folder));
            double added = CodeShare.Add(score, share) - score;
            score += added;
            reasons.Add(new RelatednessReason(RelatednessReasonKind.Repository, here.Name, added, StatusWords(here.Status, there.Status)));
        }

        if (score <= 0)
        {
            return [];
        }

        AddConcepts(first, second, shared, reasons);
        List<RelatednessReason> weak = AddPhrasesAndWords(occurring, ConceptWords(first, second), shared, counts, reasons);
        reasons = reasons.Count > 0 ? reasons : weak;
        return
        [
            .. reasons.GroupBy(reason => (reason.Kind == RelatednessReasonKind.Repository, TitleKey.Of(reason.Name)))
                .Select(same => same.First() with { Share = Math.Round(same.Sum(reason => reason.Share) / score, 4) })
                .Where(reason => reason.Share > 0)
                .OrderByDescending(reason => reason.Share)
                .ThenBy(reason => reason.Kind)
                .ThenBy(reason => reason.Name, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private static IEnumerable<(RelatednessRepository Here, RelatednessRepository There)> SharedRepositories(RelatednessPaper first, RelatednessPaper second) =>
        from here in first.Repositories
        from there in second.Repositories
        where here.Id == there.Id
        orderby here.Id
        select (here, there);

    private static string StatusWords(string here, string there) => here == there ? $"{here} here and there" : $"{here} here, {there} there";

    private static void AddConcepts(RelatednessPaper first, RelatednessPaper second, SharedTerms shared, List<RelatednessReason> reasons)
    {
        HashSet<string> others = [.. second.Concepts.Select(concept => concept.Id)];
        List<(RelatednessConcept Concept, ulong[] Terms)> open =
            [.. first.Concepts.Where(concept => others.Contains(concept.Id)).OrderBy(concept => concept.Id, StringComparer.Ordinal).Select(concept => (concept, TermsOf(concept)))];
        while (open.Count > 0)
        {
            int best = 0;
            for (int i = 1; i < open.Count; i++)
            {
                best = shared.Weight(open[i].Terms) > shared.Weight(open[best].Terms) ? i : best;
            }

            (RelatednessConcept concept, ulong[] terms) = open[best];
            open.RemoveAt(best);
            double weight = shared.Take(terms);
            if (weight > 0)
            {
                reasons.Add(new RelatednessReason(RelatednessReasonKind.Concept, concept.Name, weight));
            }
        }
    }

    private static ulong[] TermsOf(RelatednessConcept concept)
    {
        var terms = new List<Term>();
        TermReader.Read(concept.Id, terms);
        TermReader.Read(concept.Name, terms);
        return [TermHash.Node(concept.Id), .. terms.Select(term => term.Hash).Distinct()];
    }

    /// <returns>Those that a person would not name, to be given where there are no others.</returns>
    private static List<RelatednessReason> AddPhrasesAndWords(
        IReadOnlyList<(string Text, Term Term)> occurring, HashSet<ulong> conceptWords, SharedTerms shared, TermCounts counts, List<RelatednessReason> reasons)
    {
        var weak = new List<RelatednessReason>();
        foreach ((string text, Term term) in occurring)
        {
            if (!shared.Has(term.Hash))
            {
                continue;
            }

            var parts = new List<Term>();
            string surface = Surface(text, term);
            TermReader.Read(surface, parts);
            bool isTerm = conceptWords.Count == 0 || parts.All(part => part.Words > 1 || conceptWords.Contains(part.Hash));
            bool isCommon = term.Words == 1 && (counts.Idf(term.Hash) < CommonWord || surface.Length < 3);
            List<RelatednessReason> list = isTerm && !isCommon && !HoldsAdverb(surface) ? reasons : weak;
            list.Add(new RelatednessReason(
                term.Words > 1 ? RelatednessReasonKind.Phrase : RelatednessReasonKind.Word, surface, shared.Take([.. parts.Select(part => part.Hash)])));
        }

        return weak;
    }

    /// <summary>Words that a concept of either paper is made of: a shared <c>early</c> or <c>tend</c> is none, and no reason. Empty where neither has a concept.</summary>
    private static HashSet<ulong> ConceptWords(RelatednessPaper first, RelatednessPaper second)
    {
        var terms = new List<Term>();
        foreach (RelatednessConcept concept in first.Concepts.Concat(second.Concepts))
        {
            TermReader.Read(concept.Name, terms);
        }

        return [.. terms.Where(term => term.Words == 1).Select(term => term.Hash)];
    }

    /// <summary><c>automatically trains</c> connects, but no person would name it.</summary>
    private static bool HoldsAdverb(string surface) => surface.Split(' ', '-').Any(word => word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>The paper's terms where they stand: longer phrases first, then those of the abstract before the title's.</summary>
    internal static IReadOnlyList<(string Text, Term Term)> OccurringTerms(RelatednessPaper paper)
    {
        var occurring = new List<(string, Term)>();
        var terms = new List<Term>();
        foreach (string text in (ReadOnlySpan<string>)[paper.Abstract, paper.Title])
        {
            terms.Clear();
            TermReader.Read(text, terms);
            occurring.AddRange(terms.Select(term => (text, term)));
        }

        return [.. occurring.OrderByDescending(pair => pair.Item2.Words)];
    }

    /// <summary>As written, but for a capital that only opens a sentence or a title.</summary>
    private static string Surface(string text, Term term)
    {
        string[] words = text[term.Start..term.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word.AsSpan(1).ContainsAnyExcept(LowerCase) ? word : word.ToLower(CultureInfo.InvariantCulture)));
    }

    private static readonly System.Buffers.SearchValues<char> LowerCase = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
}
