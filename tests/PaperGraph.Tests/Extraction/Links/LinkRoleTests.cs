using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;

namespace PaperGraph.Tests.Extraction.Links;

/// <summary>What the words around an address make of it; every sentence is our own.</summary>
public sealed class LinkRoleTests
{
    [Theory]
    [InlineData("The code is available at https://github.com/ann/tool.", LinkRole.Official)]
    [InlineData("All code, data and checkpoints are shared at https://github.com/ann/tool.", LinkRole.Official)]
    [InlineData("The source code of the tracker is hosted on https://ann.github.io/tool.", LinkRole.Official)]
    [InlineData("Our toolbox can be downloaded from http://lab.example.edu/toolbox.", LinkRole.Official)]
    [InlineData("It runs twice as fast. https://github.com/ann/tool", LinkRole.Official)]
    [InlineData("The datasets are available at https://github.com/ann/tool as well as the code of the baselines.", LinkRole.Official)]
    [InlineData("Code data and models are available at https://github.com/ann/tool.", LinkRole.Official)]
    [InlineData("For code and trained networks, visit https://github.com/ann/tool.", LinkRole.Official)]
    [InlineData("We make the \\href{https://github.com/ann/tool}{code available}.", LinkRole.Official)]
    [InlineData("The error falls by 3%.11Code is at https://github.com/ann/tool", LinkRole.Official)]
    [InlineData("The code will be public together with trained models at https://tool.example.org.", LinkRole.Official)]
    [InlineData("Code and more results are available at https://ann.github.io/tool.", LinkRole.Official)]
    [InlineData("We tested on a new benchmark, which we release at https://tool.example.org/bench.", LinkRole.Data)]
    [InlineData("The dataset is available at https://github.com/ann/words.", LinkRole.Data)]
    [InlineData("We release our corpus of letters at https://ann.github.io/words.", LinkRole.Data)]
    [InlineData("The benchmark and the baseline models can be found at https://github.com/ann/words.", LinkRole.Data)]
    [InlineData("We present WordBank, a dataset of letters. WordBank is available at https://github.com/ann/words.", LinkRole.Data)]
    [InlineData("We collect a new corpus (https://github.com/ann/words) of letters.", LinkRole.Data)]
    [InlineData("Our trained models are publicly available at https://github.com/ann/tool.", LinkRole.Model)]
    [InlineData("The weights are available at https://huggingface.co/ann/tool.", LinkRole.Model)]
    [InlineData("A video of the robot is available at https://ann.github.io/robot.", LinkRole.Demo)]
    [InlineData("Audio samples: https://ann.github.io/voice", LinkRole.Demo)]
    [InlineData("See https://youtu.be/a1B2c3D4e5F for the code.", LinkRole.Demo)]
    [InlineData("Try the web application (available at https://tool.example.org).", LinkRole.Demo)]
    [InlineData("Project page: https://ann.github.io/tool", LinkRole.ProjectPage)]
    [InlineData("More details are given at https://tool.example.org/.", LinkRole.ProjectPage)]
    [InlineData("Code and videos are available at https://sites.google.com/view/tool.", LinkRole.ProjectPage)]
    [InlineData("The code can be found on our project website: https://ann.github.io/tool.", LinkRole.ProjectPage)]
    [InlineData("It works on real robots. https://ann.github.io/tool", LinkRole.ProjectPage)]
    [InlineData("The full version of this paper is at https://arxiv.org/abs/2401.04088.", LinkRole.Mention)]
    [InlineData("We build the planner by extending MoveTool (https://github.com/bob/movetool) with a cost.", LinkRole.Mention)]
    [InlineData("The kernel builds on MoveTool (https://github.com/bob/movetool) and its blocks.", LinkRole.Mention)]
    [InlineData("We follow Bob et al. [2019, https://doi.org/10.1000/182] in the proof.", LinkRole.Mention)]
    [InlineData("A curated list of papers is kept at https://github.com/ann/papers.", LinkRole.List)]
    [InlineData("New works are collected at https://github.com/ann/Awesome-Trackers.", LinkRole.List)]
    public void Extract_Sentence_GivesTheRole(string text, LinkRole role) => Assert.Equal(role, Links(text).Last().Role);

    [Fact]
    public void Extract_SurveyWithAPaperList_IsAList() =>
        Assert.Equal(LinkRole.List, Assert.Single(Links("Follow-up updates are at https://github.com/ann/trackers.", "Object Tracking: A Survey")).Role);

    [Fact]
    public void Extract_SeveralAddressesOfOneSentence_EachByItsOwnWords()
    {
        CodeLink[] links = Links("The code is at https://github.com/ann/tool, the dataset at https://zenodo.org/records/1234 and a demo at"
            + " https://tool.example.org/try.");
        Assert.Equal([LinkRole.Official, LinkRole.Data, LinkRole.Demo], links.Select(link => link.Role));
    }

    [Fact]
    public void Extract_WordsBeforeTheNextAddress_BelongToThatOne()
    {
        CodeLink[] links = Links("The dataset is available at https://github.com/ann/words as well as the code: https://github.com/ann/tool.");
        Assert.Equal([LinkRole.Data, LinkRole.Official], links.Select(link => link.Role));
    }

    [Theory]
    [InlineData("The code will be released at https://github.com/ann/tool.", ReleaseStatus.Promised)]
    [InlineData("We will make our code public at https://github.com/ann/tool.", ReleaseStatus.Promised)]
    [InlineData("Code is to be published at https://github.com/ann/tool.", ReleaseStatus.Promised)]
    [InlineData("We plan to release the code at https://github.com/ann/tool.", ReleaseStatus.Promised)]
    [InlineData("Code at https://github.com/ann/tool upon acceptance.", ReleaseStatus.Promised)]
    [InlineData("Code is coming soon: https://github.com/ann/tool.", ReleaseStatus.Promised)]
    [InlineData("The code is available at https://github.com/ann/tool.", ReleaseStatus.Released)]
    [InlineData("The list at https://github.com/ann/papers will be updated.", ReleaseStatus.Released)]
    [InlineData("The papers are listed and will be updated at https://github.com/ann/papers.", ReleaseStatus.Released)]
    [InlineData("The code is available at https://github.com/ann/tool and will be merged into BigTool.", ReleaseStatus.Released)]
    [InlineData("This will help others. The code is available at https://github.com/ann/tool.", ReleaseStatus.Released)]
    [InlineData("We hope it will enable more work; code is at https://github.com/ann/tool.", ReleaseStatus.Released)]
    public void Extract_Sentence_GivesTheStatus(string text, ReleaseStatus status) => Assert.Equal(status, Assert.Single(Links(text)).Status);

    [Fact]
    public void Extract_OneReleasedOnePromised_EachItsOwn()
    {
        CodeLink[] links = Links("Code is available at https://github.com/ann/tool and the data will be released at https://ann.github.io/words.");
        Assert.Equal([ReleaseStatus.Released, ReleaseStatus.Promised], links.Select(link => link.Status));
    }

    private static CodeLink[] Links(string text, string title = "A title") => [.. new Extractor([new LinkStage()]).Extract(title, text).Links];
}
