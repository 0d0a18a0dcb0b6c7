using PaperGraph.Reading;

namespace PaperGraph.Benchmarks;

/// <summary>Papers to measure with: the corpus under the folder that <c>PAPERGRAPH_SHARED</c> names, else the pages in the repository.</summary>
internal static class BenchmarkPapers
{
    /// <param name="most">The pages hold fewer.</param>
    public static IReadOnlyList<(string Title, string Abstract)> Read(int most)
    {
        string corpus = Path.Combine(Environment.GetEnvironmentVariable("PAPERGRAPH_SHARED") ?? "", "corpus", "ml-papers.jsonl.gz");
        string[] files = File.Exists(corpus) ? [corpus] : [.. Directory.GetFiles(PagesFolder(), "*.txt").Order(StringComparer.Ordinal)];
        var papers = new List<(string Title, string Abstract)>();
        foreach (PaperSource source in PaperSources.OpenEach(files.Select(file => SourceInput.OfFile(Path.GetFileName(file), file))))
        {
            foreach (ReadOutcome outcome in source.Read())
            {
                if (papers.Count == most)
                {
                    return papers;
                }

                if (outcome.Record is { } record)
                {
                    papers.Add((record.Paper.Title, record.Paper.Abstract));
                }
            }
        }

        return papers;
    }

    private static string PagesFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "data", "pages") is var pages && Directory.Exists(pages))
            {
                return pages;
            }
        }

        throw new DirectoryNotFoundException("data/pages was not found above " + AppContext.BaseDirectory);
    }
}
