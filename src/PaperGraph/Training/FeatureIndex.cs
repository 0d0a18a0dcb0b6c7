namespace PaperGraph.Training;

/// <summary>Numbers features from 0 in the order in which they are first seen.</summary>
internal sealed class FeatureIndex
{
    private ulong[] _keys = new ulong[1 << 16];
    private int[] _numbers = new int[1 << 16];
    private readonly List<ulong> _features = [];

    public int Count => _features.Count;

    public IReadOnlyList<ulong> Features => _features;

    /// <summary>The feature's number; -1 for a stranger.</summary>
    public int Find(ulong feature)
    {
        int slot = SlotOf(feature);
        return _numbers[slot] - 1;
    }

    public int FindOrAdd(ulong feature)
    {
        int slot = SlotOf(feature);
        if (_numbers[slot] == 0)
        {
            if (_features.Count * 2 >= _keys.Length)
            {
                Grow();
                slot = SlotOf(feature);
            }

            _features.Add(feature);
            _keys[slot] = feature;
            _numbers[slot] = _features.Count;
        }

        return _numbers[slot] - 1;
    }

    private int SlotOf(ulong feature)
    {
        int mask = _keys.Length - 1;
        // Keys such as pairs of numbers differ in few bits: spread them first.
        int slot = (int)(Extraction.Text.TextHash.Finish(feature * 0x9E3779B97F4A7C15) & (ulong)mask);
        while (_numbers[slot] != 0 && _keys[slot] != feature)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _keys = new ulong[_keys.Length * 2];
        _numbers = new int[_keys.Length];
        for (int i = 0; i < _features.Count; i++)
        {
            int slot = SlotOf(_features[i]);
            _keys[slot] = _features[i];
            _numbers[slot] = i + 1;
        }
    }
}
