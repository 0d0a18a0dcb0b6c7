using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Papers;

namespace PaperGraph.Graph.Building;

/// <summary>Edges between a paper and its concepts.</summary>
internal static class ConceptEdges
{
    public static void Add(PaperConcepts paper, IGraphWriter graph)
    {
        string abstractText = paper.Paper.Abstract;
        (NodeLabel, string) node = (NodeLabel.Paper, paper.Paper.Id.ToString());
        foreach (PaperConcept concept in paper.Concepts)
        {
            if (concept.IsMentioned)
            {
                graph.AddEdge(node, EdgeType.Mentions, (NodeLabel.Concept, concept.Key), Mention(concept));
            }

            if (concept.IsIntroduced)
            {
                graph.AddEdge(node, EdgeType.Introduces, (NodeLabel.Concept, concept.Key), PropertySet.Of([new(PropertyKey.Evidence, IntroducingSentence(paper.Paper, concept))]));
            }
        }

        IEnumerable<IGrouping<string, ConceptRelation>> evaluations = paper.Paper.Extraction.Relations
            .Where(relation => relation.Type == RelationType.EvaluatedOn)
            .GroupBy(relation => paper.KeyIn(relation.Tail), StringComparer.Ordinal)
            .Where(same => paper.Find(same.Key) is not null);
        foreach (IGrouping<string, ConceptRelation> evaluation in evaluations)
        {
            string evidence = evaluation.First().Span.In(abstractText).ToString();
            graph.AddEdge(node, EdgeType.EvaluatedOn, (NodeLabel.Concept, evaluation.Key), PropertySet.Of([new(PropertyKey.Evidence, evidence)]));
        }
    }

    private static PropertySet Mention(PaperConcept concept)
    {
        ImmutableArray<TextSpan> places = concept.Places;
        return PropertySet.Of(
        [
            new(PropertyKey.Score, Math.Round(concept.Score, 4)),
            new(PropertyKey.Count, places.Length + concept.TitleSpans.Length),
            new(PropertyKey.InTitle, concept.TitleSpans.Length > 0),
            new(PropertyKey.Main, concept.IsMain),
            new(PropertyKey.Starts, Numbers(places, static place => place.Start)),
            new(PropertyKey.Ends, Numbers(places, static place => place.End)),
        ]);
    }

    private static ImmutableArray<int> Numbers(ImmutableArray<TextSpan> places, Func<TextSpan, int> number)
    {
        var numbers = new int[places.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = number(places[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }

    /// <summary>The first sentence that names the concept and proposes something, else the first that names it, else the title.</summary>
    private static string IntroducingSentence(MergedPaper paper, PaperConcept concept)
    {
        string text = paper.Abstract;
        List<string> sentences = [.. concept.Places.Select(place => ReleaseSentence.Around(text, place).In(text).ToString()).Distinct()];
        return sentences.Find(ProposingWords.StandIn) ?? (concept.TitleSpans.Length > 0 || sentences.Count == 0 ? paper.Title : sentences[0]);
    }
}

/// <summary>Words with which authors put forward what is theirs.</summary>
internal static class ProposingWords
{
    private static readonly string[] Words = ["propos", "introduc", "present", "develop", "design", "build", "built", "construct", "call", "dubbed", "termed", "named", "this paper", "this work", "our "];

    public static bool StandIn(string sentence) => Words.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase));
}
