using System.Globalization;
using System.Runtime.InteropServices;
using PaperGraph.Graph;

namespace PaperGraph.Storage;

/// <summary>The file beside a store that questions map into memory: the store's graph as one image. It can always be made again from the store.</summary>
internal static partial class IndexFile
{
    public static string PathFor(string store) => store + ".index";

    /// <summary>A copy of the index file as it was when a load into a database had ended.</summary>
    public static string LoadedPathFor(string store) => store + ".loaded";

    /// <summary>The graph of this digest; null where the file is missing, of another graph, of another version, or damaged.</summary>
    public static KnowledgeGraph? TryOpen(string store, string digest) => TryOpenFile(PathFor(store), digest);

    /// <summary>The graph of this digest as it was loaded; null where it was another's, or is gone.</summary>
    public static KnowledgeGraph? TryOpenLoaded(string store, string digest) => TryOpenFile(LoadedPathFor(store), digest);

    /// <summary>Gives the index file a second name, or copies it: it is never written to, only replaced. Where that is not possible the next load reads the
    /// database's own record instead.</summary>
    public static void TryKeepAsLoaded(string store)
    {
        string temporary = TemporaryFor(store);
        TryDelete(temporary);
        try
        {
            if (OperatingSystem.IsWindows() || Link(PathFor(store), temporary) != 0)
            {
                File.Copy(PathFor(store), temporary, overwrite: true);
            }

            File.Move(temporary, LoadedPathFor(store), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    /// <returns>0 where it was done.</returns>
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string name);

    private static KnowledgeGraph? TryOpenFile(string path, string digest)
    {
        try
        {
            KnowledgeGraph? graph = File.Exists(path) ? KnowledgeGraph.Open(path) : null;
            return graph?.Digest == digest ? graph : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file that may take the index's place (<see cref="TryReplace"/>).</summary>
    /// <returns>Its path; null where it cannot be written, as in a read-only folder.</returns>
    public static string? TryWrite(string store, Action<Stream> write)
    {
        string temporary = TemporaryFor(store);
        try
        {
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            write(stream);
            return temporary;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            return null;
        }
    }

    /// <summary>Puts a whole file in the place of the old one at once. Where that is not possible (Windows while another process maps the old file), the old
    /// one stays, is known to be stale, and questions do without.</summary>
    public static void TryReplace(string store, string written)
    {
        try
        {
            File.Move(written, PathFor(store), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryDelete(written);
        }
    }

    /// <summary>A name that no other process uses at the same time.</summary>
    public static string TemporaryFor(string store) => string.Create(CultureInfo.InvariantCulture, $"{store}.index.{Environment.ProcessId}.tmp");

    /// <summary>Takes away what killed processes left. Only while no other process can be building.</summary>
    public static void DeleteLeftovers(string store)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(store))!;
        foreach (string path in Directory.EnumerateFiles(folder, Path.GetFileName(store) + ".index.*.tmp"))
        {
            TryDelete(path);
        }
    }

    /// <param name="path">Null: nothing to delete.</param>
    public static void TryDelete(string? path)
    {
        try
        {
            if (path is not null)
            {
                File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left for the next build.
        }
    }
}
