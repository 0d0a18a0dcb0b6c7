using System.Security.Cryptography;
using PaperGraph.Graph;
using PaperGraph.Relatedness;

namespace PaperGraph.Queries;

/// <summary>The file beside a store that holds the index of its papers' words: what <c>related</c> and <c>search</c> ask. It can always be made again.</summary>
public static class RelatednessFile
{
    public static string PathFor(string store) => store + ".related";

    /// <summary>Maps the file; where it is missing, or of another graph or model, the index is built, and saved where the folder allows it.</summary>
    public static RelatednessIndex OpenOrBuild(string store, KnowledgeGraph graph, RelatednessModel model, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(store);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(model);
        byte[] stamp = SHA256.HashData([.. Convert.FromHexString(graph.Digest), .. model.Digest]);
        return TryOpen(store, stamp) ?? Build(store, graph, model, stamp, cancellation);
    }

    private static RelatednessIndex? TryOpen(string store, byte[] stamp)
    {
        try
        {
            return RelatednessIndex.TryOpen(PathFor(store), stamp);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static RelatednessIndex Build(string store, KnowledgeGraph graph, RelatednessModel model, byte[] stamp, CancellationToken cancellation)
    {
        RelatednessIndex index = RelatedQuery.BuildIndex(graph, model, cancellation);
        string temporary = PathFor(store) + "." + Guid.NewGuid().ToString("N")[..8] + ".tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                index.Save(stream, stamp);
            }

            File.Move(temporary, PathFor(store), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only folder, or Windows while another process maps the old file: this process has its index, the next one builds it again.
            TryDelete(temporary);
        }

        return index;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left beside the store; the next build of the index does not mind it.
        }
    }
}
