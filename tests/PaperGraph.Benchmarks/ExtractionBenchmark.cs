using BenchmarkDotNet.Attributes;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Benchmarks;

/// <summary>Extraction of one paper on one thread, the mean over a thousand papers; with all stages, and without the links.</summary>
[InProcess]
[WarmupCount(3)]
[IterationCount(9)]
[MemoryDiagnoser]
public class ExtractionBenchmark
{
    private const int Papers = 1000;

    private IReadOnlyList<(string Title, string Abstract)> _papers = [];
    private Extractor _withoutLinks = Extractor.Default;

    [GlobalSetup]
    public void Read()
    {
        _papers = BenchmarkPapers.Read(Papers);
        _withoutLinks = new Extractor(Extractor.Default.Stages.Where(stage => stage is not LinkStage));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Papers)]
    public int Extract() => Run(Extractor.Default);

    [Benchmark(OperationsPerInvoke = Papers)]
    public int ExtractWithoutLinks() => Run(_withoutLinks);

    /// <summary>Concepts found.</summary>
    private int Run(Extractor extractor)
    {
        int concepts = 0;
        for (int i = 0; i < Papers; i++)
        {
            (string title, string text) = _papers[i % _papers.Count];
            concepts += extractor.Extract(title, text).Concepts.Length;
        }

        return concepts;
    }
}
