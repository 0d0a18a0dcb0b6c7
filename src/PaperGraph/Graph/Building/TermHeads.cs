using System.Buffers;
using System.Collections.Frozen;
using PaperGraph.Concepts;

namespace PaperGraph.Graph.Building;

/// <summary>Which broader term a term contains as its head: <c>graph neural network</c> is a <c>neural network</c>, <c>sparse mixture of experts</c> a <c>mixture of experts</c>, and no
/// <c>expert</c>.</summary>
/// <remarks>The head of an English noun phrase is its last word, or the last before a preposition that follows a noun. A preposition inside a modifier (<c>out-of-distribution detection</c>,
/// <c>chain of thought prompting</c>) is told by its hyphens, or by the modifier's being a term itself.</remarks>
internal static class TermHeads
{
    private const int LongestPreposition = 7;

    private static readonly FrozenSet<string> s_prepositions = FrozenSet.ToFrozenSet(
        ["of", "for", "with", "in", "on", "from", "via", "by", "at", "under", "over", "without", "between", "through", "using", "against", "out", "across", "within", "per", "as", "than"], StringComparer.Ordinal);

    private static readonly SearchValues<char> s_hyphens = SearchValues.Create("-\u2010\u2011\u2013");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_prepositionLookup = s_prepositions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A term does not begin behind these, nor with them.</summary>
    private static readonly FrozenSet<string> s_joints = FrozenSet.ToFrozenSet([.. s_prepositions, "to", "and", "or", "vs", "versus", "the", "a", "an", "not"], StringComparer.Ordinal);

    /// <summary>What is done to the thing named behind them: <c>improving latency</c> is no latency.</summary>
    private static readonly FrozenSet<string> s_deeds = FrozenSet.ToFrozenSet(
    [
        "ablating", "accelerating", "achieving", "adding", "addressing", "aligning", "analyzing", "approximating", "bridging", "building", "combining", "comparing", "compressing", "constructing",
        "controlling", "defending", "demystifying", "distinguishing", "featuring", "deploying", "designing", "detecting", "discovering", "distilling", "enabled", "enabling", "enhancing", "estimating", "evaluating", "examining",
        "exploiting", "exploring", "extracting", "finding", "handling", "identifying", "improving", "incorporating", "increasing", "integrating", "interpreting", "investigating", "leverage",
        "leveraging", "localizing", "maintaining", "making", "managing", "maximizing", "measuring", "minimizing", "mitigating", "modifying", "obtaining", "optimizing", "overcoming", "performing",
        "predicting", "preserving", "preventing", "producing", "providing", "proving", "quantizing", "reconstructing", "recovering", "reducing", "removing", "replacing", "representing", "resolving",
        "restoring", "rethinking", "revisiting", "selecting", "simplifying", "simulating", "solving", "speeding", "stacking", "studying", "synthesizing", "tackling", "thinking", "transferring",
        "translating", "uncovering", "understanding", "unifying", "unlocking", "updating", "using", "utilizing", "validating", "verifying", "visualizing",
    ], StringComparer.Ordinal);

    /// <summary>Partners of equal rank: an <c>encoder-decoder</c> is no decoder.</summary>
    private static readonly FrozenSet<string> s_partners = FrozenSet.ToFrozenSet(
    [
        "encoder decoder", "actor critic", "teacher student", "generator discriminator", "retriever reader", "question answer", "precision recall", "exploration exploitation", "bias variance", "input output",
        "speaker listener", "sender receiver", "speed accuracy", "accuracy latency", "cost accuracy", "accuracy efficiency", "privacy utility", "query key", "key value", "cause effect", "action state", "state action",
        "human robot", "human machine", "human computer", "human ai", "hardware software", "software hardware", "space time", "predator prey",
    ], StringComparer.Ordinal);

    /// <param name="key">A canonical key.</param>
    /// <param name="name">How its node is called.</param>
    /// <param name="spellings">As texts write it.</param>
    /// <param name="isTerm">Whether a key is a concept.</param>
    /// <returns>Keys of concepts that are the term's head, the longest first.</returns>
    public static IEnumerable<string> Of(string key, string name, IEnumerable<string> spellings, Func<string, bool> isTerm)
    {
        if (!key.Contains(' ', StringComparison.Ordinal))
        {
            yield break;
        }

        string[] words = key.Split(' ');
        if (s_deeds.Contains(words[0]))
        {
            yield break;
        }

        int and = Array.FindIndex(words, 1, word => word is "and" or "or");
        if (and > 0 && isTerm(string.Join(' ', words[..and])))
        {
            // Two terms side by side; in "spoken and written language" the first word is none.
            yield break;
        }

        int behind = s_joints.Contains(words[0]) ? -1 : Array.FindIndex(words, 1, s_prepositions.Contains);
        int modifierEnd = behind < 0 ? 0 : EndOfModifier(words, behind, spellings, isTerm);
        int at = 0;
        for (int start = 1; start < words.Length; start++)
        {
            at += words[start - 1].Length + 1;
            if ((behind >= 0 && start > behind && start < modifierEnd) || (s_joints.Contains(words[start]) && !s_prepositions.Contains(words[start])) || s_joints.Contains(words[start - 1]) || s_partners.Contains(words[start - 1] + " " + words[start]))
            {
                continue;
            }

            string head = key[at..];
            if (isTerm(head) && !IsPartOfName(name, head, words))
            {
                yield return head;
            }
        }

        if (behind > 0 && modifierEnd == words.Length)
        {
            // The head and what stands before it, without what is said of it: "mixture of experts" is a mixture.
            string head = string.Join(' ', words[..behind]);
            if (isTerm(head))
            {
                yield return head;
            }

            foreach (string shorter in Of(head, head, [], isTerm))
            {
                yield return shorter;
            }
        }
    }

    /// <summary>Whether hyphens in its spellings say where the head is.</summary>
    public static bool NeedsSpellings(string key)
    {
        foreach (Range word in key.AsSpan().Split(' '))
        {
            if (s_prepositionLookup.Contains(key.AsSpan(word)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>out-of-distribution detection</c>: a word in which a preposition stands between hyphens.</summary>
    public static bool HasHyphenedPreposition(string text)
    {
        for (int from = text.AsSpan().IndexOfAny(s_hyphens); from >= 0;)
        {
            int to = text.AsSpan(from + 1).IndexOfAny(s_hyphens) is >= 0 and int next ? from + 1 + next : -1;
            if (to > 0 && to - from <= LongestPreposition + 1 && s_prepositions.Contains(text[(from + 1)..to].ToLowerInvariant()))
            {
                return true;
            }

            from = to;
        }

        return false;
    }

    /// <summary>Where the head may begin again behind a modifier that holds a preposition; the number of words where the preposition's phrase is the end.</summary>
    private static int EndOfModifier(string[] words, int preposition, IEnumerable<string> spellings, Func<string, bool> isTerm)
    {
        int end = words.Length;
        foreach (string spelling in spellings)
        {
            string[] parts = spelling.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            int hyphened = Array.FindLastIndex(parts, HasHyphenedPreposition);
            if (hyphened >= 0 && hyphened + 1 < parts.Length)
            {
                int left = ConceptKey.Of(string.Join(' ', parts[(hyphened + 1)..])).Count(character => character == ' ') + 1;
                end = Math.Min(end, Math.Max(preposition + 2, words.Length - left));
            }
        }

        for (int prefix = preposition + 2; prefix < end; prefix++)
        {
            if (!s_joints.Contains(words[prefix]) && isTerm(string.Join(' ', words[..prefix])))
            {
                return prefix;
            }
        }

        return end;
    }

    /// <summary>The last word of a name with a number is part of it (<c>Grounding DINO 1.5 Edge</c>) where it is a capital that shows it to be.</summary>
    private static bool IsPartOfName(string name, string head, string[] words)
    {
        int space = name.LastIndexOf(' ');
        return space > 0 && space + 1 < name.Length && !head.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[space + 1]) && !char.IsUpper(head[0]) && words.Any(word => word.Length > 0 && char.IsAsciiDigit(word[0]))
            && name[(space + 1)..].Skip(1).All(char.IsLower);
    }
}
