using System.Collections.Immutable;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Graph.Building;
using PaperGraph.Reading;

namespace PaperGraph.Storage;

/// <summary>The local store: one SQLite file with what sources say and the graph made of it as rows, and beside it an index file with the graph, ready to be mapped.</summary>
/// <remarks>
/// Every source is written in a transaction of its own, and the graph is brought in step in one more: a process that is killed at any moment leaves the last
/// committed state, and the same call again goes on from there. The same sources give the same rows and the same index file, in whatever order they came and
/// whatever was there before; only <see cref="Id"/> tells two stores of one content apart. Not for several threads at once; the graph is. While one process writes, others may read.
/// </remarks>
public sealed class PaperGraphStore : IDisposable
{
    private readonly StoreConnection _store;
    private KnowledgeGraph? _graph;

    private PaperGraphStore(StoreConnection store) => _store = store;

    public string Path => _store.Path;

    /// <summary>Made at random when the store was created: 32 hex digits.</summary>
    public string Id => _store.Reading(() => _store.Meta(StoreSchema.IdName)) ?? "";

    /// <summary>Names of the sources, in ordinal order.</summary>
    public ImmutableArray<string> Sources => _store.Reading(() => SourceTable.Names(_store));

    /// <summary>The graph as the last finished build left it: mapped from the index file, which is made anew where it is missing, stale or damaged and the folder allows it.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public KnowledgeGraph Graph => _graph ??= _store.Reading(() => StoredGraph.Open(_store));

    /// <summary>Whether sources were added or removed after the graph was made, as by a build that was stopped half-way: build again to bring it in step.</summary>
    public bool IsGraphBehind => _store.Reading(() => !StoredGraph.IsInStep(_store));

    /// <summary>The user's own merges and separations, in ordinal order; every build follows them until others are set.</summary>
    public Vocabulary Vocabulary => _store.Reading(() => VocabularyTable.Read(_store));

    /// <summary>What each line of <see cref="Vocabulary"/> did when the graph was last made, in its order; empty where the graph was not made since it was set.</summary>
    public ImmutableArray<VocabularyEffect> VocabularyEffects => _store.Reading(() => VocabularyTable.ReadEffects(_store));

    /// <summary>Opens a store that is there.</summary>
    /// <exception cref="StoreException">There is none, or the file is none, or it is of another version.</exception>
    public static PaperGraphStore Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PaperGraphStore(StoreConnection.Open(path));
    }

    /// <summary>Opens a store, or makes an empty one.</summary>
    /// <exception cref="StoreException">The file is no store, is of another version, or cannot be made.</exception>
    public static PaperGraphStore OpenOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new PaperGraphStore(StoreConnection.OpenOrCreate(path));
    }

    /// <summary>Adds sources, or replaces those of the same name, and brings the graph in step.</summary>
    /// <param name="advanced">Told now and then how many records more were read.</param>
    /// <exception cref="StoreException">The store cannot be written. What was committed stays; the same call again goes on.</exception>
    public BuildReport Add(IEnumerable<PaperSource> sources, Extractor extractor, Action<int>? advanced = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(extractor);
        var outcomes = new List<SourceOutcome>();
        var problems = new List<ReadingProblem>();
        var extractions = new ExtractionTable(_store, extractor);
        foreach (PaperSource source in sources)
        {
            cancellation.ThrowIfCancellationRequested();
            _store.InTransaction(() => outcomes.Add(new SourceWriter(_store, extractions, advanced).Write(source, problems, cancellation)));
        }

        Refresh(extractions, cancellation);
        HashSet<string> changed = [.. outcomes.Where(outcome => outcome.Change is SourceChange.Added or SourceChange.Replaced).Select(outcome => outcome.Name)];
        int written = outcomes.Where(outcome => changed.Contains(outcome.Name)).Sum(outcome => outcome.Records);
        int kept = PapersOnlyIn(changed);
        return new BuildReport(
            [.. outcomes],
            [.. problems],
            kept,
            written - kept,
            outcomes.Where(outcome => outcome.Change == SourceChange.Unchanged).Sum(outcome => outcome.Records),
            outcomes.Sum(outcome => outcome.Rejected));
    }

    /// <summary>Replaces the vocabulary as a whole: what the last one did leaves no trace. The next <see cref="Add"/> or <see cref="Remove"/> brings the graph in step.</summary>
    public void SetVocabulary(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _store.InTransaction(() => VocabularyTable.Put(_store, vocabulary));
    }

    /// <summary>Takes sources back: what stands in no other goes with them.</summary>
    /// <returns>Names that the store does not hold; where there is one, nothing was removed.</returns>
    public ImmutableArray<string> Remove(IReadOnlyCollection<string> names, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        ImmutableArray<string> unknown = [];
        _store.InTransaction(() =>
        {
            unknown = [.. names.Except(SourceTable.Names(_store), StringComparer.Ordinal)];
            foreach (string name in unknown.IsEmpty ? names : [])
            {
                SourceTable.Delete(_store, name);
            }
        });
        if (unknown.IsEmpty)
        {
            Refresh(new ExtractionTable(_store, Extractor.Default), cancellation);
        }

        return unknown;
    }

    /// <summary>The graph of this digest, where it is the one that <see cref="KeepAsLoaded"/> kept; else null.</summary>
    public KnowledgeGraph? FindLoaded(string digest) => IndexFile.TryOpenLoaded(Path, digest);

    /// <summary>Keeps a copy of the graph in a file of its own: a database holds it now, and the next load need only compare the two. The file may be deleted at any time.</summary>
    public void KeepAsLoaded() => IndexFile.TryKeepAsLoaded(Path);

    public void Dispose() => _store.Dispose();

    private void Refresh(ExtractionTable extractions, CancellationToken cancellation) =>
        _graph = StoredGraph.Refresh(_store, extractions, cancellation) ?? _graph;

    /// <summary>Papers that no source but these states.</summary>
    private int PapersOnlyIn(HashSet<string> sources)
    {
        if (sources.Count == 0)
        {
            return 0;
        }

        KnowledgeGraph graph = Graph;
        var isOne = new bool[graph.NodeCount];
        foreach (NodeId source in graph.NodesOf(NodeLabel.Source))
        {
            isOne[source.Index] = sources.Contains(graph.KeyOf(source));
        }

        return graph.NodesOf(NodeLabel.Paper).Count(paper =>
        {
            EdgeList listings = graph.OutEdges(paper, EdgeType.ListedIn);
            foreach (Edge listing in listings)
            {
                if (!isOne[listing.Target.Index])
                {
                    return false;
                }
            }

            return !listings.IsEmpty;
        });
    }
}
