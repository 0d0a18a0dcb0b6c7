using PaperGraph.Models;

namespace PaperGraph.Extraction.Tagging;

/// <summary>What the corpus taught about a phrase, in bins; all 0 for a phrase that it does not know.</summary>
/// <param name="Frequency">Papers that hold it: bin b, 1 to 15, stands for some 2^(b/1.2).</param>
/// <param name="Alone">How often it is a whole noun phrase rather than part of a longer one: 1 never, 7 always.</param>
/// <param name="Keyword">How often authors gave it as a keyword, of the papers with keywords that hold it: 1 never, 7 nearly always; 0 where too few papers could tell.</param>
/// <param name="Given">Papers whose authors gave it as a keyword, whether their text holds it or not: 1 for one, then by powers of two, up to 7.</param>
/// <param name="Title">Of the papers that hold it, how many have it in the title: 7 for a third or more, each step below half of that; 0 where too few papers could tell.</param>
internal readonly record struct PhraseCounts(byte Frequency, byte Alone, byte Keyword, byte Given, byte Title)
{
    public ushort Pack() => (ushort)(Frequency | (Alone << 4) | (Keyword << 7) | (Given << 10) | (Title << 13));

    public static PhraseCounts Unpack(uint packed) => new((byte)(packed & 15), (byte)((packed >> 4) & 7), (byte)((packed >> 7) & 7), (byte)((packed >> 10) & 7), (byte)((packed >> 13) & 7));
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

    /// <summary>Says that this phrase will be asked for soon.</summary>
    public void FetchAhead(ulong phrase)
    {
        if (Slots.Length > 0)
        {
            Ahead.Fetch(ref Slots[(uint)(((ulong)(uint)phrase * (uint)Slots.Length) >> 32)]);
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
