using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What the corpus taught about a phrase, in bins of 0 to 15; all 0 for a phrase that it does not know.</summary>
/// <param name="Frequency">Papers that hold it: bin b stands for some 2^(b/1.5 + 1).</param>
/// <param name="Alone">How often it is a whole noun phrase rather than part of a longer one: 1 never, 15 always.</param>
/// <param name="Keyword">How often authors gave it as a keyword, of the papers with keywords that hold it: 1 never, 15 nearly always; 0 where too few papers could tell.</param>
/// <param name="Spare">Free for another count.</param>
internal readonly record struct PhraseCounts(byte Frequency, byte Alone, byte Keyword, byte Spare)
{
    public ushort Pack() => (ushort)(Frequency | (Alone << 4) | (Keyword << 8) | (Spare << 12));

    public static PhraseCounts Unpack(uint packed) => new((byte)(packed & 15), (byte)((packed >> 4) & 15), (byte)((packed >> 8) & 15), (byte)((packed >> 12) & 15));
}

/// <summary>Phrases, by the hash of their singular words, with their counts in the corpus: four bytes each.</summary>
/// <remarks>A stranger is taken for a known phrase once in some 20,000 times: the price of the size, far below the noise of the counts.</remarks>
internal sealed class PhraseTable(uint[] slots)
{
    public uint[] Slots { get; } = slots;

    public PhraseCounts this[ulong phrase]
    {
        get
        {
            if (Slots.Length == 0)
            {
                return default;
            }

            uint wanted = Mark(phrase);
            uint slot = (uint)(((ulong)(uint)phrase * (uint)Slots.Length) >> 32);
            while (Slots[slot] is not 0 and uint found)
            {
                if (found >> 16 == wanted)
                {
                    return PhraseCounts.Unpack(found);
                }

                slot = slot + 1 == (uint)Slots.Length ? 0 : slot + 1;
            }

            return default;
        }
    }

    public static PhraseTable Read(ModelFile file) => new(file.Section<uint>("phrases"));

    public static PhraseTable Build(IEnumerable<KeyValuePair<ulong, PhraseCounts>> phrases)
    {
        KeyValuePair<ulong, PhraseCounts>[] sorted = [.. phrases.OrderBy(phrase => phrase.Key)];
        uint[] slots = new uint[sorted.Length == 0 ? 0 : (sorted.Length * 5 / 4) + 8];
        foreach ((ulong phrase, PhraseCounts counts) in sorted)
        {
            uint slot = (uint)(((ulong)(uint)phrase * (uint)slots.Length) >> 32);
            while (slots[slot] != 0)
            {
                slot = slot + 1 == (uint)slots.Length ? 0 : slot + 1;
            }

            slots[slot] = (Mark(phrase) << 16) | counts.Pack();
        }

        return new PhraseTable(slots);
    }

    private static uint Mark(ulong phrase) => (uint)(phrase >> 48) | 1;
}
