using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>Which records are one paper.</summary>
/// <remarks>Records of one normalised title are, unless they carry different identifiers of one kind (two DOIs, two arXiv numbers). Then records that share
/// an identifier stay together, in groups none of which holds two of a kind; groups that do not contradict each other become one, the smallest
/// identifier first; records without identifier go to the group with an equal abstract, else to the first.</remarks>
public static class PaperMerger
{
    /// <param name="papers">Records of one title (<see cref="TitleKey"/>) stand together; only those of one are held at a time.</param>
    public static IEnumerable<MergedPaper> Merge(IEnumerable<SourcedPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var sameTitle = new List<SourcedPaper>();
        string title = "";
        foreach (SourcedPaper paper in papers)
        {
            string key = TitleKey.Of(paper.Record.Title);
            if (sameTitle.Count > 0 && key != title)
            {
                foreach (MergedPaper merged in Split(sameTitle))
                {
                    yield return merged;
                }

                sameTitle = [];
            }

            title = key;
            sameTitle.Add(paper);
        }

        foreach (MergedPaper merged in sameTitle.Count > 0 ? Split(sameTitle) : [])
        {
            yield return merged;
        }
    }

    private static IEnumerable<MergedPaper> Split(List<SourcedPaper> sameTitle)
    {
        string title = sameTitle[0].Record.Title;
        if (!IsContradictory(sameTitle))
        {
            return [new MergedPaper(PaperId.OfTitle(title), sameTitle)];
        }

        var groups = new List<Group>();
        foreach (Group group in Linked(sameTitle).OrderBy(group => group.Identifier, StringComparer.Ordinal))
        {
            if (groups.Find(known => !IsContradictory([.. known.Papers, .. group.Papers])) is { } home)
            {
                home.Papers.AddRange(group.Papers);
            }
            else
            {
                groups.Add(group);
            }
        }

        foreach (SourcedPaper paper in sameTitle.Where(paper => !Identifiers(paper).Any()))
        {
            Group home = groups.Find(group => group.Papers.Exists(other => Identifiers(other).Any() && other.Record.Abstract == paper.Record.Abstract)) ?? groups[0];
            home.Papers.Add(paper);
        }

        return groups.Select(group => new MergedPaper(PaperId.OfTitleAndIdentifier(title, group.Identifier), group.Papers));
    }

    private static bool IsContradictory(List<SourcedPaper> papers) =>
        papers.Count > 1
        && (papers.Select(paper => paper.Record.Doi).OfType<string>().Distinct().Skip(1).Any()
            || papers.Select(paper => paper.Record.Arxiv).OfType<string>().Distinct().Skip(1).Any());

    /// <summary>Records that share an identifier, directly or through others; where that would join two of a kind, the records stay apart by their first identifier.</summary>
    private static List<Group> Linked(List<SourcedPaper> papers)
    {
        var groups = new List<Group>();
        foreach (SourcedPaper paper in papers.Where(paper => Identifiers(paper).Any()))
        {
            var mine = new Group([paper]);
            foreach (Group other in groups.Where(group => group.Papers.Exists(known => Identifiers(known).Intersect(Identifiers(paper)).Any())).ToList())
            {
                mine.Papers.AddRange(other.Papers);
                groups.Remove(other);
            }

            groups.Add(mine);
        }

        return [.. groups.SelectMany(group => IsContradictory(group.Papers)
            ? group.Papers.GroupBy(paper => Identifiers(paper).First(), StringComparer.Ordinal).Select(same => new Group([.. same]))
            : [group])];
    }

    private static IEnumerable<string> Identifiers(SourcedPaper paper)
    {
        if (paper.Record.Arxiv is { } arxiv)
        {
            yield return "arxiv:" + arxiv;
        }

        if (paper.Record.Doi is { } doi)
        {
            yield return "doi:" + doi;
        }
    }

    private sealed record Group(List<SourcedPaper> Papers)
    {
        /// <summary>The smallest that a record of the group carries.</summary>
        public string Identifier => Papers.SelectMany(Identifiers).Min(StringComparer.Ordinal)!;
    }
}
