using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What the corpus taught about a word.</summary>
/// <param name="Frequency">Bin of its document frequency, 1 (rare) to 15; 0 for an unknown word.</param>
/// <param name="Class">Its distributional class, from 1; 0 for none.</param>
/// <param name="CoarseClass">The class of classes, likewise.</param>
/// <param name="TagAndCase">Its part of speech + 1 where it nearly always is that one, else 0; whether it has an object; and whether people write it with a capital.</param>
internal readonly record struct WordAttributes(byte Frequency, byte Class, byte CoarseClass, byte TagAndCase)
{
    private const byte ObjectFlag = 64;
    private const byte CasedFlag = 128;

    public WordAttributes(byte frequency, byte wordClass, byte coarseClass, byte onlyTag, bool isCased, bool takesObject = false)
        : this(frequency, wordClass, coarseClass, (byte)(onlyTag | (takesObject ? ObjectFlag : 0) | (isCased ? CasedFlag : 0)))
    {
    }

    public int OnlyTag => TagAndCase & ~(ObjectFlag | CasedFlag);

    /// <summary>Whether it is a verb in <c>-ing</c> that often has an object: after a noun it begins a clause (<c>images containing text</c>), unlike that of <c>machine learning</c>.</summary>
    public bool TakesObject => (TagAndCase & ObjectFlag) != 0;

    /// <summary>Whether it mostly has a capital inside a sentence: <c>Gaussian</c>, <c>ImageNet</c>.</summary>
    public bool IsCased => (TagAndCase & CasedFlag) != 0;
}

/// <summary>Words, by the hash of their lower-case form, with what the corpus taught about them.</summary>
internal sealed class Lexicon(KeyTable keys, WordAttributes[] attributes)
{
    public KeyTable Keys { get; } = keys;

    public WordAttributes[] Attributes { get; } = attributes;

    public WordAttributes this[ulong word] => Keys.Find(word) is >= 0 and int slot ? Attributes[slot] : default;

    public static Lexicon Read(ModelFile file) => new(new KeyTable(file.Section<uint>("lexicon.keys")), file.Section<WordAttributes>("lexicon.attributes"));
}
