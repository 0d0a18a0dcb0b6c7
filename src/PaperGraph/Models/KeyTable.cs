namespace PaperGraph.Models;

/// <summary>64-bit keys → slots, open addressing; a key is known by its upper half, so one in some two thousand million strangers is taken for it.</summary>
internal sealed class KeyTable
{
    private readonly uint[] _fingerprints;

    /// <param name="fingerprints">As <see cref="Build"/> made them; 0 is an empty slot.</param>
    public KeyTable(uint[] fingerprints) => _fingerprints = fingerprints;

    public int Capacity => _fingerprints.Length;

    public uint[] Fingerprints => _fingerprints;

    /// <summary>The key's slot; -1 for a stranger.</summary>
    public int Find(ulong key)
    {
        uint[] fingerprints = _fingerprints;
        if (fingerprints.Length == 0)
        {
            return -1;
        }

        uint wanted = Fingerprint(key);
        uint slot = (uint)(((ulong)(uint)key * (uint)fingerprints.Length) >> 32);
        while (true)
        {
            uint found = fingerprints[slot];
            if (found == wanted)
            {
                return (int)slot;
            }

            if (found == 0)
            {
                return -1;
            }

            if (++slot == (uint)fingerprints.Length)
            {
                slot = 0;
            }
        }
    }

    /// <summary>A table of these keys, taken in ascending order so that the same set gives the same table.</summary>
    public static KeyTable Build(IEnumerable<ulong> keys)
    {
        ulong[] sorted = [.. keys.Distinct().Order()];
        uint[] fingerprints = new uint[sorted.Length == 0 ? 0 : (sorted.Length * 5 / 4) + 8];
        foreach (ulong key in sorted)
        {
            uint slot = (uint)(((ulong)(uint)key * (uint)fingerprints.Length) >> 32);
            while (fingerprints[slot] != 0 && fingerprints[slot] != Fingerprint(key))
            {
                slot = slot + 1 == (uint)fingerprints.Length ? 0 : slot + 1;
            }

            fingerprints[slot] = Fingerprint(key);
        }

        return new KeyTable(fingerprints);
    }

    private static uint Fingerprint(ulong key) => (uint)(key >> 32) | 1;
}
