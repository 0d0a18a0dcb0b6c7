using PaperGraph.Extraction;
using PaperGraph.Extraction.Links;
using PaperGraph.Tokens;

namespace PaperGraph.Graph.Building;

/// <summary>The paper nodes.</summary>
internal static class PaperNodes
{
    /// <summary>The estimate in every build: a graph must not depend on which build made it.</summary>
    private static readonly EstimatedTokenCounter Tokens = new();

    public static void Add(MergedPaper paper, CodeStatus status, IGraphWriter graph)
    {
        var properties = new List<KeyValuePair<PropertyKey, PropertyValue>>
        {
            new(PropertyKey.Title, paper.Title),
            new(PropertyKey.Name, PaperName.Of(paper.Title, paper.Extraction.Introduces)),
            new(PropertyKey.Abstract, paper.Abstract),
            new(PropertyKey.CodeStatus, ValueNames.Of(status)),
            new(PropertyKey.Tokens, Tokens.Count(paper.Title) + Tokens.Count(paper.Abstract)),
        };
        AddText(PropertyKey.Date, paper.Date?.ToString());
        AddNumber(PropertyKey.Year, paper.Date?.Year);
        if (!paper.Authors.IsEmpty)
        {
            properties.Add(new(PropertyKey.Authors, paper.Authors));
        }

        AddNumber(PropertyKey.AuthorCount, paper.AuthorCount);
        AddText(PropertyKey.Organisation, paper.Organisation);
        AddNumber(PropertyKey.Comments, paper.Comments);
        AddText(PropertyKey.Venue, paper.Venue);
        AddText(PropertyKey.Url, paper.Url);
        AddText(PropertyKey.Doi, paper.Doi);
        AddText(PropertyKey.Arxiv, paper.Arxiv);
        if (!paper.SourceIds.IsEmpty)
        {
            properties.Add(new(PropertyKey.SourceIds, paper.SourceIds));
        }

        graph.AddNode(NodeLabel.Paper, paper.Id.ToString(), PropertySet.Of(properties));

        void AddText(PropertyKey key, string? text)
        {
            if (text is not null)
            {
                properties.Add(new(key, text));
            }
        }

        void AddNumber(PropertyKey key, int? number)
        {
            if (number is { } value)
            {
                properties.Add(new(key, value));
            }
        }
    }
}
