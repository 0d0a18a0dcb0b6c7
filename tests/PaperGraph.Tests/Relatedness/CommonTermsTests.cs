using PaperGraph.Relatedness;

namespace PaperGraph.Tests.Relatedness;

public sealed class CommonTermsTests
{
    private const int Papers = 3000;

    /// <summary>Of 200 terms, the first in nearly all papers, the last in none.</summary>
    private static readonly int[][] TermsOfPapers = MakePapers();

    [Fact]
    public void Product_AnyPair_IsThatOfTheCommonTermsAndWithinBothBounds()
    {
        (CommonTerms common, int[] first, int[] terms, ushort[] weights) = Make();
        var row = new ushort[common.Count];
        var random = new Random(5);
        for (int trial = 0; trial < 500; trial++)
        {
            int paper = random.Next(Papers), other = random.Next(Papers);
            common.CopyTo(paper, row);
            int product = common.Product(row, other);

            int expected = 0;
            for (int i = first[paper]; i < first[paper + 1]; i++)
            {
                int at = Array.IndexOf(terms, terms[i], first[other], first[other + 1] - first[other]);
                expected += common.Contains(terms[i]) && at >= 0 ? weights[i] * weights[at] : 0;
            }

            Assert.Equal(expected, product);
            Assert.InRange(product, 0, common.Bound(paper, other));
            Assert.InRange(product, 0, common.Lengths[paper] * common.Lengths[other]);
        }
    }

    [Fact]
    public void Contains_TermsOfManyPapers_Only()
    {
        (CommonTerms common, _, _, _) = Make();

        Assert.True(common.Contains(0));
        Assert.False(common.Contains(199));
        Assert.InRange(common.Count, 1, 128);
    }

    private static (CommonTerms Common, int[] First, int[] Terms, ushort[] Weights) Make()
    {
        var random = new Random(7);
        int[] terms = [.. TermsOfPapers.SelectMany(of => of)];
        ushort[] weights = [.. terms.Select(_ => (ushort)random.Next(1, (PairScore.WeightUnit / 15) + 1))];
        var first = new int[Papers + 1];
        var postings = new int[201];
        for (int paper = 0; paper < Papers; paper++)
        {
            first[paper + 1] = first[paper] + TermsOfPapers[paper].Length;
            foreach (int term in TermsOfPapers[paper])
            {
                postings[term + 1]++;
            }
        }

        for (int term = 0; term < 200; term++)
        {
            postings[term + 1] += postings[term];
        }

        return (new CommonTerms(postings, first, terms, weights), first, terms, weights);
    }

    private static int[][] MakePapers()
    {
        var random = new Random(6);
        return [.. Enumerable.Range(0, Papers).Select(_ => (int[])[.. Enumerable.Range(0, 200).Where(term => random.Next(200) >= term)])];
    }
}
