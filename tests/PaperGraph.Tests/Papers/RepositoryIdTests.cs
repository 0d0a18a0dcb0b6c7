using PaperGraph.Papers;

namespace PaperGraph.Tests.Papers;

public sealed class RepositoryIdTests
{
    [Theory]
    [InlineData("https://github.com/Owner/Name", "github.com/owner/name")]
    [InlineData("http://www.github.com/owner/name.git", "github.com/owner/name")]
    [InlineData("github.com/owner/name/", "github.com/owner/name")]
    [InlineData("git@github.com:owner/name.git", "github.com/owner/name")]
    [InlineData("https://github.com/owner/name/tree/main/some/folder", "github.com/owner/name")]
    [InlineData("https://github.com/owner/name?tab=readme#top", "github.com/owner/name")]
    [InlineData("https://gitlab.com/group/sub/name/-/tree/main/x", "gitlab.com/group/sub/name")]
    [InlineData("https://gitlab.example.edu/lab/team/tool", "gitlab.example.edu/lab/team/tool")]
    [InlineData("https://git.example.edu/lab/tool.git", "git.example.edu/lab/tool")]
    [InlineData("https://gitee.com/owner/name", "gitee.com/owner/name")]
    [InlineData("https://bitbucket.org/owner/name/src/master/dir", "bitbucket.org/owner/name")]
    [InlineData("https://codeberg.org/owner/name", "codeberg.org/owner/name")]
    [InlineData("https://hf.co/datasets/Owner/Name", "huggingface.co/datasets/owner/name")]
    [InlineData("https://huggingface.co/owner/name/tree/main", "huggingface.co/owner/name")]
    [InlineData("https://huggingface.co/spaces/owner/name", "huggingface.co/spaces/owner/name")]
    [InlineData("https://sourceforge.net/p/name/code", "sourceforge.net/projects/name")]
    public void TryParse_EveryWayToWriteARepository_GivesItsKey(string text, string key)
    {
        Assert.True(RepositoryId.TryParse(text, out RepositoryId id));
        Assert.Equal(key, id.ToString());
    }

    [Theory]
    [InlineData("https://github.com/owner")]
    [InlineData("https://gist.github.com/owner/0123456789abcdef")]
    [InlineData("https://github.com/owner/name/issues/7")]
    [InlineData("https://raw.githubusercontent.com/owner/name/main/file.txt")]
    [InlineData("https://github.com/orgs/owner")]
    [InlineData("https://owner.github.io/name")]
    [InlineData("https://huggingface.co/owner")]
    [InlineData("https://huggingface.co/papers/2401.04088")]
    [InlineData("https://example.org/owner/name")]
    [InlineData("owner/name")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_WhatIsNoRepository_IsFalse(string? text) => Assert.False(RepositoryId.TryParse(text, out _));

    [Fact]
    public void Equals_OwnerInCapitals_EqualsLowerCase() =>
        Assert.Equal(RepositoryId.Parse("https://GitHub.com/OWNER/Name"), RepositoryId.Parse("github.com/owner/name"));

    [Fact]
    public void Parse_ItsOwnTextAndUrl_GiveItBack()
    {
        foreach (string text in new[] { "https://github.com/Owner/Na.me_1", "gitlab.com/a/b/c/d", "hf.co/datasets/o/n", "https://github.com/o/x.git.git" })
        {
            RepositoryId id = RepositoryId.Parse(text);
            Assert.Equal(id, RepositoryId.Parse(id.ToString()));
            Assert.Equal(id, RepositoryId.Parse(id.Url));
            Assert.Equal(0, id.CompareTo(RepositoryId.Parse(id.Url)));
        }
    }

    [Fact]
    public void TryParse_FolderOfARepository_StandsOnTheAddressAlone()
    {
        Assert.True(RepositoryAddress.TryParse("https://github.com/Owner/Name/tree/v2/sub/dir/", out RepositoryAddress? address));
        Assert.Equal("sub/dir", address.Folder);
        Assert.Equal("Owner/Name", address.Repository);
        Assert.Equal("https://github.com/Owner/Name", address.Url);
    }

    [Fact]
    public void Parse_NoRepository_SaysWhatWasWrong() =>
        Assert.Contains("\"github.com/owner\"", Assert.Throws<FormatException>(() => RepositoryId.Parse("github.com/owner")).Message, StringComparison.Ordinal);

    [Fact]
    public void Default_IsNoRepository()
    {
        Assert.Equal("", default(RepositoryId).ToString());
        Assert.Equal("", default(RepositoryId).Url);
    }
}
