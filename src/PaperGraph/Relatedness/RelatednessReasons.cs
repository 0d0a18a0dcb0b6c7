using System.Collections.Immutable;

namespace PaperGraph.Relatedness;

/// <summary>Why are two papers related?</summary>
/// <remarks>Each shared term's part of the score goes to one reason: a shared concept takes the words and phrases of its name, the heaviest concept first;
/// then phrases take their words; what is left are words. What the shares lack of 1 is likeness of topic, words so common that they are no reason, and
/// fragments of reasons that are told.</remarks>
public static class RelatednessReasons
{
    /// <summary>What more than one paper in fifty names, such as neural networks, is no reason that a person would give.</summary>
    private static readonly float Common = MathF.Log(50);

    /// <summary>Where the reasons that a person would give tell less of the score than this, some of the others are told too.</summary>
    private const double TellingShare = 0.08;

    private const int MostWeakReasons = 3;

    /// <param name="limit">Strongest reasons kept.</param>
    /// <returns>Strongest first; ties by kind, then name. Empty where the two share nothing.</returns>
    public static ImmutableArray<RelatednessReason> Between(RelatednessPaper first, RelatednessPaper second, RelatednessModel model, int limit = 8)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(model);
        var names = new ConceptTermTable();
        ReasonSource here = new(first, names), there = new(second, names);
        names.Complete();
        return Between(here, there, SharedTerms.Of(first, second, model), model, limit);
    }

    internal static ImmutableArray<RelatednessReason> Between(ReasonSource first, ReasonSource second, SharedTerms shared, RelatednessModel model, int limit)
    {
        double score = shared.Score;
        var reasons = new List<Reason>();
        foreach ((RelatednessRepository here, RelatednessRepository there) in SharedRepositories(first.Paper, second.Paper))
        {
            double share = CodeShare.Of(CodeShare.FolderKey(here.Folder), CodeShare.FolderKey(there.Folder));
            double added = CodeShare.Add(score, share) - score;
            score += added;
            reasons.Add(new Reason(RelatednessReasonKind.Repository, added, null, here.Name, "repository " + here.Id, [], StatusWords(here.Status, there.Status)));
        }

        if (score <= 0)
        {
            return [];
        }

        var weak = new List<Reason>();
        AddConcepts(first, second, shared, model, reasons, weak);
        AddPhrasesAndWords(first, second, shared, model, reasons, weak);
        ImmutableArray<RelatednessReason> told = Strongest(reasons, score, limit);
        return told.Sum(reason => reason.Share) >= TellingShare ? told
            : [.. told.Concat(Strongest(weak, score, MostWeakReasons)).Order(Comparer<RelatednessReason>.Create(StrongestFirst)).Take(limit)];
    }

    /// <summary>Reasons of one name are one, and a fragment of what is told already is not told.</summary>
    private static ImmutableArray<RelatednessReason> Strongest(List<Reason> reasons, double score, int limit)
    {
        var byKey = new Dictionary<string, Reason>(reasons.Count, StringComparer.Ordinal);
        foreach (Reason reason in reasons)
        {
            byKey[reason.Key] = byKey.TryGetValue(reason.Key, out Reason same) ? same with { Part = same.Part + reason.Part } : reason;
        }

        var strongest = new List<(RelatednessReason Told, ulong[] Words)>(byKey.Count);
        foreach (Reason reason in byKey.Values)
        {
            double share = Math.Round(reason.Part / score, 4);
            if (share > 0)
            {
                strongest.Add((new RelatednessReason(reason.Kind, reason.Name, share, reason.Detail), reason.Words));
            }
        }

        strongest.Sort((left, right) => StrongestFirst(left.Told, right.Told));
        var told = ImmutableArray.CreateBuilder<RelatednessReason>(Math.Min(limit, strongest.Count));
        var words = new List<ulong>();
        foreach ((RelatednessReason reason, ulong[] own) in strongest)
        {
            int known = 0;
            foreach (ulong word in own)
            {
                known += words.Contains(word) ? 1 : 0;
            }

            bool isFragment = own.Length > 0 && (reason.Kind == RelatednessReasonKind.Concept ? known == own.Length : known * 2 >= own.Length);
            if (!isFragment && told.Count < limit)
            {
                told.Add(reason);
                words.AddRange(own);
            }
        }

        return told.DrainToImmutable();
    }

    private static int StrongestFirst(RelatednessReason left, RelatednessReason right) =>
        left.Share != right.Share ? right.Share.CompareTo(left.Share)
        : left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind)
        : string.CompareOrdinal(left.Name, right.Name);

    private static IEnumerable<(RelatednessRepository Here, RelatednessRepository There)> SharedRepositories(RelatednessPaper first, RelatednessPaper second) =>
        first.Repositories.IsEmpty || second.Repositories.IsEmpty
            ? []
            : from here in first.Repositories
              from there in second.Repositories
              where here.Id == there.Id
              orderby here.Id
              select (here, there);

    private static string StatusWords(string here, string there) => here == there ? $"{here} here and there" : $"{here} here, {there} there";

    /// <param name="weak">Takes what a person would not name, to be given where there is nothing else.</param>
    private static void AddConcepts(ReasonSource first, ReasonSource second, SharedTerms shared, RelatednessModel model, List<Reason> reasons, List<Reason> weak)
    {
        List<ConceptTerms> open = first.Shared(second);
        while (open.Count > 0)
        {
            int best = 0;
            double most = shared.Weight(open[0].Terms);
            for (int i = 1; i < open.Count; i++)
            {
                double weight = shared.Weight(open[i].Terms);
                (best, most) = weight > most ? (i, weight) : (best, most);
            }

            ConceptTerms concept = open[best];
            open.RemoveAt(best);
            double taken = shared.Take(concept.Terms);
            if (taken > 0)
            {
                (RarestOf(concept.NameTerms, model) < Common ? weak : reasons).Add(new Reason(RelatednessReasonKind.Concept, taken, null, concept.Name, concept.Key, concept.Words, null));
            }
        }
    }

    private static float RarestOf(ulong[] terms, RelatednessModel model)
    {
        float idf = 0;
        foreach (ulong term in terms)
        {
            idf = Math.Max(idf, model.Idf(term));
        }

        return idf;
    }

    /// <param name="weak">Takes what a person would not name, to be given where there is nothing else.</param>
    private static void AddPhrasesAndWords(ReasonSource first, ReasonSource second, SharedTerms shared, RelatednessModel model, List<Reason> reasons, List<Reason> weak)
    {
        foreach (OccurringTerm term in first.Occurring(shared))
        {
            if (!shared.Has(term.Term.Hash))
            {
                continue;
            }

            double part = shared.Take(term.Parts);
            bool isTold = term.Idf(model) >= Common && IsTerm(term, first, second) && term.Surface.Length >= 3 && !term.HoldsAdverb;
            (isTold ? reasons : weak).Add(new Reason(term, part));
        }
    }

    /// <summary>A shared <c>early</c> or <c>tend</c> stands in no concept of either paper, and is no reason; a single word says little where only one of the two is about it.</summary>
    private static bool IsTerm(OccurringTerm term, ReasonSource first, ReasonSource second) =>
        (!first.HasConcepts && !second.HasConcepts)
        || (term.Term.Words == 1
            ? first.NamesWord(term.Term.Hash) && second.NamesWord(term.Term.Hash)
            : AreNamed(term.Words, first, second));

    private static bool AreNamed(ulong[] words, ReasonSource first, ReasonSource second)
    {
        foreach (ulong word in words)
        {
            if (!first.NamesWord(word) && !second.NamesWord(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A reason before its part of the score is a share.</summary>
    private readonly record struct Reason(RelatednessReasonKind Kind, double Part, OccurringTerm? Term, string? GivenName, string? GivenKey, ulong[]? GivenWords, string? Detail)
    {
        public Reason(OccurringTerm term, double part)
            : this(term.Term.Words > 1 ? RelatednessReasonKind.Phrase : RelatednessReasonKind.Word, part, term, null, null, null, null)
        {
        }

        // A word's spelling is read from the text only when it is asked for: most are never told.
        public string Name => GivenName ?? Term!.Surface;

        public string Key => GivenKey ?? Term!.Key;

        public ulong[] Words => GivenWords ?? Term!.Words;
    }
}
