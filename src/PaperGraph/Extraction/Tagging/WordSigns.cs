namespace PaperGraph.Extraction.Tagging;

/// <summary>Short lists of words that one form is looked up in: told once a word (<see cref="WordCache"/>), asked once a token.</summary>
[Flags]
internal enum WordSigns : byte
{
    None = 0,

    /// <summary><c>we</c>, <c>our</c>.</summary>
    FirstPerson = 1,

    /// <summary><c>this</c>, <c>the</c>: what may stand before <see cref="Publication"/>.</summary>
    Points = 2,

    /// <summary><c>paper</c>, <c>survey</c>.</summary>
    Publication = 4,

    /// <summary>Verbs with which authors put forward what is theirs: <c>propose</c>, <c>called</c>.</summary>
    Presents = 8,

    /// <summary>Verbs with which authors say what they do: <c>describe</c>, <c>investigate</c>.</summary>
    Describes = 16,

    /// <summary><see cref="EvaluativeWords.Always"/>.</summary>
    AlwaysEvaluative = 32,

    /// <summary><see cref="EvaluativeWords.Mostly"/>.</summary>
    MostlyEvaluative = 64,

    /// <summary>A mark that may be part of a name: <c>&amp;</c>, <c>+</c>.</summary>
    JoiningMark = 128,
}

internal static class WordSign
{
    /// <param name="form">Lower case.</param>
    public static WordSigns Of(ReadOnlySpan<char> form) =>
        (form is "we" or "our" ? WordSigns.FirstPerson : 0)
        | (form is "this" or "the" ? WordSigns.Points : 0)
        | (form is "paper" or "work" or "article" or "study" or "thesis" or "survey" ? WordSigns.Publication : 0)
        | (IsPresenting(form) ? WordSigns.Presents : 0)
        | (form is "describe" or "describes" or "described" or "study" or "investigate" or "call" ? WordSigns.Describes : 0)
        | (EvaluativeWords.Always(form) ? WordSigns.AlwaysEvaluative : 0)
        | (EvaluativeWords.Mostly(form) ? WordSigns.MostlyEvaluative : 0)
        | (form is "-" or "/" or "'" or "&" or "+" or "*" ? WordSigns.JoiningMark : 0);

    private static bool IsPresenting(ReadOnlySpan<char> form) => form is "propose" or "proposes" or "proposed" or "introduce" or "introduces" or "introduced" or "present" or "presents" or "presented"
        or "develop" or "develops" or "developed" or "design" or "called" or "named" or "dubbed";
}
