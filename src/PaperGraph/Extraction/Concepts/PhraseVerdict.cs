using System.Runtime.InteropServices;
using PaperGraph.Extraction.Acronyms;
using PaperGraph.Extraction.Links;
using PaperGraph.Extraction.Tagging;

namespace PaperGraph.Extraction.Concepts;

/// <summary>What extraction made of a phrase; the later, the nearer to a concept.</summary>
public enum PhraseFate
{
    /// <summary>Its words stand nowhere side by side, in any number or case.</summary>
    NotInText,

    /// <summary>They stand there, but nowhere as a noun phrase or a part of one that is worth a look.</summary>
    NoCandidate,

    /// <summary>A candidate whose chances were too small.</summary>
    Unlikely,

    /// <summary>Another spelling of a concept: its short form, or the same with a class word or an adjective that praises.</summary>
    OtherSpelling,

    /// <summary>A concept.</summary>
    Listed,
}

/// <summary>Why a phrase is, or is not, among the concepts of a text.</summary>
/// <param name="Choice">Chance that an expert would choose it, 0 to 1, before calibration; 0 for what is no candidate.</param>
/// <param name="ChoiceNeeded">With this chance it is listed.</param>
/// <param name="Term">Chance that it is a term at all, 0 to 1.</param>
/// <param name="TermNeeded">With this chance it is listed, too; null for a common word alone, which no such chance helps.</param>
/// <param name="Name">Under which name it was listed; null where it was not.</param>
public sealed record PhraseVerdict(PhraseFate Fate, double Choice, double ChoiceNeeded, double Term, double? TermNeeded, string? Name)
{
    private static readonly PhraseVerdict None = new(PhraseFate.NotInText, 0, 0, 0, null, null);

    /// <summary>Extracts the text again and looks what became of the phrase.</summary>
    public static PhraseVerdict Of(string title, string abstractText, string phrase)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(abstractText);
        ArgumentNullException.ThrowIfNull(phrase);
        var draft = new ExtractionDraft(title, abstractText);
        new LinkStage().Extract(draft);
        new AcronymStage().Extract(draft);
        ExtractionModel model = ExtractionModel.Shipped;
        var workspace = new Workspace(model);
        workspace.Read(title, abstractText, CollectionsMarshal.AsSpan(draft.Links), draft.Acronyms);
        model.Ranker.Score(workspace.Text, workspace.Features, workspace.Candidates);
        ulong hash = workspace.HashOf(phrase);
        int number = hash == 0 ? -1 : workspace.Candidates.Find(hash);
        if (number < 0)
        {
            return hash != 0 && StandsIn(workspace.Text, hash) ? None with { Fate = PhraseFate.NoCandidate } : None;
        }

        // Its own chances, before other spellings add theirs.
        Candidate own = workspace.Candidates.Items[number];
        ConceptAssembler.Assemble(workspace, draft);
        int leader = workspace.Groups.LeaderOf(number);
        int rank = workspace.Groups.Ranked.IndexOf(leader);
        (float choice, float? term) = ConceptAssembler.Needed(workspace.Text, in own);
        PhraseFate fate = rank < 0 ? ConceptAssembler.IsNoOneThing(workspace, in own) ? PhraseFate.NoCandidate : PhraseFate.Unlikely : leader == number ? PhraseFate.Listed : PhraseFate.OtherSpelling;
        return new PhraseVerdict(fate, own.Score, choice, own.TermScore, term, rank < 0 ? null : draft.Concepts[rank].Name);
    }

    private static bool StandsIn(TaggedText text, ulong phrase)
    {
        for (int first = 0; first < text.Count; first++)
        {
            for (int last = first; last < Math.Min(text.Count, first + CandidateSet.LongestMention); last++)
            {
                if (text.PhraseOf(first, last) == phrase)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
