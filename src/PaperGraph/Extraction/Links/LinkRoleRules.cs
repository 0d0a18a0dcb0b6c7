namespace PaperGraph.Extraction.Links;

/// <summary>What an address has to do with the paper: the words first, the host second.</summary>
internal static class LinkRoleRules
{
    /// <summary>How far an abstract is searched as a whole: what is longer is none, and must not cost more for each address.</summary>
    private const int AbstractLength = 4000;

    private static readonly string[] Surveys = ["survey", "review", "overview", "taxonomy", "roadmap", "state of the art", "recent advances",
        "challenges and", "perspective", "progress in", "landscape"];

    private static readonly string[] ListNames = ["awesome", "paper", "survey", "reading-list", "readinglist", "literature", "bibliography"];

    private static readonly WordSet Collecting = new("curated collection list updates updated maintain follow-up dedicated resources summarized");

    public static LinkRole Of(LinkContext context, WebAddress address, LinkThings things)
    {
        if (address.Kind == HostKind.Video)
        {
            return LinkRole.Demo;
        }

        if (address.Kind == HostKind.Paper)
        {
            return OfPaperAddress(address, things);
        }

        if (IsMention(context, address))
        {
            return LinkRole.Mention;
        }

        if (IsList(context, address, things))
        {
            return LinkRole.List;
        }

        return things.Said == Cue.None ? OfHost(context, address, things) : OfThings(context, address, things);
    }

    private static LinkRole OfThings(LinkContext context, WebAddress address, LinkThings things)
    {
        Cue said = things.Said;
        bool repository = IsRepositoryHost(address);
        bool code = Has(said, Cue.Code);
        if (!repository)
        {
            bool page = Has(said, Cue.Page);
            bool mixed = Has(said, Cue.Demo) && Has(said, Cue.Code | Cue.Data | Cue.More | Cue.Result | Cue.Model | Cue.Software | Cue.Service | Cue.Resource);
            bool supplement = code && Has(said, Cue.More) && address.Kind != HostKind.Archive;
            if (page || mixed || supplement)
            {
                return LinkRole.ProjectPage;
            }
        }

        if (address.Repository is { } hub && address.Kind == HostKind.ModelHub)
        {
            // The hub says in the address what it keeps there; the words must name code first to overrule it.
            bool data = hub.StartsWith("datasets/", StringComparison.Ordinal) && Has(things.First, Cue.Data);
            bool space = hub.StartsWith("spaces/", StringComparison.Ordinal) && (Has(said, Cue.Demo | Cue.Service) || !code);
            if (data || space)
            {
                return data ? LinkRole.Data : LinkRole.Demo;
            }
        }

        if (address.Kind == HostKind.Archive && Has(said, Cue.Data) && context.HasRepositoryElsewhere)
        {
            return LinkRole.Data;
        }

        if (code)
        {
            return LinkRole.Official;
        }

        if (Has(said, Cue.Data) && (!Has(said, Cue.Software) || Has(things.First, Cue.Data)))
        {
            return Has(said, Cue.Software) && repository ? LinkRole.Official : LinkRole.Data;
        }

        if (Has(said, Cue.Software))
        {
            return repository || things.IsReleased ? LinkRole.Official : LinkRole.ProjectPage;
        }

        if (Has(said, Cue.Service) && !Has(said, Cue.Model))
        {
            return repository ? LinkRole.Official : LinkRole.Demo;
        }

        if (Has(said, Cue.Model) && things.IsReleased)
        {
            return LinkRole.Model;
        }

        if (Has(said, Cue.Demo))
        {
            return LinkRole.Demo;
        }

        return Has(said, Cue.More | Cue.Result | Cue.Page | Cue.Resource) && !repository ? LinkRole.ProjectPage : OfHost(context, address, things);
    }

    /// <summary>Where the words name no thing: the name that is released, else what the host is there for.</summary>
    private static LinkRole OfHost(LinkContext context, WebAddress address, LinkThings things)
    {
        switch (address.Kind)
        {
            case HostKind.ModelHub:
                return address.Repository is { } name && name.StartsWith("datasets/", StringComparison.Ordinal) ? LinkRole.Data
                    : address.Repository is { } space && space.StartsWith("spaces/", StringComparison.Ordinal) ? LinkRole.Demo
                    : LinkRole.Model;
            case HostKind.Archive:
                return LinkRole.Data;
            case HostKind.Package:
                return LinkRole.Official;
        }

        LinkRole? named = NamedThing.RoleOf(context);
        bool repository = IsRepositoryHost(address);
        if (things.IsReleased && named == LinkRole.Data)
        {
            return LinkRole.Data;
        }

        bool software = things.IsReleased && named == LinkRole.Official && address.Kind is HostKind.Other or HostKind.ShortLink;
        return repository || software ? LinkRole.Official : LinkRole.ProjectPage;
    }

    /// <summary>A preprint or an identifier is somebody's paper, unless the words say that data or software is deposited there.</summary>
    private static LinkRole OfPaperAddress(WebAddress address, LinkThings things)
    {
        bool deposit = address.Host != "arxiv" && (address.Key.Contains("zenodo", StringComparison.Ordinal)
            || address.Key.Contains("figshare", StringComparison.Ordinal)
            || address.Key.Contains("dryad", StringComparison.Ordinal));
        bool data = Has(things.Said, Cue.Data) && things.IsReleased && address.Host != "arxiv";
        bool code = Has(things.Said, Cue.Code | Cue.Software) && things.IsReleased && deposit;
        return data ? LinkRole.Data : code ? LinkRole.Official : deposit ? LinkRole.Data : LinkRole.Mention;
    }

    /// <summary>In brackets behind something that is used, or behind a name of somebody else's, with no word of release.</summary>
    private static bool IsMention(LinkContext context, WebAddress address)
    {
        if (context.Before.Count == 0 || context.IsInherited)
        {
            return false;
        }

        List<CueWord> words = context.Before;
        int use = words.FindLastIndex(word => word.Has(Cue.Use));
        int own = words.FindLastIndex(word => word.Has(Cue.Own));
        bool used = use >= 0 && words.Count - use <= 7 && use > own && !words.Exists(word => word.Has(Cue.Release | Cue.Pointer));
        if (context.IsAnnounced && words.FindIndex(word => word.In(context.Text) is "we" or "We") is var subject && (subject < 0 || subject > use))
        {
            // "Code using NumericTool: URL" gives the code.
            return false;
        }

        bool apposition = context.Opening is '(' or '[' or '{';
        return used && (apposition || address.Kind is HostKind.Other or HostKind.Code or HostKind.Archive or HostKind.ModelHub or HostKind.Package);
    }

    private static bool IsList(LinkContext context, WebAddress address, LinkThings things)
    {
        if (Has(things.Said, Cue.Code) && things.IsReleased && !context.Before.Exists(word => word.Has(Cue.List)))
        {
            return false;
        }

        bool awesome = address.Repository is { } name && name.Contains("awesome", StringComparison.OrdinalIgnoreCase);
        bool listName = address.Repository is { } repository && Array.Exists(ListNames, part => repository.Contains(part, StringComparison.OrdinalIgnoreCase));
        bool survey = Array.Exists(Surveys, word => context.Title.Contains(word, StringComparison.OrdinalIgnoreCase))
            || context.Text.AsSpan(0, Math.Min(context.Text.Length, AbstractLength)).Contains("this survey", StringComparison.OrdinalIgnoreCase);
        bool words = context.Before.Exists(word => word.Has(Cue.List)) || context.After.Exists(word => word.Is(context.Text, "papers"));
        bool collected = context.Before.Exists(word => Collecting.Has(word.In(context.Text)));
        return awesome || (IsRepositoryHost(address) && ((survey && (listName || words || collected || things.Said == Cue.None)) || (words && collected)));
    }

    private static bool IsRepositoryHost(WebAddress address) => address.Kind is HostKind.Code or HostKind.ModelHub;

    private static bool Has(Cue said, Cue cue) => (said & cue) != 0;
}
