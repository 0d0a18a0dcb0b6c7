using System.Text.Json;
using System.Xml.Linq;
using PaperGraph.Cli;
using PaperGraph.Concepts;
using PaperGraph.Storage;
using PaperGraph.Tests.Support;

namespace PaperGraph.Tests.Cli;

/// <summary>The questions as a person types them, on the sample pages.</summary>
public sealed class QuestionCommandTests(SampleStore store) : IClassFixture<SampleStore>
{
    [Fact]
    public async Task Related_PaperThatSharesARepository_NamesItFirst()
    {
        CommandRun run = await store.AskAsync("related", "OTOv3");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Matches("^1 +OTOv2 +0\\.\\d\\d  same repository tianyic/only_train_once \\(promised here, released there\\); ", run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Related_Json_HasTheDocumentedShape()
    {
        CommandRun run = await store.AskAsync("related", "OTOv3", "--json", "--limit", "3");

        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Equal(3, answer.RootElement.GetArrayLength());
        JsonElement first = answer.RootElement[0];
        Assert.StartsWith("title:", first.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, first.GetProperty("sourceIds").ValueKind);
        Assert.InRange(first.GetProperty("score").GetDouble(), 0, 1);
        JsonElement reason = first.GetProperty("reasons")[0];
        Assert.Equal("repository", reason.GetProperty("kind").GetString());
        Assert.Equal("tianyic/only_train_once", reason.GetProperty("name").GetString());
        Assert.InRange(first.GetProperty("reasons").EnumerateArray().Sum(each => each.GetProperty("share").GetDouble()), 0, 1.001);
    }

    [Fact]
    public async Task Related_AskedTwice_AnswersTheSameFromTheSavedIndex()
    {
        CommandRun first = await store.AskAsync("related", "Mamba: Linear-Time Sequence Modeling with Selective State Spaces", "--limit", "0");
        CommandRun second = await store.AskAsync("related", "Mamba: Linear-Time Sequence Modeling with Selective State Spaces", "--limit", "0");

        Assert.Equal(first.Output, second.Output);
        Assert.True(File.Exists(store.Path + ".related"));
    }

    [Fact]
    public async Task Stats_GraphNotInStepWithWhatWasSet_SaysSoAndAnswersFromIt()
    {
        using var folder = new TemporaryFolder();
        string path = folder.PathOf("behind.papergraph");
        File.Copy(store.Path, path);
        using (PaperGraphStore behind = PaperGraphStore.Open(path))
        {
            behind.SetVocabulary(VocabularyFile.Parse("drop mixture of experts").Vocabulary);
        }

        CommandRun run = await CommandRun.OfAsync("stats", "--store", path);

        Assert.Equal((await store.AskAsync("stats")).Output, run.Output);
        Assert.Contains("'papergraph build' with the same inputs", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'frobnicate' is no command; there are build, ", "frobnicate")]
    [InlineData("A command is wanted: build, ")]
    [InlineData("Try 'papergraph stats --help'.", "stats", "--frobnicate")]
    public async Task WrongUsage_SaysWhatIsThere(string said, params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync(arguments);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FieldsThatNothingPasses_SaysSoBesideTheConcepts()
    {
        CommandRun run = await store.AskAsync("search", "code:released after:2199 pruning");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("No paper holds a word of it and passes", run.Error, StringComparison.Ordinal);
        Assert.Contains("Concepts of that name: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_WordsOfSeveralPapers_ListsTheCandidates()
    {
        CommandRun run = await store.AskAsync("related", "pruning");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("title:", run.Error, StringComparison.Ordinal);
        Assert.Contains("LLM-Pruner", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_TextOnStandardInput_FindsPapersAboutIt()
    {
        CommandRun run = await store.AskAsync("Experts are chosen by a router for each token; most of the model rests.", ["related", "-", "--limit", "3", "--json"]);

        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Contains(answer.RootElement.EnumerateArray(), row => row.GetProperty("title").GetString()!.Contains("Expert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Related_EmptyStandardInput_IsWrongUsage() => Assert.Equal(ExitCode.Usage, (await store.AskAsync("  \n", ["related", "-"])).ExitCode);

    [Fact]
    public async Task Related_Explain_ShowsSentencesOfBoth()
    {
        CommandRun run = await store.AskAsync("related", "OTOv3", "--explain", "--limit", "1");

        Assert.Contains("       here:  ", run.Output, StringComparison.Ordinal);
        Assert.Contains("       there: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_Concept_ListsNewestFirstAndUndatedLast()
    {
        CommandRun run = await store.AskAsync("code", "MoE");
        string[] lines = run.Output.TrimEnd('\n').Split('\n');

        Assert.Matches("^\\d+ papers, \\d+ with released code, newest first$", lines[0]);
        string[] dates = [.. lines[1..].Select(line => line.Split("  ")[0])];
        Assert.Equal(dates.Where(date => date != "no date").OrderDescending(StringComparer.Ordinal), dates.Where(date => date != "no date"));
        Assert.Equal(dates.OrderBy(date => date == "no date"), dates);
        Assert.Contains(lines, line => line.Contains("OpenSparseLLMs/Linear-MoE, OpenSparseLLMs/MoM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_Evidence_ShowsTheSentence() =>
        Assert.Contains("https://github.com/OpenSparseLLMs/MoM", (await store.AskAsync("code", "MoE", "--evidence")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Code_UnknownConcept_OffersNearOnes()
    {
        CommandRun run = await store.AskAsync("code", "structured prunning of experts");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Concepts with such a word: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_NothingAfterADate_IsDoneAndSaysWhatToTry()
    {
        CommandRun run = await store.AskAsync("code", "--after", "2999");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("try without --after", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code", "--after", "spring")]
    [InlineData("code", "--limit", "-1")]
    [InlineData("code", "--status", "maybe")]
    [InlineData("search", "after:spring")]
    [InlineData("path", "OTOv3", "OTOv3")]
    [InlineData("export", "--format", "csv")]
    [InlineData("context", "pruning", "--tokens", "0")]
    [InlineData("related", "no such paper at all")]
    public async Task AnyQuestion_WrongUsage_IsOneMessageAndExitTwo(params string[] arguments)
    {
        CommandRun run = await store.AskAsync(arguments);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("papergraph: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("related", "x")]
    [InlineData("code")]
    [InlineData("search", "x")]
    [InlineData("analyze")]
    public async Task AnyQuestion_WithoutAStore_SaysHowToMakeOne(params string[] arguments)
    {
        CommandRun run = await CommandRun.OfAsync([.. arguments, "--store", store.Path + ".missing"]);

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("papergraph build", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concept_ShortForm_ShowsSpellingsAndPapers()
    {
        CommandRun run = await store.AskAsync("concept", "MoE", "--limit", "20");

        Assert.StartsWith("mixture of expert", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nalso written\n  MoE ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Switch Transformers", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FieldAndWordsInOneArgument_AreBothRead()
    {
        CommandRun apart = await store.AskAsync("search", "kind:Dataset", "imagenet");
        CommandRun together = await store.AskAsync("search", "kind:Dataset imagenet");

        Assert.Contains("ImageNet", together.Output, StringComparison.Ordinal);
        Assert.Equal(apart.Output, together.Output);
    }

    [Fact]
    public async Task Search_Field_NarrowsAndShowsTheSentence()
    {
        CommandRun run = await store.AskAsync("search", "quantization", "code:released", "--json");

        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.NotEmpty(answer.RootElement.EnumerateArray());
        Assert.Contains(answer.RootElement.EnumerateArray(), row => row.GetProperty("snippet").GetString()?.Contains("quanti", StringComparison.OrdinalIgnoreCase) ?? false);
    }

    [Fact]
    public async Task Path_TwoPapersWithOneRepository_GoesThroughIt() =>
        Assert.Contains("tianyic/only_train_once", (await store.AskAsync("path", "paper:OTOv2", "paper:OTOv3", "--limit", "1")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Explain_PaperAndItsRepository_ShowsTheSentence()
    {
        CommandRun run = await store.AskAsync("explain", "paper:OTOv3", "tianyic/only_train_once");

        Assert.Contains("HAS_CODE tianyic/only_train_once", run.Output, StringComparison.Ordinal);
        Assert.Contains("] The implementation will be released at https://github.com/tianyic/only_train_once.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_Budget_IsKeptAndCited()
    {
        CommandRun run = await store.AskAsync("context", "structured pruning", "--tokens", "300");

        Assert.StartsWith("[1] ", run.Output, StringComparison.Ordinal);
        Assert.Matches("of 300 tokens \\(o200k_base", run.Error);
    }

    [Fact]
    public async Task Export_GraphMl_NamesEveryNode()
    {
        CommandRun run = await store.AskAsync("export", "--format", "graphml", "--labels", "Paper,Repository", "--types", "HAS_CODE");

        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        XDocument document = XDocument.Parse(run.Output);
        Assert.All(document.Descendants(ns + "node"), node => Assert.Contains(node.Elements(ns + "data"), data => data.Attribute("key")!.Value == "node_label" && data.Value.Length > 0));
        Assert.All(document.Descendants(ns + "edge"), edge => Assert.StartsWith("Repository:", edge.Attribute("target")!.Value, StringComparison.Ordinal));
        Assert.NotEmpty(document.Descendants(ns + "edge"));
    }

    [Theory]
    [InlineData("components")]
    [InlineData("pagerank")]
    [InlineData("communities")]
    public async Task Analyze_EachKind_IsJson(string what)
    {
        CommandRun run = await store.AskAsync("analyze", what, "--json", "--limit", "5");

        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.InRange(answer.RootElement.GetArrayLength(), 1, 5);
    }
}
