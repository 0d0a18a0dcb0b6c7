using System.Collections.Immutable;

namespace PaperGraph.Concepts;

/// <summary>What a line of a vocabulary file does.</summary>
public enum VocabularyVerb
{
    /// <summary>Two names or more are one concept.</summary>
    Same,

    /// <summary>Two spellings are two concepts.</summary>
    Apart,

    /// <summary>What a concept's node is called.</summary>
    Name,

    /// <summary>No node at all.</summary>
    Drop,
}

/// <summary>One line of a user's own vocabulary.</summary>
/// <param name="Names">As written, trimmed: two or more for <see cref="VocabularyVerb.Same"/>, two for <see cref="VocabularyVerb.Apart"/> and <see cref="VocabularyVerb.Name"/>, one for
/// <see cref="VocabularyVerb.Drop"/>.</param>
/// <param name="Line">Where it stands in its file, from 1.</param>
public sealed record VocabularyRule(VocabularyVerb Verb, ImmutableArray<string> Names, int Line)
{
    /// <summary>The line as a file would have it, such as <c>same A = B</c>: two rules of one text do the same.</summary>
    public override string ToString() => WordOf(Verb) + " " + string.Join(SeparatorOf(Verb), Names);

    internal static string WordOf(VocabularyVerb verb) => verb switch
    {
        VocabularyVerb.Same => "same",
        VocabularyVerb.Apart => "apart",
        VocabularyVerb.Name => "name",
        _ => "drop",
    };

    internal static string SeparatorOf(VocabularyVerb verb) => verb == VocabularyVerb.Apart ? " | " : " = ";
}

/// <summary>A line of a vocabulary file that cannot be followed.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong, with the text, and what would be right.</param>
public sealed record VocabularyProblem(int Line, string Message);
