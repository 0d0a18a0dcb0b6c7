using System.IO.Compression;
using System.Text.Json;
using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Papers;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Extraction.Links;

/// <summary>Guards the figures on the reference annotations, a little below what is measured.</summary>
public sealed class LinkFiguresTests
{
    private const string Dev = "eval/data/corpus-dev-links.jsonl";

    [SharedFact]
    public void StratifiedSample_LinksRolesAndStatus_StayWhereTheyAre()
    {
        Dictionary<string, PaperExtraction> found = Sample();
        int gold = 0, predicted = 0, matched = 0, role = 0, status = 0;
        foreach (JsonElement paper in Lines(Dev))
        {
            var mine = new Dictionary<string, CodeLink>(StringComparer.Ordinal);
            foreach (CodeLink link in found[paper.GetProperty("id").GetString()!].Links)
            {
                mine.TryAdd(Key(link.Url), link);
            }

            predicted += mine.Count;
            foreach (JsonElement link in paper.GetProperty("links").EnumerateArray())
            {
                gold++;
                if (mine.TryGetValue(Key(link.GetProperty("url").GetString()!), out CodeLink? hit))
                {
                    matched++;
                    role += Word(hit.Role) == link.GetProperty("role").GetString() ? 1 : 0;
                    status += Word(hit.Status) == link.GetProperty("status").GetString() ? 1 : 0;
                }
            }
        }

        Assert.True(matched >= 0.99 * predicted, $"precision {matched}/{predicted}");
        Assert.True(matched >= 0.99 * gold, $"recall {matched}/{gold}");
        Assert.True(role >= 0.94 * matched, $"role {role}/{matched}");
        Assert.True(status >= 0.985 * matched, $"status {status}/{matched}");
    }

    [SharedFact]
    public void StratifiedSample_Spans_AreThoseOfTheAnnotation()
    {
        Dictionary<string, PaperExtraction> found = Sample();
        int gold = 0, same = 0;
        foreach (JsonElement paper in Lines(Dev))
        {
            var spans = found[paper.GetProperty("id").GetString()!].Links.Select(link => link.Span).ToHashSet();
            foreach (JsonElement link in paper.GetProperty("links").EnumerateArray())
            {
                gold++;
                same += spans.Contains(new TextSpan(link.GetProperty("start").GetInt32(), link.GetProperty("end").GetInt32())) ? 1 : 0;
            }
        }

        Assert.True(same >= 0.98 * gold, $"{same} of {gold} spans");
    }

    [SharedFact]
    public void StratifiedSample_Claims_StayWhereTheyAre()
    {
        Dictionary<string, PaperExtraction> found = Sample();
        int gold = 0, predicted = 0, matched = 0;
        foreach (JsonElement paper in Lines(Dev))
        {
            var mine = found[paper.GetProperty("id").GetString()!].Claims.Select(claim => Word(claim.What)).ToHashSet(StringComparer.Ordinal);
            var wanted = paper.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("what").GetString()!).ToHashSet(StringComparer.Ordinal);
            gold += wanted.Count;
            predicted += mine.Count;
            matched += wanted.Count(mine.Contains);
        }

        Assert.True(2.0 * matched / (gold + predicted) >= 0.90, $"F1 of {matched} matched, {predicted} predicted, {gold} gold");
    }

    [SharedFact]
    public async Task Seeds_EveryAnnotatedLink_IsFoundAndNoOtherBesideIt()
    {
        string[] pages = [.. Directory.EnumerateFiles(SharedFactAttribute.PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal)];
        CommandRun run = await CommandRun.OfAsync(["extract", "--quiet", .. pages]);
        var mine = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (string line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonElement paper = JsonDocument.Parse(line).RootElement;
            string title = TitleKey.Of(paper.GetProperty("title").GetString()!);
            mine.TryAdd(title, [.. paper.GetProperty("links").EnumerateArray().Select(link => Key(link.GetProperty("url").GetString()!))]);
        }

        int gold = 0, matched = 0, predicted = 0;
        foreach (IGrouping<string,
            JsonElement> paper in Lines("eval/data/seeds-dev-links.jsonl").GroupBy(link => TitleKey.Of(link.GetProperty("title").GetString()!),
                StringComparer.Ordinal))
        {
            HashSet<string> wanted = [.. paper.Select(link => Key(link.GetProperty("url").GetString()!))];
            HashSet<string> found = mine.GetValueOrDefault(paper.Key) ?? [];
            gold += wanted.Count;
            predicted += found.Count;
            matched += wanted.Count(found.Contains);
        }

        Assert.True(gold > 30 && matched >= 0.99 * gold && matched >= 0.99 * predicted, $"{matched} matched, {predicted} predicted, {gold} gold");
    }

    private static Dictionary<string, PaperExtraction> Sample()
    {
        HashSet<string> wanted = [.. Lines(Dev).Select(paper => paper.GetProperty("id").GetString()!)];
        var extractor = new Extractor([new LinkStage()]);
        var found = new Dictionary<string, PaperExtraction>(StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedFactAttribute.PathOf("corpus/ml-papers.jsonl.gz")), CompressionMode.Decompress));
        while (found.Count < wanted.Count && reader.ReadLine() is { } line)
        {
            // The id stands first: most lines need no parsing.
            string[] quoted = line.Split('"', 5);
            if (quoted.Length < 5 || !wanted.Contains(quoted[3]))
            {
                continue;
            }

            JsonElement paper = JsonDocument.Parse(line).RootElement;
            found[quoted[3]] = extractor.Extract(paper.GetProperty("title").GetString()!, paper.GetProperty("abstract").GetString()!);
        }

        return found;
    }

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(SharedFactAttribute.PathOf(file)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    /// <summary>Repositories by their identity, everything else by its address.</summary>
    private static string Key(string url) => RepositoryId.TryParse(url, out RepositoryId id) ? id.ToString() : url.TrimEnd('/').ToLowerInvariant();

    private static string Word(Enum value) => value is LinkRole.ProjectPage ? "project-page" : value.ToString().ToLowerInvariant();
}
