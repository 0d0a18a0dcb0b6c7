using System.Collections.Immutable;
using System.Globalization;
using PaperGraph.Relatedness;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Relatedness;

public sealed class RelatednessIndexTests
{
    private static readonly string[] Vocabulary =
        ["pruning", "routing", "experts", "diffusion", "protein", "speech", "gradient", "attention", "sparse", "retrieval", "planning", "robot", "kernel", "caching", "tokens", "quantization"];

    [Fact]
    public void Nearest_AnotherPaperAdded_ChangesNoScoreBetweenOthers()
    {
        RelatednessPaper[] papers = Generated(7, 40);
        using RelatednessIndex before = RelatednessIndex.Build(papers[..39], RelatednessModel.Shipped);
        using RelatednessIndex after = RelatednessIndex.Build(papers, RelatednessModel.Shipped);

        for (int paper = 0; paper < 39; paper++)
        {
            // A phrase only counts once a second paper holds it, which the new one may be: but it adds to no pair of others.
            Assert.Equal(
                before.Nearest(paper, 50).Select(near => (near.Paper, Math.Round(near.Score, 4))),
                after.Nearest(paper, 50, other => other < 39).Select(near => (near.Paper, Math.Round(near.Score, 4))));
        }
    }

    [Fact]
    public void Nearest_BothWays_ScoresAlike()
    {
        RelatednessPaper[] papers = Generated(11, 30);
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);

        for (int paper = 0; paper < papers.Length; paper++)
        {
            foreach (ScoredPaper near in index.Nearest(paper, 30))
            {
                Assert.Equal(near.Score, index.Nearest(near.Paper, 30).Single(back => back.Paper == paper).Score, 5);
                Assert.InRange(near.Score, double.Epsilon, 1);
            }
        }
    }

    [Fact]
    public void Nearest_TextOfAPaper_FindsThatPaperFirst()
    {
        RelatednessPaper[] papers = Generated(3, 30);
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);

        Assert.Equal(12, index.Nearest(papers[12], RelatednessModel.Shipped, 1).Single().Paper);
    }

    [Fact]
    public void TryOpen_SavedIndex_AnswersAlike()
    {
        using var folder = new TemporaryFolder();
        byte[] stamp = [.. Enumerable.Range(0, RelatednessIndex.StampLength).Select(i => (byte)i)];
        using RelatednessIndex built = RelatednessIndex.Build(Generated(5, 50), RelatednessModel.Shipped);
        using (FileStream file = File.Create(folder.PathOf("x")))
        {
            built.Save(file, stamp);
        }

        using RelatednessIndex? opened = RelatednessIndex.TryOpen(folder.PathOf("x"), stamp);

        Assert.NotNull(opened);
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(paper => built.Nearest(paper, 10)), Enumerable.Range(0, 50).SelectMany(paper => opened.Nearest(paper, 10)));
    }

    [Fact]
    public void TryOpen_OtherStampOrCutFile_IsNull()
    {
        using var folder = new TemporaryFolder();
        using RelatednessIndex built = RelatednessIndex.Build(Generated(5, 10), RelatednessModel.Shipped);
        using (FileStream file = File.Create(folder.PathOf("x")))
        {
            built.Save(file, new byte[RelatednessIndex.StampLength]);
        }

        File.WriteAllBytes(folder.PathOf("cut"), File.ReadAllBytes(folder.PathOf("x"))[..^8]);

        Assert.Null(RelatednessIndex.TryOpen(folder.PathOf("x"), [.. Enumerable.Repeat((byte)1, RelatednessIndex.StampLength)]));
        Assert.Null(RelatednessIndex.TryOpen(folder.PathOf("cut"), new byte[RelatednessIndex.StampLength]));
        Assert.Null(RelatednessIndex.TryOpen(folder.PathOf("missing"), new byte[RelatednessIndex.StampLength]));
    }

    [Fact]
    public void Nearest_SharedCodeInOtherFolders_CountsLittle()
    {
        RelatednessPaper Paper(string word, string? folder) =>
            new(word, word) { Repositories = [new RelatednessRepository("github.com/o/all", "o/all", "released", folder)] };
        using RelatednessIndex index = RelatednessIndex.Build([Paper("pruning", "a"), Paper("speech", "a"), Paper("protein", "b")], RelatednessModel.Shipped);

        Assert.Equal([(1, CodeShare.SameCode), (2, CodeShare.OtherFolder)], index.Nearest(0, 5).Select(near => (near.Paper, Math.Round(near.Score, 6))));
    }

    /// <summary>Enough papers for several blocks, words that nearly all hold, code in common, and equal scores.</summary>
    [Fact]
    public void NearestOfAll_AsAskedOneByOne()
    {
        RelatednessPaper[] papers = Generated(31, 2600);
        for (int paper = 0; paper < 60; paper++)
        {
            papers[paper * 7] = papers[paper * 7] with { Repositories = [new RelatednessRepository("github.com/o/" + (paper % 20), "o/x", "released", paper % 3 == 0 ? "a" : null)] };
        }

        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);
        var all = index.NearestOfAll(6, RelatedPapers.LowestScore);

        for (int paper = 0; paper < papers.Length; paper += paper < 100 ? 1 : 13)
        {
            Assert.Equal(index.Nearest(paper, 6).Where(near => near.Score >= RelatedPapers.LowestScore), all[paper]);
        }
    }

    /// <summary>One repository that more papers state than are gone through in pairs, and one that few do.</summary>
    [Fact]
    public void NearestOfAll_RepositoryOfAThousandPapers_AsAskedOneByOne()
    {
        RelatednessPaper[] papers = Generated(43, 1300);
        for (int paper = 0; paper < 1200; paper++)
        {
            RelatednessRepository all = new("github.com/o/all", "o/all", "released", "f" + (paper % 300).ToString(CultureInfo.InvariantCulture));
            papers[paper] = papers[paper] with { Repositories = paper % 100 == 0 ? [all, new RelatednessRepository("github.com/o/few", "o/few", "released", null)] : [all] };
        }

        papers[1250] = papers[1250] with { Repositories = [new RelatednessRepository("github.com/o/few", "o/few", "released", null)] };
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);
        var all20 = index.NearestOfAll(20, RelatedPapers.LowestScore);

        foreach (int paper in (int[])[0, 1, 100, 777, 1199, 1200, 1250, 1299])
        {
            Assert.Equal(index.Nearest(paper, 20).Where(near => near.Score >= RelatedPapers.LowestScore), all20[paper]);
        }
    }

    /// <summary>Long lists are made of every paper's score, short ones of those that can come in: the beginning is the same.</summary>
    [Fact]
    public void Nearest_ShortList_IsTheBeginningOfTheLongOne()
    {
        RelatednessPaper[] papers = Generated(47, 700);
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);

        for (int paper = 0; paper < papers.Length; paper += 7)
        {
            Assert.Equal(index.Nearest(paper, 400).Take(12), index.Nearest(paper, 12));
            Assert.Equal(index.Nearest(paper, 400, other => other % 3 == 0).Take(5), index.Nearest(paper, 5, other => other % 3 == 0));
        }
    }

    [Fact]
    public void RelatedOfAll_AsAskedOneByOne()
    {
        using RelatednessIndex index = RelatednessIndex.Build(Generated(17, 300), RelatednessModel.Shipped);
        var all = index.RelatedOfAll(5, lowest: 0);

        Assert.All(Enumerable.Range(0, 300), paper => Assert.Equal(index.Related(paper, 5).AsEnumerable(), all[paper].AsEnumerable()));
    }

    /// <summary>Two papers are equally near; one of them is near what else is near.</summary>
    [Fact]
    public void Related_EquallyNear_SupportedComesFirst()
    {
        RelatednessPaper[] papers =
        [
            new("", "pruning routing kernel"), new("", "pruning quilting knitting"), new("", "routing caching tokens"), new("", "routing caching tokens kernel"), new("", "kernel caching tokens routing"),
        ];
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Of(100, 1, []));

        Assert.Equal([2, 1], index.Related(0, 5).Select(near => near.Paper).Where(paper => paper is 1 or 2));
        Assert.All(index.Related(0, 5), near => Assert.InRange(near.Score, double.Epsilon, 1));
        Assert.Equal(index.Related(0, 5).Where(near => near.Paper != 3), index.Related(0, 5, paper => paper is not (0 or 3)).AsEnumerable());
    }

    [Fact]
    public void OfAll_PapersInAnotherOrder_SameScoresAndReasons()
    {
        RelatednessPaper[] papers = [.. Generated(41, 80).Select((paper, i) => paper with { Title = paper.Title + " case" + (char)('a' + (i % 26)) + (char)('a' + (i / 26)) })];
        int[] order = [.. Enumerable.Range(0, papers.Length).OrderBy(i => i * 37 % 83)];

        ImmutableArray<RelatedPaper>[] plain = [.. RelatedPapers.OfAll(papers, RelatednessModel.Shipped, limit: 80)];
        ImmutableArray<RelatedPaper>[] shuffled = [.. RelatedPapers.OfAll([.. order.Select(i => papers[i])], RelatednessModel.Shipped, limit: 80)];

        for (int i = 0; i < order.Length; i++)
        {
            Assert.Equal(
                plain[order[i]].OrderBy(near => near.Paper).Select(near => (near.Paper, near.Score, string.Join("; ", near.Reasons))),
                shuffled[i].Select(near => (Paper: order[near.Paper], near.Score, Reasons: string.Join("; ", near.Reasons))).OrderBy(near => near.Paper));
        }
    }

    [Fact]
    public void Reasons_Commonplace_OnlyWhereThereIsNothingElse()
    {
        var first = new RelatednessPaper("Neural networks", "We cut filters by structured pruning.");
        var second = new RelatednessPaper("Old neural networks", "Structured pruning is an art.");
        var third = new RelatednessPaper("Neural networks that sing", "Birds sing.");

        Assert.Equal(["structured pruning"], RelatednessReasons.Between(first, second, RelatednessModel.Shipped).Select(reason => reason.Name));
        Assert.Equal("neural networks", RelatednessReasons.Between(first, third, RelatednessModel.Shipped).Single().Name);
    }

    [Fact]
    public void Reasons_OfAnyPair_ShareOutTheScore()
    {
        RelatednessPaper[] papers = Generated(23, 20);
        foreach (RelatednessPaper first in papers)
        {
            foreach (RelatednessPaper second in papers)
            {
                var reasons = RelatednessReasons.Between(first, second, RelatednessModel.Shipped, 100);
                Assert.InRange(reasons.Sum(reason => reason.Share), 0, 1.001);
                Assert.Equal(reasons.Select(reason => reason.Share).OrderDescending(), reasons.Select(reason => reason.Share));
            }
        }
    }

    [Fact]
    public void OfAll_Papers_GivesNoPaperItself()
    {
        RelatednessPaper[] papers = Generated(2, 25);
        ImmutableArray<RelatedPaper>[] related = [.. RelatedPapers.OfAll(papers, RelatednessModel.Shipped, limit: 4)];

        Assert.Equal(25, related.Length);
        Assert.All(related.Index(), pair => Assert.DoesNotContain(pair.Item, near => near.Paper == pair.Index));
        Assert.All(related, nearest => Assert.InRange(nearest.Length, 0, 4));
    }

    [Fact]
    public void OfAll_Scores_AreThoseOfTheIndexInStepsOfOneInTwoHundred()
    {
        RelatednessPaper[] papers = Generated(3, 30);
        using RelatednessIndex index = RelatednessIndex.Build(papers, RelatednessModel.Shipped);
        ImmutableArray<RelatedPaper>[] related = [.. RelatedPapers.OfAll(papers, RelatednessModel.Shipped, limit: 5)];

        Assert.All(related.Index(), pair => Assert.Equal(
            index.Related(pair.Index, 5).Select(near => near.Paper).Take(pair.Item.Length), pair.Item.Select(near => near.Paper)));
        Assert.All(related.Index(), pair => Assert.All(pair.Item, near => Assert.Equal(
            index.Related(pair.Index, 5).Single(other => other.Paper == near.Paper).Score, near.Score, tolerance: 0.0026)));
        Assert.All(related.SelectMany(nearest => nearest), near => Assert.Equal(Math.Round(near.Score * 200), near.Score * 200, tolerance: 1e-9));
    }

    /// <summary>What is kept once for all papers (concepts by number, lists from pair to pair) changes no reason.</summary>
    [Fact]
    public void OfAll_Reasons_AreThoseOfThePairAlone()
    {
        RelatednessPaper[] papers = Generated(17, 60);
        for (int paper = 0; paper < papers.Length; paper++)
        {
            string[] names = [Vocabulary[paper % 7] + " " + Vocabulary[paper % 3], Vocabulary[paper % 4], Vocabulary[15 - (paper % 5)], Vocabulary[paper % 3]];
            papers[paper] = papers[paper] with { Concepts = [.. names.Distinct().Select(name => new RelatednessConcept(name, name, 1))] };
        }

        ImmutableArray<RelatedPaper>[] related = [.. RelatedPapers.OfAll(papers, RelatednessModel.Shipped, limit: 8, reasons: 6)];

        Assert.All(related.Index(), pair => Assert.All(pair.Item, near => Assert.Equal(
            RelatednessReasons.Between(papers[pair.Index], papers[near.Paper], RelatednessModel.Shipped, 6).Select(reason => (reason.Kind, reason.Name, reason.Share)),
            near.Reasons.Select(reason => (reason.Kind, reason.Name, reason.Share)))));
        Assert.Contains(related, nearest => nearest.Any(near => near.Reasons.Any(reason => reason.Kind == RelatednessReasonKind.Concept)));
    }

    private static RelatednessPaper[] Generated(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new RelatednessPaper(
                Words(3) + " " + i.ToString(CultureInfo.InvariantCulture), Words(12) + ". " + Words(9) + ".")
            {
                Concepts = [new RelatednessConcept(Vocabulary[i % 5], Vocabulary[i % 5], 1)],
            }),
        ];

        string Words(int number) => string.Join(' ', Enumerable.Range(0, number).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
    }
}
