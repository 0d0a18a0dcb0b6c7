using PaperGraph.Extraction;
using PaperGraph.Graph.Building;
using PaperGraph.Graph.Image;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Graph.Building;

public sealed class PaperConceptTests
{
    [Fact]
    public void Read_WhatWasWritten_HasTheSameNameKindAndSpellings()
    {
        var concept = new PaperConcept("graph neural network");
        concept.Add(new ConceptMention("graph neural network", "GNNs", ["GNNs", "graph neural network", "Graph-Neural Networks"], ConceptKind.Method, 0.5, true, [new TextSpan(3, 7)], []));
        concept.Explain(spelling => spelling == "GNNs" ? MergeReason.ShortForm : null);

        PaperConcept read = Copy(concept);

        Assert.Equal((concept.Key, concept.Name, concept.Kind), (read.Key, read.Name, read.Kind));
        Assert.Equal(concept.Spellings.AsEnumerable(), read.Spellings);
    }

    [Fact]
    public void Read_ConceptWithoutName_HasNone() => Assert.Null(Copy(new PaperConcept("orphan")).Name);

    [Theory]
    [InlineData("limited memory budgets", false)]
    [InlineData("Exceeding Memory Budgets", false)]
    [InlineData("Memory-Budgets", true)]
    [InlineData("memory-budget", true)]
    public void Add_SurfaceBehindTheFirst_IsASpellingUnlessAWordStandsBefore(string surface, bool isSpelling)
    {
        var concept = new PaperConcept("memory budget");

        concept.Add(new ConceptMention("memory budget", "memory budget", ["memory budget", surface], ConceptKind.Other, 0.5, true, [new TextSpan(3, 7)], []));

        string[] expected = isSpelling ? ["memory budget", surface] : ["memory budget"];
        Assert.Equal(expected, concept.Spellings.Select(spelling => spelling.Text));
    }

    private static PaperConcept Copy(PaperConcept concept)
    {
        var buffer = new ByteBuffer();
        concept.WriteTo(buffer);
        var bytes = new byte[buffer.Length];
        buffer.CopyTo(0, bytes);
        return PaperConcept.Read(concept.Key, new ByteReader(bytes));
    }
}
