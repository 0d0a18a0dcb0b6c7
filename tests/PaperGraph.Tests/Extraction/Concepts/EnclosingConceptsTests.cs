using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Tests.Extraction.Concepts;

public class EnclosingConceptsTests
{
    private const string Title = "Sparse retrieval for long documents";

    [Theory]
    [InlineData("We study sparse retrieval. Sparse retrieval is fast.", "sparse retrieval", 0)]
    [InlineData("We study retrieval and sparse retrieval. Sparse retrieval is fast, and retrieval is not.", "retrieval", 1)]
    [InlineData("We study the inverted index and the inverted index compression. The inverted index is fast, and the inverted index compression is not.", "inverted index", 1)]
    public void Count_OfAConcept_IsThatOfTheOthersAroundIt(string text, string name, int expected)
    {
        Workspace workspace = Read(text);
        int leader = Assert.Single(workspace.Groups.Ranked, leader => Name(workspace, leader) == name);

        Assert.Equal(expected, workspace.Enclosing[leader]);
    }

    /// <summary>By the definition, pair by pair.</summary>
    [Theory]
    [InlineData("A learned inverted index (LII) makes sparse retrieval as good as dense retrieval. Inverted indexes stay small, and the learned inverted index is one.")]
    [InlineData("Neural architecture search finds a neural architecture. Self-supervised neural architecture search (SNAS) needs no labels, and an architecture of SNAS is small.")]
    [InlineData("")]
    public void Count_OfEachConcept_EqualsItsDefinition(string text)
    {
        Workspace workspace = Read(text);

        Assert.All(workspace.Groups.Ranked, leader =>
        {
            var around = workspace.Groups.Ranked.Where(other => other != leader && Places(workspace, leader).Any(inner => Places(workspace, other).Any(outer =>
                outer.First <= inner.First && outer.Last >= inner.Last && outer != inner)));
            Assert.Equal(Math.Min(EnclosingConcepts.Most, around.Count()), workspace.Enclosing[leader]);
        });
    }

    /// <summary>The arrays of the paper before are used again.</summary>
    [Fact]
    public void Count_AfterALongerText_ForgetsIt()
    {
        const string text = "We study retrieval and sparse retrieval. Sparse retrieval is fast, and retrieval is not.";
        var used = new Workspace(ExtractionModel.Shipped);
        Read(used, string.Concat(Enumerable.Repeat("Dense retrieval of long documents is learned retrieval, and an inverted index is dense. ", 40)));
        Read(used, text);
        Workspace unused = Read(text);

        Assert.Equal(unused.Groups.Ranked.Select(leader => unused.Enclosing[leader]), used.Groups.Ranked.Select(leader => used.Enclosing[leader]));
    }

    private static Workspace Read(string text)
    {
        var workspace = new Workspace(ExtractionModel.Shipped);
        Read(workspace, text);
        return workspace;
    }

    private static void Read(Workspace workspace, string text)
    {
        workspace.Read(Title, text, []);
        workspace.Model.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
        ConceptAssembler.Group(workspace);
    }

    private static string Name(Workspace workspace, int leader)
    {
        ref Candidate candidate = ref workspace.Candidates.Items[leader];
        return ConceptName.Of(workspace, candidate.BestFirst, candidate.BestLast);
    }

    private static IEnumerable<(int First, int Last)> Places(Workspace workspace, int leader)
    {
        for (int i = 0; i < workspace.Candidates.Count; i++)
        {
            for (int o = workspace.Groups.LeaderOf(i) == leader ? workspace.Candidates.Items[i].LastOccurrence : -1; o >= 0; o = workspace.Candidates.Occurrences[o].Previous)
            {
                yield return (workspace.Candidates.Occurrences[o].First, workspace.Candidates.Occurrences[o].Last);
            }
        }
    }
}
