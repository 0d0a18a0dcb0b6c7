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
        Lists lists = Lists.OfThread;
        List<Reason> reasons = lists.Reasons, weak = lists.Weak;
        reasons.Clear();
        weak.Clear();
        foreach ((RelatednessRepository here, RelatednessRepository there) in SharedRepositories(first.Paper, second.Paper))
        {
            double share = CodeShare.Of(CodeShare.FolderKey(here.Folder), CodeShare.FolderKey(there.Folder));
            double added = CodeShare.Add(score, share) - score;
            score += added;
            reasons.Add(new Reason(RelatednessReasonKind.Repository, added, null, here.Name, "repository " + here.Id, TermHash.Spread("repository " + here.Id), [], StatusWords(here.Status, there.Status)));
        }

        if (score <= 0)
        {
            return [];
        }

        AddConcepts(first, second, shared, model, reasons, weak);
        AddPhrasesAndWords(first, second, shared, model, reasons, weak);
        ImmutableArray<RelatednessReason> told = Strongest(reasons, score, limit);
        return told.Sum(reason => reason.Share) >= TellingShare ? told
            : [.. told.Concat(Strongest(weak, score, MostWeakReasons)).Order(Comparer<RelatednessReason>.Create(StrongestFirst)).Take(limit)];
    }

    /// <summary>Reasons of one name are one, and a fragment of what is told already is not told.</summary>
    private static ImmutableArray<RelatednessReason> Strongest(List<Reason> reasons, double score, int limit)
    {
        List<Reason> byKey = Lists.OfThread.ByKey;
        byKey.Clear();
        foreach (Reason reason in reasons)
        {
            int place = PlaceOf(reason, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(byKey));
            if (place < 0)
            {
                byKey.Add(reason);
            }
            else
            {
                byKey[place] = byKey[place] with { Part = byKey[place].Part + reason.Part };
            }
        }

        Span<Reason> open = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(byKey);
        Span<double> shares = open.Length <= 256 ? stackalloc double[open.Length] : new double[open.Length];
        for (int i = 0; i < open.Length; i++)
        {
            shares[i] = Math.Round(open[i].Part / score, 4);
        }

        // Few of many are told, so that the strongest of what is left is looked for again and again.
        var told = ImmutableArray.CreateBuilder<RelatednessReason>(Math.Min(limit, open.Length));
        List<ulong> words = Lists.OfThread.Words;
        words.Clear();
        while (told.Count < limit && StrongestOf(open, shares) is var best and >= 0)
        {
            ref readonly Reason reason = ref open[best];
            ulong[] own = reason.Words;
            int known = 0;
            foreach (ulong word in own)
            {
                known += words.Contains(word) ? 1 : 0;
            }

            bool isFragment = own.Length > 0 && (reason.Kind == RelatednessReasonKind.Concept ? known == own.Length : known * 2 >= own.Length);
            if (!isFragment)
            {
                told.Add(new RelatednessReason(reason.Kind, reason.Name, shares[best], reason.Detail));
                words.AddRange(own);
            }

            shares[best] = 0;
        }

        return told.DrainToImmutable();
    }

    private static int PlaceOf(in Reason reason, ReadOnlySpan<Reason> among)
    {
        for (int i = 0; i < among.Length; i++)
        {
            if (among[i].KeyHash == reason.KeyHash && among[i].Key == reason.Key)
            {
                return i;
            }
        }

        return -1;
    }

    /// <returns>Its place; -1 where no share is left.</returns>
    private static int StrongestOf(ReadOnlySpan<Reason> reasons, ReadOnlySpan<double> shares)
    {
        int best = -1;
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] > 0 && (best < 0 || shares[i] > shares[best]
                || (shares[i] == shares[best] && StrongestFirst(reasons[i].Kind, reasons[i].Name, reasons[best].Kind, reasons[best].Name) < 0)))
            {
                best = i;
            }
        }

        return best;
    }

    private static int StrongestFirst(RelatednessReason left, RelatednessReason right) =>
        left.Share != right.Share ? right.Share.CompareTo(left.Share)
        : StrongestFirst(left.Kind, left.Name, right.Kind, right.Name);

    /// <summary>Of equal shares.</summary>
    private static int StrongestFirst(RelatednessReasonKind kind, string name, RelatednessReasonKind otherKind, string otherName) =>
        kind != otherKind ? kind.CompareTo(otherKind) : string.CompareOrdinal(name, otherName);

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
                (RarestOf(concept.NameTerms, model) < Common ? weak : reasons).Add(new Reason(RelatednessReasonKind.Concept, taken, null, concept.Name, concept.Key, concept.KeyHash, concept.Words, null));
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
    private readonly record struct Reason(RelatednessReasonKind Kind, double Part, OccurringTerm? Term, string? GivenName, string? GivenKey, ulong GivenKeyHash, ulong[]? GivenWords, string? Detail)
    {
        public Reason(OccurringTerm term, double part)
            : this(term.Term.Words > 1 ? RelatednessReasonKind.Phrase : RelatednessReasonKind.Word, part, term, null, null, 0, null, null)
        {
        }

        // A word's spelling is read from the text only when it is asked for: most are never told.
        public string Name => GivenName ?? Term!.Surface;

        public string Key => GivenKey ?? Term!.Key;

        public ulong KeyHash => GivenKey is null ? Term!.KeyHash : GivenKeyHash;

        public ulong[] Words => GivenWords ?? Term!.Words;
    }

    /// <summary>What one thread works on: reused from pair to pair, of which a large collection has hundreds of thousands.</summary>
    private sealed class Lists
    {
        [ThreadStatic]
        private static Lists? ofThread;

        public static Lists OfThread => ofThread ??= new Lists();

        public List<Reason> Reasons { get; } = [];

        public List<Reason> Weak { get; } = [];

        public List<Reason> ByKey { get; } = [];

        public List<ulong> Words { get; } = [];
    }
}
