using System.Collections.Frozen;

namespace PaperGraph.Extraction.Links;

/// <summary>What a word says about an address or a release; a word may say several things.</summary>
[Flags]
internal enum Cue
{
    None = 0,

    /// <summary>Program text by name: <c>code</c>, <c>implementation</c>.</summary>
    Code = 1,

    /// <summary>Something that mostly comes as program text: <c>toolkit</c>, <c>simulator</c>.</summary>
    Software = 2,
    Data = 4,
    Model = 8,

    /// <summary>To be watched or tried: <c>video</c>, <c>demo</c>.</summary>
    Demo = 16,

    /// <summary>A page by name: <c>website</c>.</summary>
    Page = 32,

    /// <summary>What stands on pages: <c>supplementary</c>, <c>details</c>.</summary>
    More = 64,

    /// <summary>Literature that is collected: <c>papers</c>, <c>list</c>.</summary>
    List = 128,

    /// <summary>The paper itself, in a longer form.</summary>
    Paper = 256,

    /// <summary>Anything at all: <c>resources</c>, <c>materials</c>.</summary>
    Resource = 512,

    /// <summary>Says that something is or will be there: <c>available</c>, <c>released</c>.</summary>
    Release = 1024,

    /// <summary>Points the reader somewhere: <c>see</c>, <c>visit</c>.</summary>
    Pointer = 2048,

    /// <summary>Says that something of others is taken: <c>using</c>, <c>based</c>.</summary>
    Use = 4096,

    /// <summary>Says that the thing is the authors': <c>our</c>, <c>introduce</c>.</summary>
    Own = 8192,

    /// <summary>Something that runs somewhere: <c>platform</c>, <c>server</c>.</summary>
    Service = 16384,

    /// <summary>Shown on pages and kept in repositories alike: <c>results</c>.</summary>
    Result = 32768,

    /// <summary>Every word for a thing that can be released.</summary>
    Thing = Code | Software | Service | Data | Model | Demo | Page | More | Result | List | Paper | Resource,
}

/// <summary>The words that decide about links and claims.</summary>
internal static class ReleaseWords
{
    private static readonly FrozenDictionary<string, Cue> Cues = Build(
        (Cue.Code, "code codes sourcecode codebase codebases code-base source-code implementation implementations reimplementation script"
            + " scripts source sources program programs programmes notebook notebooks repo"),
        (Cue.Software, "software toolkit toolkits toolbox toolboxes tool tools library libraries package packages framework frameworks"
            + " simulator simulators simulation simulations plugin plugins pipeline pipelines api apis algorithm algorithms procedure"
            + " procedures sandbox infrastructure engine compiler solver solvers wrapper suite setup gym testbed network"
            + " emulator method methods methodology approach repository repositories"),
        (Cue.Service, "system systems platform platforms interface interfaces server service prototype"),
        (Cue.Data, "data dataset datasets datset data-set data-sets database databases benchmark benchmarks benchmarking corpus corpora"
            + " annotation annotations recordings labels splits split treebank lexicon lexicons ontology collection collections"
            + " testset testsets questions samples-set trajectories images scans ground-truth groundtruth embeddings predictions"
            + " wordlist testsuite subset queries instances embedding"),
        (Cue.Model, "model models weights checkpoint checkpoints parameters networks pretrained pre-trained"),
        (Cue.Demo, "video videos demo demos demonstration demonstrations movie movies animation animations animated film clip clips audio"
            + " footage screencast playground chatbot trial webapp web-app app visualization visualizations visualisation"
            + " visualisations visuals youtube"),
        (Cue.Page, "page website webpage web-page site web-site homepage home-page webpages websites"),
        (Cue.More, "supplementary supplemental supplement supplements supplementals appendix appendices additional details information"
            + " info more documentation docs tutorial tutorials updates further material materials qualitative"
            + " leaderboard guide slides poster"),
        (Cue.Result, "results examples"),
        (Cue.List, "papers paper-list literature awesome list reading up-to-date studies works bibliography articles publications"),
        (Cue.Paper, "version proofs preprint arxiv full-version manuscript report"),
        (Cue.Resource, "resource resources materials artifacts artefacts assets"),
        (Cue.Release, "available availabe avaliable avaible availble released release releases releasing open-source open-sourced"
            + " open-sourcing opensource opensourced open-sources sourced sourcing published publish publishes shared share shares"
            + " sharing accessible accessed access accessable found provide provided provides download downloaded downloadable hosted"
            + " host hosts located obtained obtain viewed seen public publicly online upload uploaded offer offered distributed"
            + " maintained maintain deployed launched contribute contributed given summarized here hub"),
        (Cue.Pointer, "see visit check refer please view watch follow link links url"),
        (Cue.Use, "using uses use used based built builds extending extends extend extension adapted adopt adopted via leverages leveraging"
            + " funded powered utilizing utilize employ employing within evaluated compared following"),
        (Cue.Own, "our ours we us introduce introduced introduces present presents presented propose proposed proposes new novel"
            + " developed develop created create collect collected curated called named dubbed authors author's"));

    public static Cue Of(ReadOnlySpan<char> word)
    {
        if (word.Length > 24)
        {
            return Cue.None;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Cues.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out Cue cue) ? cue : Cue.None;
    }

    private static FrozenDictionary<string, Cue> Build(params (Cue Cue, string Words)[] lines)
    {
        var cues = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach ((Cue cue, string words) in lines)
        {
            foreach (string word in words.Split(' '))
            {
                cues[word] = cues.GetValueOrDefault(word) | cue;
            }
        }

        return cues.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
