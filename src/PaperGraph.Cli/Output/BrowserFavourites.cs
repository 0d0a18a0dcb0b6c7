using System.IO.Compression;
using System.Text;
using PaperGraph.Cypher;

namespace PaperGraph.Cli.Output;

/// <summary>The questions as the archive that Neo4j Browser takes in: a .cypher file each, in a folder that becomes one of its favourites. Browser shows a
/// favourite by its first line, which is the question.</summary>
internal static class BrowserFavourites
{
    private const string Folder = "PaperGraph";

    /// <summary>The same questions are the same bytes: the entries bear the earliest date that an archive knows.</summary>
    public static void WriteTo(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (CypherQuestion question in CypherQuestion.All)
        {
            ZipArchiveEntry entry = archive.CreateEntry($"{Folder}/{question.Name}.cypher", CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using Stream content = entry.Open();
            content.Write(Encoding.UTF8.GetBytes(question.Text));
        }
    }
}
