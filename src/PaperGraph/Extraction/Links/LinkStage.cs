namespace PaperGraph.Extraction.Links;

/// <summary>Finds the addresses of an abstract, what they are to the paper, and what is said to be released without one.</summary>
public sealed class LinkStage : IExtractionStage
{
    public string Name => "links";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (AddressScanner.Scan(draft.Abstract) is not { } found)
        {
            ClaimFinder.Find(draft, [], Cue.None);
            return;
        }

        List<WebAddress> addresses = found.ConvertAll(WebAddress.Of);
        int codeHosts = addresses.Count(address => address.Kind == HostKind.Code);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        LinkContext? previous = null;
        Cue covered = Cue.None;
        for (int i = 0; i < found.Count; i++)
        {
            FoundAddress address = found[i];
            int next = i + 1 < found.Count ? found[i + 1].Span.Start : draft.Abstract.Length;
            bool repositoryElsewhere = codeHosts > (addresses[i].Kind == HostKind.Code ? 1 : 0);
            LinkContext context = LinkContext.Of(draft.Title, draft.Abstract, address.Span, previous, next, repositoryElsewhere);
            previous = context;
            WebAddress web = addresses[i];
            LinkThings things = LinkThings.Of(context);
            if (seen.Add(web.Key))
            {
                LinkRole role = LinkRoleRules.Of(context, web, things);
                covered |= things.Said | Covered(role);
                draft.Links.Add(new CodeLink(
                    address.Span.In(draft.Abstract).ToString(),
                    web.Url,
                    web.Host,
                    web.Repository,
                    role,
                    ReleaseStatusRules.Of(context, web),
                    web.Folder,
                    address.Span));
            }
        }

        ClaimFinder.Find(draft, found.ConvertAll(address => address.Span), covered);
    }

    /// <summary>What need not be claimed any more where a link of this role stands.</summary>
    private static Cue Covered(LinkRole role) => role switch
    {
        LinkRole.Official => Cue.Code | Cue.Software | Cue.Service,
        LinkRole.Data => Cue.Data,
        LinkRole.Model => Cue.Model,
        LinkRole.Demo => Cue.Demo,
        _ => Cue.None,
    };
}
