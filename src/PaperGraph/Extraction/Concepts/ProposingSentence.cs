using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Sentences in which the authors say what they do: <c>we propose</c>, <c>this paper</c>, <c>is presented</c>.</summary>
internal static class ProposingSentence
{
    public static bool StartsAt(TaggedText text, int start)
    {
        bool self = false, verb = false;
        for (int i = start; i < text.Count && (i == start || !text.Text[i].Has(TokenTraits.SentenceStart)); i++)
        {
            ReadOnlySpan<char> form = text.Text.FormOf(i);
            self |= form is "we" or "our" || (form is "this" or "the" && i + 1 < text.Count && text.Text.FormOf(i + 1) is "paper" or "work" or "article" or "study" or "thesis" or "survey");
            verb |= form is "propose" or "proposes" or "proposed" or "introduce" or "introduces" or "introduced" or "present" or "presents" or "presented" or "develop" or "develops" or "developed"
                or "describe" or "describes" or "described" or "study" or "investigate" or "design" or "call" or "called" or "named" or "dubbed";
        }

        return self || verb;
    }
}
