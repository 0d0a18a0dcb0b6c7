using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Training;

/// <summary>Learns what papers are about, from annotated ones and rankers that have not learned from them.</summary>
internal sealed class CentralTraining
{
    /// <summary>Some dozen papers tell little of any one sign.</summary>
    private const double Penalty = 4;

    private readonly LogisticRegression _regression = new(CentralFeatures.Count);
    private int _examples;

    /// <param name="model">Has not learned its ranking from these papers.</param>
    public void Add(ExtractionModel model, IEnumerable<AnnotatedPaper> papers)
    {
        var workspace = new Workspace(model);
        var acronyms = new AcronymStage();
        float[] features = new float[CentralFeatures.Count];
        foreach (AnnotatedPaper paper in papers)
        {
            var draft = new ExtractionDraft(paper.Paper.Title, paper.Paper.Abstract);
            acronyms.Extract(draft);
            workspace.Read(paper.Paper.Title, paper.Paper.Abstract, [], draft.Acronyms);
            model.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
            ConceptAssembler.Group(workspace);
            foreach (int leader in workspace.Groups.Ranked)
            {
                if (IsMain(workspace, leader, paper) is bool isMain)
                {
                    ConceptAssembler.FillFeatures(workspace, leader, features);
                    _regression.Add([.. features.Select(value => (double)value)], isMain, 1);
                    _examples++;
                }
            }
        }
    }

    public CentralWeights Learn() => _examples == 0 ? CentralWeights.Unlearned() : new CentralWeights([.. _regression.Learn(Penalty).Select(Rounded)]);

    /// <summary>Null for what is neither right nor wrong.</summary>
    private static bool? IsMain(Workspace workspace, int leader, AnnotatedPaper paper)
    {
        bool chosen = false, undecided = false;
        for (int i = 0; i < workspace.Candidates.Count; i++)
        {
            if (workspace.Groups.LeaderOf(i) == leader)
            {
                ulong phrase = workspace.Candidates.Items[i].Phrase;
                if (paper.Main.Contains(phrase))
                {
                    return true;
                }

                chosen |= paper.Chosen.Contains(phrase);
                undecided |= paper.Undecided.Contains(phrase);
            }
        }

        return undecided && !chosen ? null : false;
    }

    private static float Rounded(double weight) => (float)(Math.Round(weight * 100) / 100);
}
