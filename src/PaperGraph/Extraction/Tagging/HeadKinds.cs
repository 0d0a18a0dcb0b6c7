using PaperGraph.Extraction.Text;
using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Of what types the terms are that end in a word, over all of the corpus: a <c>camera</c> is what it is, whatever one sentence makes the tagger think.</summary>
/// <param name="shares">By slot of <paramref name="keys"/>, then type, without <see cref="TermLabel.Generic"/>; 255 is all.</param>
/// <param name="named">By slot: the type + 1 that class words after a name say it has (<c>GPT-4 models</c>, <c>ImageNet dataset</c>); 0 where they are few or do not agree.</param>
internal sealed class HeadKinds(KeyTable keys, byte[] shares, byte[] named)
{
    public const int Types = TermLabel.Generic;

    public KeyTable Keys { get; } = keys;

    public byte[] Shares { get; } = shares;

    public byte[] Named { get; } = named;

    public static HeadKinds Read(ModelFile file) => new(new KeyTable(file.Section<uint>("kinds.keys")), file.Section<byte>("kinds.shares"), file.Section<byte>("kinds.named"));

    /// <summary>The type that class words say a name has; -1 for what is no name, and where they do not tell.</summary>
    public int NamedTypeOf(TaggedText text, int token) =>
        IsName(text, NameAt(text, token)) && HeadOf(text, token) is var word && word != 0 && Keys.Find(word) is >= 0 and int slot ? Named[slot] - 1 : -1;

    /// <summary>Whether the token is written as a name: a capital that no sentence's start explains, or a digit.</summary>
    public static bool IsName(TaggedText text, int token) => text.Text[token] is { Kind: TokenKind.Word } written
        && (written.Has(TokenTraits.AllUpper | TokenTraits.InnerUpper | TokenTraits.HasDigit) || (written.Has(TokenTraits.InitialUpper) && text.Words[token].IsCased));

    /// <summary>Shares of the types, of 255; empty for a word that ends too few terms.</summary>
    public ReadOnlySpan<byte> Of(TaggedText text, int head) =>
        HeadOf(text, head) is var word && word != 0 && Keys.Find(word) is >= 0 and int slot ? Shares.AsSpan(slot * Types, Types) : [];

    /// <summary>The singular word at the end of a token, the one before a version's number there (<c>GPT-4</c>, <c>Llama 2</c>); 0 where it has none.</summary>
    public static ulong HeadOf(TaggedText text, int token)
    {
        token = NameAt(text, token);
        ReadOnlySpan<ulong> parts = text.PartsOf(token);
        return parts.IsEmpty ? 0 : parts.Length > 1 && EndsInVersion(text.Text.FormOf(token)) ? parts[^2] : parts[^1];
    }

    /// <summary>The token itself, or the one before it where it is a number.</summary>
    private static int NameAt(TaggedText text, int token) => text.Text[token].Kind == TokenKind.Number && token > 0 ? token - 1 : token;

    private static bool EndsInVersion(ReadOnlySpan<char> form) => form.LastIndexOf('-') is >= 0 and var hyphen && hyphen + 1 < form.Length && char.IsAsciiDigit(form[hyphen + 1]);
}
