using System.Text;
using System.Text.Json;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Concepts;
using PaperGraph.Extraction.Tagging;
using PaperGraph.Models;
using PaperGraph.Training;

namespace PaperGraph.Tests.Training;

public sealed class ExtractionTrainingTests : IDisposable
{
    private static readonly string[] s_adjectives = ["sparse", "dense", "neural", "robust", "spatial", "visual"];
    private static readonly string[] s_nouns = ["graph", "retrieval", "index", "tree", "kernel", "parser", "memory"];

    private readonly string _folder = Directory.CreateTempSubdirectory("papergraph-train-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Train_SameFilesTwice_GivesTheSameBytes()
    {
        WriteTinyCollections();

        byte[] first = new ExtractionTraining(_folder, Path.Combine(_folder, "corpus.jsonl")).Train();
        byte[] second = new ExtractionTraining(_folder, Path.Combine(_folder, "corpus.jsonl")).Train();

        Assert.Equal(first, second);
    }

    [Fact]
    public void Train_TinyCollections_GivesAModelThatExtracts()
    {
        WriteTinyCollections();
        var model = new ExtractionModel(new ModelFile(new ExtractionTraining(_folder, Path.Combine(_folder, "corpus.jsonl")).Train()));

        PaperExtraction found = new Extractor([new ConceptStage(() => model)]).Extract("A sparse graph", "We study a sparse graph and a neural parser of it.");

        Assert.Contains(found.Concepts, concept => concept.Name.EndsWith("graph", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_LineThatIsNoJson_SaysWhere()
    {
        WriteTinyCollections();
        File.AppendAllText(Path.Combine(_folder, "kdd.jsonl"), "{nonsense\n");

        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => new ExtractionTraining(_folder, Path.Combine(_folder, "corpus.jsonl")).Train());

        Assert.Contains("kdd.jsonl:41", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Forty made-up papers a file; every second word pair is a term.</summary>
    private void WriteTinyCollections()
    {
        foreach (string file in new[] { "corpus", "inspec-train", "kdd", "scierc-train", "silver-pos" })
        {
            var lines = new StringBuilder();
            for (int i = 0; i < 40; i++)
            {
                string term = s_adjectives[i % 6] + " " + s_nouns[i % 7], other = s_adjectives[(i + 1) % 6] + " " + s_nouns[(i + 3) % 7];
                string text = $"We study the {term} here. The {other} and the {term} are fast.";
                lines.Append(JsonSerializer.Serialize(file switch
                {
                    "scierc-train" => new Dictionary<string, object> { ["id"] = "s" + i, ["title"] = "", ["abstract"] = text, ["entities"] = new[] { new { text = term, type = "Method" }, new { text = other, type = "Task" } } },
                    "silver-pos" => new Dictionary<string, object> { ["id"] = "corpus" + i, ["tokens"] = Tags("On the " + term + " . " + text.Replace(".", " .", StringComparison.Ordinal)) },
                    "corpus" => new Dictionary<string, object> { ["id"] = "corpus" + i, ["title"] = "On the " + term, ["abstract"] = text, ["keywords"] = new[] { term, other } },
                    _ => new Dictionary<string, object> { ["id"] = file + i, ["title"] = "On the " + term, ["abstract"] = text, ["keyphrases"] = new[] { term } },
                })).Append('\n');
            }

            if (file == "silver-pos")
            {
                using var zipped = new System.IO.Compression.GZipStream(File.Create(Path.Combine(_folder, file + ".jsonl.gz")), System.IO.Compression.CompressionLevel.Fastest);
                zipped.Write(Encoding.UTF8.GetBytes(lines.ToString()));
            }
            else
            {
                File.WriteAllText(Path.Combine(_folder, file + ".jsonl"), lines.ToString());
            }
        }
    }

    private static string[][] Tags(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new[]
    {
        word,
        s_adjectives.Contains(word) ? "JJ" : s_nouns.Contains(word) ? "NN" : word switch { "the" or "The" => "DT", "We" => "PRP", "study" or "are" => "VBP", "and" => "CC", "On" => "IN", "." => ".", _ => "RB" },
    })];
}
