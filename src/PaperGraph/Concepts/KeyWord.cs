namespace PaperGraph.Concepts;

/// <summary>A word of a name on its way into the key.</summary>
internal struct KeyWord
{
    /// <summary>As written at first; lower case, singular and American in the end, unless <see cref="KeepsCase"/>.</summary>
    public string Text;

    /// <summary>Whether a hyphen, or nothing at all, stands between it and the word before.</summary>
    public bool IsTight;

    /// <summary>A name by its looks: an inner capital, a digit in it or after it, or capitals alone.</summary>
    public bool IsName;

    /// <summary>Letters were all capitals, a plural s aside.</summary>
    public bool IsAcronym;

    /// <summary>A single capital letter.</summary>
    public bool IsCapital;

    public bool KeepsCase;

    public readonly bool IsNumber => Text.Length > 0 && char.IsAsciiDigit(Text[0]);
}
