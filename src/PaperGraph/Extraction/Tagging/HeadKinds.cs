using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>Of what types the terms are that end in a word, over all of the corpus: a <c>camera</c> is what it is, whatever one sentence makes the tagger think.</summary>
/// <param name="shares">By slot of <paramref name="keys"/>, then type, without <see cref="TermLabel.Generic"/>; 255 is all.</param>
internal sealed class HeadKinds(KeyTable keys, byte[] shares)
{
    public const int Types = TermLabel.Generic;

    public KeyTable Keys { get; } = keys;

    public byte[] Shares { get; } = shares;

    public static HeadKinds Read(ModelFile file) => new(new KeyTable(file.Section<uint>("kinds.keys")), file.Section<byte>("kinds.shares"));

    /// <summary>Shares of the types, of 255; empty for a word that ends too few terms.</summary>
    public ReadOnlySpan<byte> Of(TaggedText text, int head) =>
        HeadOf(text, head) is var word && word != 0 && Keys.Find(word) is >= 0 and int slot ? Shares.AsSpan(slot * Types, Types) : [];

    /// <summary>The singular word at the end of a token; 0 where it has none.</summary>
    public static ulong HeadOf(TaggedText text, int token) => text.PartsOf(token) is { IsEmpty: false } parts ? parts[^1] : 0;
}
