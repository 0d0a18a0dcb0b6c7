namespace PaperGraph.Extraction.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner hyphens, digits and apostrophes.</summary>
    Word,

    Number,

    /// <summary>A possessive <c>'s</c>, apart from its noun.</summary>
    Possessive,

    Punctuation,

    /// <summary>A formula between dollar signs, or a LaTeX command that stands for text.</summary>
    Formula,

    /// <summary>A web or mail address, a citation command.</summary>
    Address,
}

[Flags]
internal enum TokenTraits : ushort
{
    None = 0,
    InitialUpper = 1,

    /// <summary>Two or more letters, all capital (a plural s does not count).</summary>
    AllUpper = 2,

    /// <summary>A capital letter after the first letter of a part, with a small one in the token.</summary>
    InnerUpper = 4,
    HasDigit = 8,
    HasHyphen = 16,
    SpaceBefore = 32,
    SentenceStart = 64,

    /// <summary>Ends in a hyphen, as the first half of <c>pre- and post-training</c>.</summary>
    Suspended = 128,

    /// <summary>Written in the title, not in the abstract.</summary>
    Title = 256,

    /// <summary>Stands between an opening bracket and its close.</summary>
    Bracketed = 512,
}

/// <summary>A token's place and form.</summary>
/// <param name="Start">First character in its own text, title or abstract, in UTF-16 code units.</param>
/// <param name="End">One past the last.</param>
/// <param name="FormStart">Where its lower-case, repaired form starts in <see cref="TokenizedText"/>'s buffer.</param>
/// <param name="FormLength">Length of that form; 0 only for formulas that hold no letter.</param>
/// <param name="Hash">Hash of that form (<see cref="TextHash"/>).</param>
internal readonly record struct Token(int Start, int End, int FormStart, int FormLength, TokenKind Kind, TokenTraits Traits, ulong Hash)
{
    public bool Has(TokenTraits traits) => (Traits & traits) != 0;
}
