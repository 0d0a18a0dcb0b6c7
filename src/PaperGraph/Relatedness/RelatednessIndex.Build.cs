using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PaperGraph.Relatedness;

/// <summary>Building.</summary>
public sealed partial class RelatednessIndex
{
    /// <summary>Terms are sorted in so many stretches.</summary>
    private const int Stretches = 1 << (64 - StretchShift);

    private const int StretchShift = 59;

    /// <param name="papers">Their places in the list are their numbers. Read once, on several threads.</param>
    public static RelatednessIndex Build(IReadOnlyList<RelatednessPaper> papers, RelatednessModel model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(papers);
        ArgumentNullException.ThrowIfNull(model);
        var hashes = new ulong[papers.Count][];
        var weights = new ushort[papers.Count][];
        var repositories = new ImmutableArray<RelatednessRepository>[papers.Count];
        int dimensions = model.Space.Dimensions;
        int leading = LeadingOf(dimensions);
        var leads = new sbyte[papers.Count * leading];
        var rests = new sbyte[papers.Count * (dimensions - leading)];
        var restLengths = new int[papers.Count];
        Parallel.For(0, papers.Count, new ParallelOptions { CancellationToken = cancellation }, paper =>
        {
            RelatednessPaper text = papers[paper];
            TermVector vector = TermVector.Of(text, model);
            repositories[paper] = text.Repositories;
            hashes[paper] = vector.Hashes;
            weights[paper] = Array.ConvertAll(vector.Weights, PairScore.Quantise);
            ReadOnlySpan<sbyte> place = model.Space.PlaceOf(vector.Hashes, vector.Weights);
            place[..leading].CopyTo(leads.AsSpan(paper * leading));
            place[leading..].CopyTo(rests.AsSpan(paper * (dimensions - leading)));
            restLengths[paper] = LengthOf(place[leading..]);
        });

        ulong[] terms = KeptTerms(hashes);
        (int[] firstPaperTerms, int[] paperTerms, ushort[] paperWeights) = PaperTerms(terms, hashes, weights);
        (int[] firstPostings, int[] postingPapers, ushort[] postingWeights) = Invert(terms.Length, firstPaperTerms, paperTerms, paperWeights);
        ulong[] code = CodeTriples(repositories);
        return new RelatednessIndex(
            papers.Count, terms, firstPostings, postingPapers, postingWeights, firstPaperTerms, paperTerms, paperWeights, leads, rests, restLengths, code, ByPaper(code), mapping: null);
    }

    /// <summary>Every stem, and the phrases of two papers or more: what stands in one connects nothing, but a search asks for words.</summary>
    /// <param name="hashes">By paper, ascending. They are sorted together by their highest bits, stretch after stretch, so that they never lie there all once more.</param>
    private static ulong[] KeptTerms(ulong[][] hashes)
    {
        var kept = new ulong[Stretches][];
        Parallel.For(0, Stretches, static () => new List<ulong>(), (stretch, _, all) =>
        {
            all.Clear();
            foreach (ulong[] paper in hashes)
            {
                int start = FirstFrom(paper, (ulong)stretch << StretchShift);
                int end = stretch + 1 == Stretches ? paper.Length : FirstFrom(paper, (ulong)(stretch + 1) << StretchShift);
                all.AddRange(paper.AsSpan(start, end - start));
            }

            all.Sort();
            kept[stretch] = Kept(CollectionsMarshal.AsSpan(all));
            return all;
        },
        static _ => { });
        return [.. kept.SelectMany(terms => terms)];
    }

    private static int FirstFrom(ulong[] hashes, ulong least)
    {
        int low = 0, high = hashes.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = hashes[middle] < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ulong[] Kept(Span<ulong> all)
    {
        int kept = 0;
        for (int start = 0; start < all.Length;)
        {
            int end = start + 1;
            while (end < all.Length && all[end] == all[start])
            {
                end++;
            }

            if (end - start > 1 || TermHash.WordsOf(all[start]) == 1)
            {
                all[kept++] = all[start];
            }

            start = end;
        }

        return all[..kept].ToArray();
    }

    /// <param name="hashes">By paper. Used up: the numbers of the terms that are kept take the room of the hashes, of which a large collection has no other.</param>
    private static (int[] First, int[] Terms, ushort[] Weights) PaperTerms(ulong[] terms, ulong[][] hashes, ushort[][] weights)
    {
        var first = new int[hashes.Length + 1];
        var table = new TermTable(terms);
        Parallel.For(0, hashes.Length, paper =>
        {
            ulong[] own = hashes[paper];
            ushort[] ownWeights = weights[paper];
            int kept = 0;
            for (int i = 0; i < own.Length; i++)
            {
                int number = table.Find(own[i]);
                if (number >= 0)
                {
                    (own[kept], ownWeights[kept]) = ((ulong)number, ownWeights[i]);
                    kept++;
                }
            }

            first[paper + 1] = kept;
        });
        for (int paper = 0; paper < hashes.Length; paper++)
        {
            first[paper + 1] += first[paper];
        }

        var paperTerms = new int[first[^1]];
        var paperWeights = new ushort[first[^1]];
        for (int paper = 0; paper < hashes.Length; paper++)
        {
            Span<int> own = paperTerms.AsSpan(first[paper]..first[paper + 1]);
            for (int i = 0; i < own.Length; i++)
            {
                own[i] = (int)hashes[paper][i];
            }

            weights[paper].AsSpan(0, own.Length).CopyTo(paperWeights.AsSpan(first[paper]));
            (hashes[paper], weights[paper]) = ([], []);
        }

        return (first, paperTerms, paperWeights);
    }

    private static (int[] First, int[] Papers, ushort[] Weights) Invert(int terms, int[] firstPaperTerms, int[] paperTerms, ushort[] paperWeights)
    {
        var first = new int[terms + 1];
        foreach (int term in paperTerms)
        {
            first[term + 1]++;
        }

        for (int term = 0; term < terms; term++)
        {
            first[term + 1] += first[term];
        }

        int[] next = first[..terms];
        var papers = new int[paperTerms.Length];
        var weights = new ushort[paperTerms.Length];
        for (int paper = 0; paper < firstPaperTerms.Length - 1; paper++)
        {
            for (int i = firstPaperTerms[paper]; i < firstPaperTerms[paper + 1]; i++)
            {
                int at = next[paperTerms[i]]++;
                (papers[at], weights[at]) = (paper, paperWeights[i]);
            }
        }

        return (first, papers, weights);
    }

    private static ulong[] CodeTriples(ImmutableArray<RelatednessRepository>[] papers) =>
    [
        .. Enumerable.Range(0, papers.Length)
            .SelectMany(paper => papers[paper].Select(repository => (Repository: TermHash.Node(repository.Id), Folder: CodeShare.FolderKey(repository.Folder), Paper: (ulong)paper)))
            .Distinct()
            .Order()
            .SelectMany(triple => new[] { triple.Repository, triple.Folder, triple.Paper }),
    ];

    private static int[] ByPaper(ulong[] code) => [.. Enumerable.Range(0, code.Length / 3).OrderBy(triple => code[(triple * 3) + 2]).ThenBy(triple => triple)];
}
