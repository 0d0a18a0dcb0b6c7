using System.Collections.Immutable;
using System.Text;
using PaperGraph.Concepts;
using PaperGraph.Extraction;
using PaperGraph.Graph;
using PaperGraph.Queries;
using PaperGraph.Reading;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Storage;

/// <summary>The rows of a store, and the bytes of its two index files, are a function of its sources.</summary>
public sealed class StoreLawTests : IDisposable
{
    private static readonly (string Name, string Text)[] All = [.. Enumerable.Range(0, 4).Select(number => ($"source-{number}", Source(number)))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Add_SourcesInAnyOrderAndPieces_GivesTheSameRowsAndTheSameIndexFile(int seed)
    {
        string expected = Store("expected", store => Add(store, All));
        var random = new Random(seed);
        (string, string)[] shuffled = [.. All];
        random.Shuffle(shuffled);
        int cut = random.Next(1, All.Length);

        string path = Store("shuffled", store =>
        {
            Add(store, shuffled[..cut]);
            Add(store, shuffled[cut..]);
        });

        AssertSame(expected, path);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Remove_WhatWasAdded_LeavesNoTrace(int removed)
    {
        string expected = Store("expected", store => Add(store, [.. All.Where(source => source != All[removed])]));

        string path = Store("removed", store =>
        {
            Add(store, All);
            Assert.Empty(store.Remove([All[removed].Name]));
        });

        AssertSame(expected, path);
    }

    /// <summary>A vocabulary of random lines, one of them taken back: the store is as if the line had never been there.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void SetVocabulary_WithALineUndone_LeavesNoTraceOfIt(int seed)
    {
        var random = new Random(seed);
        List<string> lines = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => VocabularyLine(random)).Distinct()];
        string[] without = [.. lines.Where((_, number) => number != seed % lines.Count)];
        string expected = Store("expected", store => AddWith(store, without));

        string path = Store("undone", store =>
        {
            AddWith(store, lines);
            AddWith(store, without.Reverse());
        });

        AssertSame(expected, path);
    }

    [Fact]
    public void SetVocabulary_Empty_IsAsNeverHavingHadOne()
    {
        string expected = Store("expected", store => Add(store, All));

        string path = Store("emptied", store =>
        {
            AddWith(store, ["drop mixture of experts", "same router = language model", "name router = R"]);
            Assert.NotEqual(StoreRows.Of(expected), StoreRows.Of(_folder.PathOf("emptied")));
            AddWith(store, []);
        });

        AssertSame(expected, path);
    }

    [Fact]
    public void Add_AfterAVocabularyWasSet_FollowsIt()
    {
        string expected = Store("expected", store => AddWith(store, ["drop mixture of experts"]));

        string path = Store("kept", store =>
        {
            store.SetVocabulary(VocabularyFile.Parse("drop mixture of experts").Vocabulary);
            Add(store, All[..2]);
            Assert.Single(store.VocabularyEffects);
        });
        using (PaperGraphStore store = PaperGraphStore.OpenOrCreate(path))
        {
            Add(store, All[2..]);
        }

        AssertSame(expected, path);
    }

    private static string VocabularyLine(Random random)
    {
        string[] names = ["mixture of experts", "MoE", "language model", "graph neural network", "router", "RouteNet3", "GNN", "deep nets", "expert", "nothing at all"];
        string one = names[random.Next(names.Length)], other = names[random.Next(names.Length)];
        return random.Next(4) switch
        {
            0 => $"same {one} = {other}",
            1 => $"apart {one} | {other}",
            2 => $"name {one} = The {other}",
            _ => $"drop {one}",
        };
    }

    private static void AddWith(PaperGraphStore store, IEnumerable<string> vocabulary)
    {
        store.SetVocabulary(VocabularyFile.Parse(string.Join('\n', vocabulary)).Vocabulary);
        Add(store, All);
    }

    [Fact]
    public void Add_AChangedSource_LeavesNoTraceOfTheOldOne()
    {
        string expected = Store("expected", store => Add(store, All));

        string path = Store("changed", store =>
        {
            Add(store, (All[1].Name, All[3].Text), All[0]);
            Add(store, All);
        });

        AssertSame(expected, path);
    }

    [Fact]
    public void Add_TheSameAgain_ChangesNothing()
    {
        string path = Store("s", store => Add(store, All));
        string rows = StoreRows.Of(path);
        byte[] index = File.ReadAllBytes(path + ".index");

        using (PaperGraphStore store = PaperGraphStore.OpenOrCreate(path))
        {
            Add(store, All);
            Assert.False(store.IsGraphBehind);
        }

        Assert.Equal(rows, StoreRows.Of(path));
        Assert.Equal(index, File.ReadAllBytes(path + ".index"));
    }

    [Fact]
    public void Rows_OfNodesAndEdges_AreTheGraph()
    {
        string path = Store("s", store => Add(store, All));
        using PaperGraphStore opened = PaperGraphStore.Open(path);

        Assert.Equal(opened.Graph.NodeCount, StoreRows.Number(path, "SELECT count(*) FROM node"));
        Assert.Equal(opened.Graph.EdgeCount, StoreRows.Number(path, "SELECT count(*) FROM named_edge"));
        Assert.Equal(opened.Graph.CountOf(NodeLabel.Paper), StoreRows.Number(path, "SELECT count(*) FROM paper"));
        Assert.True(StoreRows.Number(path, "SELECT count(*) FROM paper_search WHERE paper_search MATCH 'expert'") > 0);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("foreign")]
    [InlineData("stale")]
    public void Open_IndexFileThatIsNoUse_IsMadeAnewWithTheSameBytes(string damage)
    {
        string path = Store("s", store => Add(store, All));
        string index = path + ".index";
        byte[] bytes = File.ReadAllBytes(index);
        switch (damage)
        {
            case "missing":
                File.Delete(index);
                break;
            case "cut":
                File.WriteAllBytes(index, bytes[..(bytes.Length / 2)]);
                break;
            case "changed":
                File.WriteAllBytes(index, [.. bytes[..^9], (byte)(bytes[^9] ^ 1), .. bytes[^8..]]);
                break;
            case "foreign":
                File.WriteAllText(index, "no index at all");
                break;
            default:
                string other = Store("other", store => Add(store, All[..2]));
                File.Copy(other + ".index", index, overwrite: true);
                break;
        }

        using PaperGraphStore opened = PaperGraphStore.Open(path);

        Assert.Equal(Convert.ToHexStringLower(bytes[32..64]), opened.Graph.Digest);
        Assert.Equal(bytes, File.ReadAllBytes(index));
    }

    /// <summary>What a build leaves for <c>related</c> is what a question would make of the graph: code in the text and code that a source gives, whole and in folders.</summary>
    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("stale")]
    public void Related_IndexOfWordsThatIsNoUse_IsMadeAnewWithTheBytesThatTheBuildLeft(string damage)
    {
        string path = Store("s", store => Add(store, All));
        byte[] bytes = File.ReadAllBytes(path + ".related");
        switch (damage)
        {
            case "missing":
                File.Delete(path + ".related");
                break;
            case "cut":
                File.WriteAllBytes(path + ".related", bytes[..^8]);
                break;
            default:
                string other = Store("other", store => Add(store, All[..2]));
                File.Copy(other + ".related", path + ".related", overwrite: true);
                break;
        }

        using PaperGraphStore opened = PaperGraphStore.Open(path);
        Assert.Contains(opened.Graph.Edges, edge => edge.Type == EdgeType.HasCode && opened.Graph.PropertiesOf(edge).Boolean(PropertyKey.GivenBySource));
        Assert.NotEmpty(opened.RelatedToText("Routing experts"));

        Assert.Equal(bytes, File.ReadAllBytes(path + ".related"));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.tmp"));
    }

    /// <summary>The edges say what the question says.</summary>
    [Fact]
    public void RelatedTo_EdgesOfTheGraph_AreTheAnswersOfRelatedInCoarserScores()
    {
        string path = Store("s", store => Add(store, All));
        using PaperGraphStore opened = PaperGraphStore.Open(path);
        foreach (NodeId paper in opened.Graph.NodesOf(NodeLabel.Paper))
        {
            string[] edges =
            [
                .. opened.Graph.OutEdges(paper, EdgeType.RelatedTo).Select(edge => (Key: opened.Graph.KeyOf(edge.Target), Properties: opened.Graph.PropertiesOf(edge)))
                    .OrderByDescending(edge => edge.Properties.Number(PropertyKey.Score))
                    .ThenBy(edge => edge.Key, StringComparer.Ordinal)
                    .Select(edge => $"{edge.Key} {edge.Properties.Number(PropertyKey.Score)} {string.Join("; ", edge.Properties.Texts(PropertyKey.Reasons))}"),
            ];
            string[] answers =
            [
                .. opened.Related(opened.Graph.KeyOf(paper)).Select(row => (row.Paper.Id, Score: Math.Round(row.Score * 200) / 200, row.Reasons))
                    .OrderByDescending(row => row.Score)
                    .ThenBy(row => row.Id, StringComparer.Ordinal)
                    .Select(row => $"{row.Id} {row.Score} {string.Join("; ", row.Reasons.Take(5).Select(reason => reason.ToStringWithShare()))}"),
            ];

            Assert.Equal(answers, edges);
        }
    }

    [Fact]
    public void Open_StoreOfANewerVersion_SaysSo()
    {
        string path = Store("s", store => Add(store, All[..1]));
        StoreRows.Number(path, "PRAGMA user_version = 99; SELECT 0");

        Assert.Contains("newer", Assert.Throws<StoreException>(() => PaperGraphStore.Open(path)).Message, StringComparison.Ordinal);
        Assert.Contains("newer", Assert.Throws<StoreException>(() => PaperGraphStore.OpenOrCreate(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFolder_SaysSo() =>
        Assert.Contains("is a folder", Assert.Throws<StoreException>(() => PaperGraphStore.OpenOrCreate(_folder.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void OpenOrCreate_InAMissingFolder_SaysSo() =>
        Assert.Contains("folder is missing", Assert.Throws<StoreException>(() => PaperGraphStore.OpenOrCreate(_folder.PathOf("none/s"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Add_Cancelled_KeepsTheGraphOfBefore()
    {
        string path = Store("s", store => Add(store, All[..1]));
        string rows = StoreRows.Of(path);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using (PaperGraphStore store = PaperGraphStore.OpenOrCreate(path))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => store.Add(Sources(All), Extractor.Default, null, cancelled.Token));
        }

        Assert.Equal(rows, StoreRows.Of(path));
    }

    private static void AssertSame(string expected, string actual)
    {
        Assert.Equal(StoreRows.Of(expected), StoreRows.Of(actual));
        Assert.Equal(File.ReadAllBytes(expected + ".index"), File.ReadAllBytes(actual + ".index"));
        Assert.Equal(File.ReadAllBytes(expected + ".related"), File.ReadAllBytes(actual + ".related"));
    }

    private static void Add(PaperGraphStore store, params (string Name, string Text)[] sources) => store.Add(Sources(sources), Extractor.Default);

    private static ImmutableArray<PaperSource> Sources(params (string Name, string Text)[] sources) =>
        PaperSources.Open(sources.Select(source => SourceInput.OfBytes(source.Name, Encoding.UTF8.GetBytes(source.Text))), new PaperSourceOptions { WithDigest = true });

    private string Store(string name, Action<PaperGraphStore> work)
    {
        string path = _folder.PathOf(name);
        using PaperGraphStore store = PaperGraphStore.OpenOrCreate(path);
        work(store);
        return path;
    }

    /// <summary>Six papers; the first two of each source stand in the next source too, under other spellings and with other fields, and two share a title but no DOI.</summary>
    private static string Source(int number)
    {
        var lines = new StringBuilder();
        for (int paper = number * 4; paper < (number * 4) + 6; paper++)
        {
            string title = paper % 2 == number % 2 ? $"Routing experts, part {paper}" : $"ROUTING Experts - Part {paper}";
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                {"title": "{{title}}", "abstract": "We propose RouteNet{{paper}}, a mixture of experts (MoE) for language models. Graph neural networks{{new string('!', number)}} share {{paper % 3}} routers. Code is at https://github.com/owner/route{{paper % 5}}.", "authors": ["A. One", "B. Two {{number}}"], "date": "202{{number}}-0{{(paper % 9) + 1}}-11", "id": "s{{number}}/{{paper}}"{{(paper % 4 == 1 ? $", \"code\": \"https://github.com/Owner/All/tree/main/p{paper % 3}\"" : "")}}}

                """);
        }

        lines.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""{"title": "One title", "abstract": "A mixture of experts again.", "doi": "10.1/{{number % 2}}"}""").Append('\n');
        return lines.Append("no json\n").ToString();
    }
}
