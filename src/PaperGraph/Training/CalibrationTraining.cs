using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Training;

/// <summary>Fits the scores to what experts chose, on papers that the ranker has not learned from; a collection weighs what it is given, however many papers it has.</summary>
internal sealed class CalibrationTraining
{
    private const int Weights = 4;
    private const double Penalty = 1e-3;

    private readonly List<(List<Example> Examples, double Weight)> _collections = [];

    private readonly record struct Example(double LogOdds, bool HasTitle, bool IsFirstPerson, bool Chosen);

    /// <param name="model">Has not learned its ranking from these papers.</param>
    public void AddCollection(ExtractionModel model, IEnumerable<(TrainingPaper Paper, HashSet<ulong> Gold)> papers, double weight = 1)
    {
        var workspace = new Workspace(model);
        var acronyms = new AcronymStage();
        var examples = new List<Example>();
        foreach ((TrainingPaper paper, HashSet<ulong> gold) in papers)
        {
            var draft = new ExtractionDraft(paper.Title, paper.Abstract);
            acronyms.Extract(draft);
            workspace.Read(paper.Title, paper.Abstract, [], draft.Acronyms);
            model.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
            ConceptAssembler.Assemble(workspace, draft);
            for (int i = 0; i < draft.Concepts.Count; i++)
            {
                ConceptMention concept = draft.Concepts[i];
                bool chosen = gold.Contains(TaggedText.HashOf(concept.Name)) || concept.Surfaces.Any(surface => gold.Contains(TaggedText.HashOf(surface)));
                examples.Add(new Example(ScoreCalibration.LogOdds(workspace.Candidates.Items[workspace.Groups.Ranked[i]].Score), paper.Title.Length > 0, workspace.Candidates.IsFirstPerson, chosen));
            }
        }

        _collections.Add((examples, weight));
    }

    public ScoreCalibration Learn()
    {
        var regression = new LogisticRegression(Weights);
        foreach ((List<Example> examples, double weight) in _collections)
        {
            foreach (Example example in examples)
            {
                regression.Add([1, example.LogOdds, example.HasTitle ? 0 : 1, example.IsFirstPerson ? 1 : 0], example.Chosen, weight / examples.Count);
            }
        }

        double[] weights = regression.Learn(Penalty);
        return new ScoreCalibration(Rounded(weights[0]), Rounded(weights[1]), Rounded(weights[2]), Rounded(weights[3]));
    }

    /// <summary>The papers do not tell more than twentieths; and a small change of what is listed changes nothing.</summary>
    private static float Rounded(double weight) => (float)(Math.Round(weight * 20) / 20);
}
