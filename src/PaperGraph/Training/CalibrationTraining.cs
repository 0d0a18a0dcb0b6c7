using PaperGraph.Extraction;
using PaperGraph.Extraction.Acronyms;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Training;

/// <summary>Fits the scores to what experts chose, on papers that the ranker has not learned from; a collection weighs what it is given, however many papers it has.</summary>
internal sealed class CalibrationTraining
{
    private const int Weights = 4;
    private const int Steps = 50;
    private const double Ridge = 1e-3;

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

    /// <summary>Logistic regression by Newton's method.</summary>
    public ScoreCalibration Learn()
    {
        double[] weights = new double[Weights];
        for (int step = 0; step < Steps; step++)
        {
            double[,] curvature = new double[Weights, Weights + 1];
            for (int i = 0; i < Weights; i++)
            {
                curvature[i, i] = Ridge;
                curvature[i, Weights] = -Ridge * weights[i];
            }

            foreach ((List<Example> examples, double weight) in _collections)
            {
                foreach (Example example in examples)
                {
                    ReadOnlySpan<double> features = [1, example.LogOdds, example.HasTitle ? 0 : 1, example.IsFirstPerson ? 1 : 0];
                    double evidence = (weights[0] * features[0]) + (weights[1] * features[1]) + (weights[2] * features[2]) + (weights[3] * features[3]);
                    double chance = 1 / (1 + Math.Exp(-evidence));
                    for (int i = 0; i < Weights; i++)
                    {
                        curvature[i, Weights] += ((example.Chosen ? 1 : 0) - chance) * features[i] * weight / examples.Count;
                        for (int j = 0; j < Weights; j++)
                        {
                            curvature[i, j] += chance * (1 - chance) * features[i] * features[j] * weight / examples.Count;
                        }
                    }
                }
            }

            double[] change = Solve(curvature);
            for (int i = 0; i < Weights; i++)
            {
                weights[i] += change[i];
            }
        }

        return new ScoreCalibration(Rounded(weights[0]), Rounded(weights[1]), Rounded(weights[2]), Rounded(weights[3]));
    }

    /// <summary>The papers do not tell more than twentieths; and a small change of what is listed changes nothing.</summary>
    private static float Rounded(double weight) => (float)(Math.Round(weight * 20) / 20);

    /// <summary>Gaussian elimination; the matrix is positive definite.</summary>
    private static double[] Solve(double[,] rows)
    {
        const int Size = Weights;
        for (int i = 0; i < Size; i++)
        {
            for (int below = i + 1; below < Size; below++)
            {
                double factor = rows[below, i] / rows[i, i];
                for (int column = i; column <= Size; column++)
                {
                    rows[below, column] -= factor * rows[i, column];
                }
            }
        }

        double[] solution = new double[Size];
        for (int i = Size - 1; i >= 0; i--)
        {
            double rest = rows[i, Size];
            for (int column = i + 1; column < Size; column++)
            {
                rest -= rows[i, column] * solution[column];
            }

            solution[i] = rest / rows[i, i];
        }

        return solution;
    }
}
