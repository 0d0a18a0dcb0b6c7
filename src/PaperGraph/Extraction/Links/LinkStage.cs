namespace PaperGraph.Extraction.Links;

/// <summary>Finds the addresses of an abstract, what they are to the paper, and what is said to be released without one.</summary>
public sealed class LinkStage : IExtractionStage
{
    public string Name => "links";

    public void Extract(ExtractionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        List<FoundAddress> found = AddressScanner.Scan(draft.Abstract);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (FoundAddress address in found)
        {
            WebAddress web = WebAddress.Of(address);
            if (!seen.Add(web.Key))
            {
                continue;
            }

            draft.Links.Add(new CodeLink(
                address.Span.In(draft.Abstract).ToString(), web.Url, web.Host, web.Repository, LinkRole.Official, ReleaseStatus.Released, web.Folder, address.Span));
        }
    }
}
