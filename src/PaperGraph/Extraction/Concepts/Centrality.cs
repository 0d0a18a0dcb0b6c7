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

    private const float NamedTwice = 0.5f;
    private const float GetsShortFormInOrder = 0.3f;
    private const float CommonWordAlone = -0.5f;
    private const float EndsInClassWord = -0.5f;

    /// <summary>Bin of the document frequency from which a word alone is common.</summary>
    private const int CommonFrequency = 9;

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

    /// <summary>What counts for the place in the list alone, not for whether a concept is listed; log-odds.</summary>
    public static float InOrder(TaggedText text, in Candidate candidate)
    {
        (int first, int last) = (candidate.BestFirst, candidate.BestLast);
        bool one = text.PartCount(first, last) == 1;
        return (candidate.Count >= 2 ? NamedTwice : 0)
            + (candidate.HasShortForm ? GetsShortFormInOrder : 0)
            + (one && text.Words[first] is { IsCased: false, Frequency: >= CommonFrequency } && !text.Text[first].Has(TokenTraits.AllUpper) ? CommonWordAlone : 0)
            + (!one && IsClassWord(text.Text.FormOf(last)) ? EndsInClassWord : 0);
    }

    private static bool IsClassWord(ReadOnlySpan<char> form) => form is "method" or "methods" or "approach" or "approaches" or "technique" or "techniques" or "task" or "tasks"
        or "problem" or "problems" or "framework" or "frameworks" or "setting" or "settings";
}
