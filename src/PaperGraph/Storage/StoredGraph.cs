using System.Collections.Immutable;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;

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
        IndexFile.TryReplace(store.Path, graph.WriteTo);
        return graph;
    }

    /// <summary>Makes the graph of the sources that the store now holds, and writes the rows in which it differs from the last one, all in one transaction.</summary>
    /// <returns>Null where the graph is in step already.</returns>
    public static KnowledgeGraph? Refresh(StoreConnection store, ExtractionTable extractions, CancellationToken cancellation)
    {
        KnowledgeGraph? graph = null;
        System.Diagnostics.Activity? committing = null;
        if (store.Reading(() => IsInStep(store)))
        {
            return null;
        }

        store.InTransaction(() =>
        {
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
                graph = GraphBuilder.Build(SourceTable.ReadAll(store), extractions.ReadPapers(cancellation), VocabularyTable.Read(store), out effects);
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
            IndexFile.DeleteLeftovers(store.Path);
        });

        // Killed before this line, the index file is stale: the next one to open the store sees it and makes it anew.
        committing?.Dispose();
        using (BuildStage.Start("index file"))
        {
            IndexFile.TryReplace(store.Path, graph!.WriteTo);
        }

        return graph;
    }
}
