using Microsoft.Data.Sqlite;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>The index file beside the store: the graph, ready to be mapped into memory.</summary>
internal static class StoreIndex
{
    public static string PathOf(string storePath) => storePath + ".index";

    /// <summary>Maps the index where it belongs to the store's present content; else makes it anew first.</summary>
    /// <remarks>The new file takes the old one's place at once, so that nobody reads half of it. Where the folder cannot be written the graph is still answered from memory.</remarks>
    public static KnowledgeGraph Open(SqliteConnection connection, CancellationToken cancellation) =>
        StoreContent.BuildGraph(connection, cancellation);
}
