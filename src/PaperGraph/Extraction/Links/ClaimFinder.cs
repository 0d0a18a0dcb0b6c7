using System.Buffers;
using PaperGraph.Papers;

namespace PaperGraph.Extraction.Links;

/// <summary>Finds what the authors say they release, or will, without an address.</summary>
/// <remarks>A claim needs a predicate of release and its argument: the subject of <c>is available</c>, the object of <c>we release</c>. Other people's
/// things stand in no such place, or behind a word that gives them away (<c>existing</c>, <c>when</c>, <c>that are</c>); the codes of coding theory are
/// never released.</remarks>
internal static class ClaimFinder
{
    private const Cue Code = Cue.Code | Cue.Software | Cue.Service;

    private static readonly (Cue Of, ReleasedThing What)[] Kinds =
        [(Code, ReleasedThing.Code), (Cue.Data, ReleasedThing.Data), (Cue.Model, ReleasedThing.Model), (Cue.Demo, ReleasedThing.Demo)];

    private static readonly SearchValues<string> Anchors = SearchValues.Create(
        [
            "releas", "Releas", "vailab", "avaliab", "pen-sourc", "pen sourc", "pensourc", " public", "ccessible", "hare our", "hare the", "be shared",
            "rovide our ", "rovide the code", "rovide the source", "rovide source", "rovide code", "sharing our", "are shared", "publish our", "publish the", "be publish", "uploaded", "attached", "ownloaded", "ithub", "itHub", "ink1",
        ],
        StringComparison.Ordinal);

    /// <param name="addresses">Places of the addresses, ascending.</param>
    /// <param name="covered">Things that the links' own sentences name: they are claimed no second time.</param>
    public static void Find(ExtractionDraft draft, IReadOnlyList<TextSpan> addresses, Cue covered)
    {
        string text = draft.Abstract;
        int from = 0;
        int address = 0;
        List<CueWord>? words = null;
        while (from < text.Length && text.AsSpan(from).IndexOfAny(Anchors) is >= 0 and int hit)
        {
            TextSpan sentence = ReleaseSentence.Around(text, new TextSpan(from + hit, from + hit + 1));
            int end = Math.Max(sentence.End, from + hit + 1);
            int start = AfterAddresses(addresses, ref address, Math.Max(sentence.Start, from), end);
            CueWords.Read(text, start, end, words ??= []);
            Read(draft, new WordRun(text, words), new TextSpan(start, end), ref covered);
            from = end;
        }
    }

    /// <summary>What a sentence says before its addresses belongs to these.</summary>
    /// <param name="next">The first address that may lie in this sentence or behind it.</param>
    private static int AfterAddresses(IReadOnlyList<TextSpan> addresses, ref int next, int start, int end)
    {
        for (; next < addresses.Count && addresses[next].End <= end; next++)
        {
            start = Math.Max(start, addresses[next].End);
        }

        return start;
    }

    private static void Read(ExtractionDraft draft, WordRun words, TextSpan sentence, ref Cue covered)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (!words.Is(i, ClaimWords.Predicates))
            {
                continue;
            }

            (Cue things, ReleaseStatus status) = PassiveRelease.At(words, draft.Title, i);
            if (things == Cue.None)
            {
                (things, status) = ActiveRelease.At(words, draft.Title, i);
            }

            if (things == Cue.None)
            {
                (things, status) = (OfferedThing.At(words, i), ReleaseStatus.Released);
            }

            Add(draft, things, status, sentence, ref covered);
        }
    }

    private static void Add(ExtractionDraft draft, Cue things, ReleaseStatus status, TextSpan sentence, ref Cue covered)
    {
        // "Our resources" are code first of all, where nothing else is named.
        Cue named = things & (Code | Cue.Data | Cue.Model | Cue.Demo);
        named = named == Cue.None && (things & Cue.Resource) != 0 ? Cue.Code : named;
        if (named == Cue.None)
        {
            return;
        }

        foreach ((Cue of, ReleasedThing what) in Kinds)
        {
            if ((named & of) != 0 && (covered & of) == 0)
            {
                draft.Claims.Add(new ReleaseClaim(what, status, sentence));
                covered |= of;
            }
        }
    }
}
