using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>What the paper is about comes before what it mentions: log-odds added to the learned ones.</summary>
/// <remarks>
/// The collections that the ranker learns from say little about it: indexers list all topics, and hardly any system has its name among the keywords.
/// The signs are those of central concepts in recent papers (title, repetition, a short form of its own, a name in the title), at a third of their
/// log-odds there, as the ranker knows a share of them already.
/// </remarks>
internal static class Centrality
{
    private const float InTitle = 0.7f;
    private const float WholePhraseOfTitle = 0.3f;
    private const float NamedThreeTimes = 1;
    private const float GetsShortForm = 1.2f;
    private const float NameInTitle = 2;
    private const float NameRepeated = 1;

    public static float Of(TaggedText text, in Candidate candidate)
    {
        ref readonly Token first = ref text.Text[candidate.BestFirst];
        bool isName = candidate.BestFirst == candidate.BestLast && first.Has(TokenTraits.InnerUpper | TokenTraits.AllUpper | TokenTraits.HasDigit);
        return (candidate.TitleCount > 0 ? InTitle : 0)
            + (candidate.HeadsTitle ? WholePhraseOfTitle : 0)
            + (candidate.Count >= 3 ? NamedThreeTimes : 0)
            + (candidate.HasShortForm ? GetsShortForm : 0)
            + (isName && candidate.TitleCount > 0 ? NameInTitle : 0)
            + (isName && candidate.Count >= 2 ? NameRepeated : 0);
    }
}
