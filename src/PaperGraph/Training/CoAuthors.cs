namespace PaperGraph.Training;

/// <summary>Papers by the same people, which are mostly about one thing.</summary>
internal static class CoAuthors
{
    /// <summary>Whoever has more papers than this is several people, or one whose papers are about many things.</summary>
    private const int MostPapersOfAuthor = 60;

    private const int SharedAuthors = 2;
    private const int MostPartners = 20;

    /// <returns>By paper: the first <see cref="MostPartners"/> others, in the order of the list, that share two authors with it.</returns>
    public static int[][] PartnersOf(IReadOnlyList<TrainingPaper> papers)
    {
        var papersByAuthor = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int paper = 0; paper < papers.Count; paper++)
        {
            foreach (string author in papers[paper].Authors.Distinct(StringComparer.Ordinal))
            {
                if (!papersByAuthor.TryGetValue(author, out List<int>? own))
                {
                    papersByAuthor.Add(author, own = []);
                }

                own.Add(paper);
            }
        }

        var partners = new int[papers.Count][];
        var shared = new SortedDictionary<int, int>();
        for (int paper = 0; paper < papers.Count; paper++)
        {
            shared.Clear();
            foreach (string author in papers[paper].Authors.Distinct(StringComparer.Ordinal))
            {
                List<int> own = papersByAuthor[author];
                foreach (int other in own.Count > MostPapersOfAuthor ? [] : own)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }
            }

            shared.Remove(paper);
            partners[paper] = [.. shared.Where(pair => pair.Value >= SharedAuthors).Take(MostPartners).Select(pair => pair.Key)];
        }

        return partners;
    }
}
