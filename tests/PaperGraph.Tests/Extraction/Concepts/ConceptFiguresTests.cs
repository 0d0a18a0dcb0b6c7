using PaperGraph.Extraction;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Tests.Support;
using PaperGraph.Training;

namespace PaperGraph.Tests.Extraction.Concepts;

/// <summary>Guards of the figures on held-out data, a little below what was measured; <c>eval/score.py</c> gives the exact ones.</summary>
/// <remarks>Phrases are compared in the singular here, by stems there: these figures are somewhat lower.</remarks>
public class ConceptFiguresTests
{
    [SharedFact]
    public void Extract_IndexersPhrases_ReachTheirFigure() =>
        Assert.InRange(FirstTen("inspec-dev.jsonl", paper => paper.Keyphrases), InspecFloor, 1);

    [SharedFact]
    public void Extract_TermsOfScientificText_ReachTheirFigure()
    {
        (int matched, int found, int wanted) = (0, 0, 0);
        foreach (TrainingPaper paper in Papers("scierc-dev.jsonl"))
        {
            HashSet<ulong> gold = Phrases(paper.Entities.Where(entity => entity.Type != "Generic").Select(entity => entity.Text));
            foreach (ConceptMention concept in Extractor.Default.Extract(paper.Title, paper.Abstract).Concepts)
            {
                matched += concept.Surfaces.Append(concept.Name).Any(form => gold.Contains(TaggedText.HashOf(form))) ? 1 : 0;
                found++;
            }

            wanted += gold.Count;
        }

        Assert.InRange(2.0 * matched / (found + wanted), SciercFloor, 1);
    }

    /// <summary>Ten bins over the concepts of both collections: how far the scores are from the share that experts chose.</summary>
    [SharedFact]
    public void Extract_Scores_AreTheShareThatExpertsChose()
    {
        double[] scores = new double[10];
        int[] chosen = new int[10];
        int concepts = 0;
        foreach (TrainingPaper paper in Papers("inspec-dev.jsonl").Concat(Papers("scierc-dev.jsonl")))
        {
            HashSet<ulong> gold = Phrases(paper.Keyphrases.Concat(paper.Entities.Where(entity => entity.Type != "Generic").Select(entity => entity.Text)));
            foreach (ConceptMention concept in Extractor.Default.Extract(paper.Title, paper.Abstract).Concepts)
            {
                int bin = Math.Min(9, (int)(concept.Score * 10));
                scores[bin] += concept.Score;
                chosen[bin] += concept.Surfaces.Append(concept.Name).Any(form => gold.Contains(TaggedText.HashOf(form))) ? 1 : 0;
                concepts++;
            }
        }

        Assert.InRange(Enumerable.Range(0, 10).Sum(bin => Math.Abs(scores[bin] - chosen[bin])) / concepts, 0, 0.05);
    }

    private const double InspecFloor = 0.39;
    private const double SciercFloor = 0.62;

    /// <summary>Mean F1 of the first ten concepts.</summary>
    private static double FirstTen(string file, Func<TrainingPaper, IEnumerable<string>> goldOf)
    {
        var scores = new List<double>();
        foreach (TrainingPaper paper in Papers(file))
        {
            HashSet<ulong> gold = Phrases(goldOf(paper));
            ConceptMention[] first = [.. Extractor.Default.Extract(paper.Title, paper.Abstract).Concepts.Take(10)];
            int matched = first.Count(concept => gold.Contains(TaggedText.HashOf(concept.Name)));
            scores.Add(2.0 * matched / (first.Length + gold.Count));
        }

        return scores.Average();
    }

    private static IEnumerable<TrainingPaper> Papers(string file) => TrainingPaper.Read(SharedFactAttribute.PathOf("eval/data/" + file));

    private static HashSet<ulong> Phrases(IEnumerable<string> texts) => [.. texts.Select(text => TaggedText.HashOf(text))];
}
