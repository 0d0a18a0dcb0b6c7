using System.Security.Cryptography;
using System.Text;

namespace PaperGraph.Papers;

/// <summary>A paper's identity: the same normalised title is the same paper.</summary>
/// <remarks>Text form: <c>title:</c> and the first 16 hex digits of the SHA-256 of <see cref="TitleKey"/> in UTF-8. Where one title stands for
/// two papers (both carry different identifiers of one kind), the identifier is hashed in behind a line break.</remarks>
public readonly record struct PaperId : IComparable<PaperId>
{
    private readonly string? _text;

    private PaperId(string text) => _text = text;

    /// <summary>Of a paper that is known by its title alone.</summary>
    public static PaperId OfTitle(string title) => Hash(TitleKey.Of(title));

    /// <summary>Of a paper whose title another paper carries too.</summary>
    /// <param name="identifier">Kind and value in normal form, such as <c>doi:10.1000/182</c> or <c>arxiv:2401.04088</c>.</param>
    public static PaperId OfTitleAndIdentifier(string title, string identifier)
    {
        ArgumentException.ThrowIfNullOrEmpty(identifier);
        return Hash(TitleKey.Of(title) + "\n" + identifier);
    }

    /// <summary>Empty for the default value, which is no paper's.</summary>
    public override string ToString() => _text ?? "";

    public int CompareTo(PaperId other) => string.CompareOrdinal(ToString(), other.ToString());

    public static bool operator <(PaperId left, PaperId right) => left.CompareTo(right) < 0;

    public static bool operator >(PaperId left, PaperId right) => left.CompareTo(right) > 0;

    public static bool operator <=(PaperId left, PaperId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PaperId left, PaperId right) => left.CompareTo(right) >= 0;

    private static PaperId Hash(string text) =>
        new("title:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8)));
}
