using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>What a host is there for; it decides where the words around an address do not.</summary>
internal enum HostKind
{
    Other,

    /// <summary>Repositories of code.</summary>
    Code,

    /// <summary>Hugging Face and its like: models, data and demos in repositories.</summary>
    ModelHub,

    /// <summary>Pages of projects and people.</summary>
    Page,

    Video,

    /// <summary>An address behind which anything can stand.</summary>
    ShortLink,

    /// <summary>Papers and identifiers of papers.</summary>
    Paper,

    /// <summary>Deposits of data and software.</summary>
    Archive,

    /// <summary>Indexes and documentation of packages.</summary>
    Package,
}

/// <param name="ShortName">The host's name in records.</param>
/// <param name="IsWholeAddress">Whether the host alone is an address, without a path.</param>
/// <param name="HoldsAddresses">Whether its paths hold other addresses, as a web archive's do.</param>
internal readonly record struct HostRule(HostKind Kind, string ShortName, bool IsWholeAddress = false, bool HoldsAddresses = false);

/// <summary>The hosts that researchers' addresses lead to.</summary>
internal static class HostRules
{
    private static readonly Dictionary<string, HostRule> Known = new(StringComparer.Ordinal)
    {
        ["github.com"] = new(HostKind.Code, "github"),
        ["gitlab.com"] = new(HostKind.Code, "gitlab"),
        ["bitbucket.org"] = new(HostKind.Code, "bitbucket"),
        ["codeberg.org"] = new(HostKind.Code, "codeberg"),
        ["gitee.com"] = new(HostKind.Code, "gitee"),
        ["sourceforge.net"] = new(HostKind.Code, "sourceforge"),
        ["raw.githubusercontent.com"] = new(HostKind.Code, "github"),
        ["gist.github.com"] = new(HostKind.Code, "gist.github.com"),
        ["code.google.com"] = new(HostKind.Code, "code.google.com"),
        ["anonymous.4open.science"] = new(HostKind.Code, "anonymous.4open.science"),
        ["anon-github.automl.cc"] = new(HostKind.Code, "anon-github.automl.cc"),
        ["codeocean.com"] = new(HostKind.Code, "codeocean.com"),
        ["huggingface.co"] = new(HostKind.ModelHub, "huggingface"),
        ["modelscope.cn"] = new(HostKind.ModelHub, "modelscope"),
        ["tfhub.dev"] = new(HostKind.ModelHub, "tfhub.dev"),
        ["sites.google.com"] = new(HostKind.Page, "sites.google.com"),
        ["youtu.be"] = new(HostKind.Video, "youtu.be"),
        ["youtube.com"] = new(HostKind.Video, "youtube.com"),
        ["vimeo.com"] = new(HostKind.Video, "vimeo.com"),
        ["bilibili.com"] = new(HostKind.Video, "bilibili.com"),
        ["git.io"] = new(HostKind.ShortLink, "git.io"),
        ["bit.ly"] = new(HostKind.ShortLink, "bit.ly"),
        ["goo.gl"] = new(HostKind.ShortLink, "goo.gl"),
        ["tinyurl.com"] = new(HostKind.ShortLink, "tinyurl.com"),
        ["aka.ms"] = new(HostKind.ShortLink, "aka.ms"),
        ["tiny.cc"] = new(HostKind.ShortLink, "tiny.cc"),
        ["shorturl.at"] = new(HostKind.ShortLink, "shorturl.at"),
        ["rebrand.ly"] = new(HostKind.ShortLink, "rebrand.ly"),
        ["cutt.ly"] = new(HostKind.ShortLink, "cutt.ly"),
        ["rb.gy"] = new(HostKind.ShortLink, "rb.gy"),
        ["t.ly"] = new(HostKind.ShortLink, "t.ly"),
        ["t.co"] = new(HostKind.ShortLink, "t.co"),
        ["is.gd"] = new(HostKind.ShortLink, "is.gd"),
        ["ow.ly"] = new(HostKind.ShortLink, "ow.ly"),
        ["arxiv.org"] = new(HostKind.Paper, "arxiv"),
        ["doi.org"] = new(HostKind.Paper, "doi.org"),
        ["dx.doi.org"] = new(HostKind.Paper, "dx.doi.org"),
        ["dl.acm.org"] = new(HostKind.Paper, "dl.acm.org"),
        ["aclanthology.org"] = new(HostKind.Paper, "aclanthology.org"),
        ["openreview.net"] = new(HostKind.Paper, "openreview.net"),
        ["ieeexplore.ieee.org"] = new(HostKind.Paper, "ieeexplore.ieee.org"),
        ["biorxiv.org"] = new(HostKind.Paper, "biorxiv.org"),
        ["hal.science"] = new(HostKind.Paper, "hal.science"),
        ["semanticscholar.org"] = new(HostKind.Paper, "semanticscholar.org"),
        ["zenodo.org"] = new(HostKind.Archive, "zenodo"),
        ["figshare.com"] = new(HostKind.Archive, "figshare.com"),
        ["osf.io"] = new(HostKind.Archive, "osf.io"),
        ["kaggle.com"] = new(HostKind.Archive, "kaggle.com"),
        ["ieee-dataport.org"] = new(HostKind.Archive, "ieee-dataport.org"),
        ["dataverse.harvard.edu"] = new(HostKind.Archive, "dataverse.harvard.edu"),
        ["data.mendeley.com"] = new(HostKind.Archive, "data.mendeley.com"),
        ["physionet.org"] = new(HostKind.Archive, "physionet.org"),
        ["drive.google.com"] = new(HostKind.Archive, "drive.google.com"),
        ["pypi.org"] = new(HostKind.Package, "pypi.org"),
        ["pypi.python.org"] = new(HostKind.Package, "pypi.python.org"),
        ["anaconda.org"] = new(HostKind.Package, "anaconda.org"),
        ["npmjs.com"] = new(HostKind.Package, "npmjs.com"),
        ["hub.docker.com"] = new(HostKind.Package, "hub.docker.com"),
        ["cran.r-project.org"] = new(HostKind.Package, "cran.r-project.org"),
        ["index.ros.org"] = new(HostKind.Package, "index.ros.org"),
        ["web.archive.org"] = new(HostKind.Other, "web.archive.org", HoldsAddresses: true),
    };

    /// <summary>Domains of pages: a project's or a person's page is a host below them.</summary>
    private static readonly string[] PageDomains = [".github.io", ".gitlab.io", ".netlify.app", ".vercel.app", ".pages.dev", ".wixsite.com", ".weebly.com",
        ".wordpress.com", ".notion.site", ".readthedocs.io", ".web.app", ".herokuapp.com"];

    /// <param name="host">Lower case; <c>www.</c> and a port are looked over.</param>
    public static HostRule Of(string host)
    {
        string name = RepositoryHosts.Canonical(host);
        if (Known.TryGetValue(name, out HostRule rule))
        {
            return rule;
        }

        foreach (string domain in PageDomains)
        {
            if (name.EndsWith(domain, StringComparison.Ordinal))
            {
                return new HostRule(HostKind.Page, domain is ".github.io" or ".gitlab.io" ? domain[1..] : name, IsWholeAddress: true);
            }
        }

        return new HostRule(RepositoryHosts.LayoutOf(name) != RepositoryLayout.None ? HostKind.Code : HostKind.Other, name);
    }

    /// <summary>Whether a text begins with a host of this list and a slash.</summary>
    public static bool StartsWithKnownHost(ReadOnlySpan<char> text)
    {
        int slash = text[..Math.Min(text.Length, 64)].IndexOf('/');
        return slash > 0 && Known.ContainsKey(RepositoryHosts.Canonical(text[..slash]));
    }

    /// <summary>Whether a host name that was broken behind <paramref name="host"/> goes on with <paramref name="rest"/>: <c>github.</c> and
    /// <c>com/</c>.</summary>
    /// <param name="host">Ends in a full stop.</param>
    public static bool IsBrokenBefore(string host, ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> name = host.StartsWith("www.", StringComparison.Ordinal) ? host.AsSpan(4) : host;
        if (name.IsEmpty || rest.Length < 3)
        {
            return false;
        }

        foreach (string known in Known.Keys)
        {
            if (known.Length > name.Length && known.AsSpan().StartsWith(name) && rest.StartsWith(known.AsSpan(name.Length), StringComparison.OrdinalIgnoreCase)
                && known.Length - name.Length < rest.Length && rest[known.Length - name.Length] is '/' or ' ')
            {
                return true;
            }
        }

        return name.EndsWith(".github.") && rest.StartsWith("io", StringComparison.OrdinalIgnoreCase)
            && (rest.Length == 2 || rest[2] is '/' or '.' or ' ');
    }

    /// <summary>How many characters before the host belong to the text: a footnote mark, or the word before, when a known host follows.</summary>
    public static int GlueLength(string host, bool isExplicit)
    {
        if (isExplicit || Known.ContainsKey(host))
        {
            return 0;
        }

        int best = 0;
        foreach ((string known, HostRule rule) in Known)
        {
            if (rule.Kind is not (HostKind.Paper or HostKind.Other) && known.Length > 6 && host.Length > known.Length
                && host.EndsWith(known, StringComparison.Ordinal) && host[^(known.Length + 1)] is not ('.' or '-'))
            {
                best = Math.Max(best, host.Length - known.Length);
            }
        }

        if (best == 0 && host.EndsWith(".github.io", StringComparison.Ordinal))
        {
            // A page of GitHub has one label before the domain: what stands before that one ends the sentence before.
            int label = host.LastIndexOf('.', host.Length - ".github.io".Length - 1);
            best = label >= 0 ? label + 1 : 0;
        }

        return best;
    }
}
