using System.Security.Cryptography;
using PaperGraph.Graph;
using PaperGraph.Relatedness;

namespace PaperGraph.Storage;

/// <summary>The file beside a store that holds the index of its papers' words: what <c>related</c> and <c>search</c> ask. A build leaves it, of the same bytes for the
/// same graph; where it is gone, or of another graph or model, whoever asks makes it again.</summary>
internal static class RelatednessFile
{
    public static string PathFor(string store) => store + ".related";

    /// <summary>Maps the file. Null where it is missing, cut off, or of another graph or model.</summary>
    public static RelatednessIndex? TryOpen(string store, KnowledgeGraph graph, RelatednessModel model)
    {
        try
        {
            return RelatednessIndex.TryOpen(PathFor(store), StampOf(graph, model));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Puts an index of the graph's papers beside the store, where the folder allows it.</summary>
    public static void TrySave(string store, RelatednessIndex index, KnowledgeGraph graph, RelatednessModel model) =>
        TryReplace(store, TryWrite(store, index), graph, model);

    /// <summary>Writes the index of a graph that is still being made; it may take the file's place once the graph is there (<see cref="TryReplace"/>).</summary>
    /// <returns>Its path; null where it cannot be written, as in a read-only folder.</returns>
    public static string? TryWrite(string store, RelatednessIndex index)
    {
        string temporary = $"{PathFor(store)}.{Guid.NewGuid().ToString("N")[..8]}.tmp";
        try
        {
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            index.Save(stream, stackalloc byte[RelatednessIndex.StampLength]);
            return temporary;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            IndexFile.TryDelete(temporary);
            return null;
        }
    }

    /// <summary>Puts what was written in the place of the old file at once. Where that is not possible (Windows while another process maps the old file), the old
    /// one stays and is known to be stale.</summary>
    /// <param name="written">Null: nothing was.</param>
    public static void TryReplace(string store, string? written, KnowledgeGraph graph, RelatednessModel model)
    {
        if (written is null)
        {
            return;
        }

        try
        {
            using (var stream = new FileStream(written, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                RelatednessIndex.SetStamp(stream, StampOf(graph, model));
            }

            File.Move(written, PathFor(store), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            IndexFile.TryDelete(written);
        }
    }

    /// <summary>Takes away what killed processes left. Only while no other process can be building.</summary>
    public static void DeleteLeftovers(string store)
    {
        string path = Path.GetFullPath(PathFor(store));
        foreach (string left in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*.tmp"))
        {
            IndexFile.TryDelete(left);
        }
    }

    private static byte[] StampOf(KnowledgeGraph graph, RelatednessModel model) => SHA256.HashData([.. Convert.FromHexString(graph.Digest), .. model.Digest]);
}
