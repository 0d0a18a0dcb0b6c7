using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Papers;

namespace PaperGraph.Tests.Extraction.Links;

/// <summary>Claims and promises without an address; every sentence is our own.</summary>
public sealed class ReleaseClaimTests
{
    [Theory]
    [InlineData("Our code is publicly available.", "code released")]
    [InlineData("The source code will be made public.", "code promised")]
    [InlineData("Code and models will be released.", "code promised, model promised")]
    [InlineData("We will release our code and dataset upon acceptance.", "code promised, data promised")]
    [InlineData("We release a corpus of letters.", "data released")]
    [InlineData("We make the weights available to the community.", "model released")]
    [InlineData("We have open-sourced the toolbox.", "code released")]
    [InlineData("We present Mapper, an open-source library for maps.", "code released")]
    [InlineData("Code is available on GitHub.", "code released")]
    [InlineData("The code is open-access and publicly available.", "code released")]
    [InlineData("Our source code will become available after the review.", "code promised")]
    [InlineData("An open-source implementation in C is also provided.", "code released")]
    [InlineData("We provide our code via an archive.", "code released")]
    [InlineData("We implemented an open-source library of metrics.", "code released")]
    [InlineData("Mapper is released as an open source library in Rust.", "code released")]
    [InlineData("We provide a simple open-source implementation of the method.", "code released")]
    [InlineData("We label ten thousand letters, which will be made publicly available.", "")]
    [InlineData("We build a dataset of letters, which will be made publicly available.", "data promised")]
    [InlineData("The data can be had on request, and the dataset is available for research purposes.", "data released")]
    public void Extract_Claim_IsFound(string text, string claims) => Assert.Equal(claims, Claims(text));

    [Theory]
    [InlineData("We test on three publicly available datasets.")]
    [InlineData("Experiments on publicly available data show its strength.")]
    [InlineData("The decoder maps latent codes to released spikes.")]
    [InlineData("We study linear codes whose parameters are available in closed form.")]
    [InlineData("When labelled data is available, the error falls.")]
    [InlineData("Ground truth data for all tasks is available for every frame.")]
    [InlineData("We use a solver that is publicly available.")]
    [InlineData("Two tasks share the parameters of one model.")]
    [InlineData("A release signal frees the gripper.")]
    [InlineData("As more code becomes available, models learn to write it.")]
    [InlineData("We provide code words of length eight.")]
    [InlineData("We compare open-source models with closed ones.")]
    [InlineData("The sensor data needs to be made available to the robot.")]
    [InlineData("By sharing the weights, the model gets smaller.")]
    [InlineData("The law of public goods is discussed.")]
    public void Extract_OtherPeoplesOrOtherThings_ClaimNothing(string text) => Assert.Equal("", Claims(text));

    [Fact]
    public void Extract_WhatALinksSentenceNames_IsNotClaimedAgain() =>
        Assert.Equal("", Claims("Our code is publicly available. The code is at https://github.com/ann/tool."));

    [Fact]
    public void Extract_AnotherThingBesideALink_IsClaimed() =>
        Assert.Equal("data promised", Claims("Code is available at https://github.com/ann/tool and the data will be shared upon request."));

    [Fact]
    public void Extract_Claim_HasItsSentenceAsSpan()
    {
        const string text = "It is fast, e.g. on phones. Our code is publicly available. It is small.";
        ReleaseClaim claim = Assert.Single(new Extractor([new LinkStage()]).Extract("A title", text).Claims);
        Assert.Equal("Our code is publicly available.", claim.Span.In(text).ToString());
    }

    [Theory]
    [InlineData("Code: https://github.com/ann/tool.", CodeStatus.Released)]
    [InlineData("Code will be at https://github.com/ann/tool. We also release our code.", CodeStatus.Promised)]
    [InlineData("Our code is publicly available. The dataset is at https://zenodo.org/records/1.", CodeStatus.Claimed)]
    [InlineData("Our code will be released.", CodeStatus.Promised)]
    [InlineData("The dataset is at https://zenodo.org/records/1.", CodeStatus.None)]
    [InlineData("We built the tracker using BigTool (https://github.com/bob/bigtool).", CodeStatus.None)]
    [InlineData("Nothing is said.", CodeStatus.None)]
    public void CodeStatus_FollowsTheStrongestWord(string text, CodeStatus status) =>
        Assert.Equal(status, CodeStatusRule.Of(new Extractor([new LinkStage()]).Extract("A title", text)));

    [Theory]
    [InlineData("It is new. The code is at https://github.com/ann/my.tool. It is small.", "The code is at https://github.com/ann/my.tool.")]
    [InlineData("It is new.Code is at https: //github. com/ann/tool.", "Code is at https: //github. com/ann/tool.")]
    [InlineData("https://github.com/ann/tool", "https://github.com/ann/tool")]
    public void Around_ALink_IsItsSentence(string text, string sentence)
    {
        CodeLink link = Assert.Single(new Extractor([new LinkStage()]).Extract("A title", text).Links);
        TextSpan evidence = ReleaseSentence.Around(text, link.Span);
        Assert.True(evidence.Contains(link.Span));
        Assert.Equal(sentence, evidence.In(text).ToString());
    }

    private static string Claims(string text) => string.Join(
        ", ",
        new Extractor([new LinkStage()]).Extract("A title", text).Claims.Select(claim => $"{claim.What} {claim.Status}".ToLowerInvariant()));
}
