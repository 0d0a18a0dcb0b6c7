using PaperGraph.Extraction.Tagging;
using PaperGraph.Extraction.Text;

namespace PaperGraph.Extraction.Concepts;

/// <summary>Sentences in which the authors say what they do: <c>we propose</c>, <c>this paper</c>, <c>is presented</c>.</summary>
internal static class ProposingSentence
{
    /// <summary>Words between the verb and what it presents: an article, an adjective.</summary>
    private const int MostBetween = 2;

    /// <param name="isFirstPerson">Whether the sentence says <c>we</c> or <c>our</c>.</param>
    public static bool StartsAt(TaggedText text, int start, out bool isFirstPerson)
    {
        bool self = false, verb = false;
        isFirstPerson = false;
        for (int i = start; i < text.Count && (i == start || !text.Text[i].Has(TokenTraits.SentenceStart)); i++)
        {
            WordSigns signs = text.Signs[i];
            isFirstPerson |= (signs & WordSigns.FirstPerson) != 0;
            self |= (signs & WordSigns.Points) != 0 && i + 1 < text.Count && (text.Signs[i + 1] & WordSigns.Publication) != 0;
            verb |= (signs & (WordSigns.Presents | WordSigns.Describes)) != 0;
        }

        return self || isFirstPerson || verb;
    }

    /// <summary>Whether what starts here follows a proposing verb of its sentence at once.</summary>
    public static bool PresentsAt(TaggedText text, int first)
    {
        int earliest = Math.Max(0, first - 1 - MostBetween);
        for (int i = first - 1; i >= earliest && !text.Text[i + 1].Has(TokenTraits.SentenceStart); i--)
        {
            if (text.Tags[i] is PartOfSpeech.FiniteVerb or PartOfSpeech.PastVerb or PartOfSpeech.BaseVerb or PartOfSpeech.Participle && (text.Signs[i] & WordSigns.Presents) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
