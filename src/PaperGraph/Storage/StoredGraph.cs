using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Relatedness;

namespace PaperGraph.Storage;

/// <summary>The graph of a store, in its two forms: rows of the tables, and the index file.</summary>
internal static class StoredGraph
{
    private const string DerivedFrom = "derived_from";
    private const string Digest = "graph";

    public static bool IsInStep(StoreConnection store) => store.Meta(DerivedFrom) == SourceTable.Digest(store);

    /// <summary>The graph of the tables, from the index file where that holds the same one.</summary>
    public static KnowledgeGraph Open(StoreConnection store)
    {
        if (store.Meta(Digest) is not { } digest)
        {
            return new KnowledgeGraphBuilder().Build();
        }

        if (IndexFile.TryOpen(store.Path, digest) is { } graph)
        {
            return graph;
        }

        graph = GraphTables.Read(store);
        if (IndexFile.TryWrite(store.Path, graph.WriteTo) is { } written)
        {
            IndexFile.TryReplace(store.Path, written);
        }

        return graph;
    }

    /// <summary>Makes the graph of the sources that the store now holds, and writes the rows in which it differs from the last one, all in one transaction.</summary>
    /// <returns>Null where the graph is in step already.</returns>
    public static KnowledgeGraph? Refresh(StoreConnection store, ExtractionTable extractions, CancellationToken cancellation)
    {
        KnowledgeGraph? graph = null;
        string? written = null, relatedness = null;
        System.Diagnostics.Activity? committing = null;
        if (store.Reading(() => IsInStep(store)))
        {
            return null;
        }

        try
        {
            store.InTransaction(() =>
            {
                IndexFile.DeleteLeftovers(store.Path);
                RelatednessFile.DeleteLeftovers(store.Path);
                KnowledgeGraph old;
                ImmutableArray<VocabularyEffect> effects;
                using (BuildStage.Start("sweep"))
                {
                    extractions.Sweep();
                    extractions.Complete(cancellation);
                    old = Open(store);
                }

                using (BuildStage.Start("graph"))
                {
                    store.KeepPages(Pages.Few);
                    (graph, written) = Make(store, extractions, out effects, index => relatedness = RelatednessFile.TryWrite(store.Path, index), cancellation);

                    // It lies in its file now.
                    LargeHeap.LetGo();
                    store.KeepPages(Pages.Many);
                }

                cancellation.ThrowIfCancellationRequested();
                using (BuildStage.Start("rows of the graph"))
                {
                    GraphTables.Update(store, old, graph);
                }

                committing = BuildStage.Start("commit");
                store.SetMeta(DerivedFrom, SourceTable.Digest(store));
                store.SetMeta(Digest, graph.Digest);
                VocabularyTable.PutEffects(store, effects);
            });
        }
        catch
        {
            IndexFile.TryDelete(written);
            IndexFile.TryDelete(relatedness);
            throw;
        }

        // Killed before this line, the index file is stale: the next one to open the store sees it and makes it anew.
        committing?.Dispose();
        if (written is not null)
        {
            IndexFile.TryReplace(store.Path, written);
        }

        RelatednessFile.TryReplace(store.Path, relatedness, graph!, RelatednessModel.Shipped);
        return graph;
    }

    /// <summary>The graph, and the file that it is mapped from: what is to become the index file. Null where none can be written, and the graph is in memory.</summary>
    /// <param name="indexed">Told the index of the papers' words, for as long as it runs.</param>
    private static (KnowledgeGraph Graph, string? Written) Make(
        StoreConnection store, ExtractionTable extractions, out ImmutableArray<VocabularyEffect> effects, Action<RelatednessIndex> indexed, CancellationToken cancellation)
    {
        KnowledgeGraphBuilder builder = GraphBuilder.Collect(SourceTable.ReadAll(store), extractions.ReadPapers(cancellation), VocabularyTable.Read(store), out effects, indexed);
        LargeHeap.LetGo();
        using (BuildStage.Start("index file"))
        {
            string? written = IndexFile.TryWrite(store.Path, builder.WriteImage);
            return (written is null ? builder.Build() : KnowledgeGraph.OpenWritten(written), written);
        }
    }
}
