namespace PaperGraph.Graph.Image;

/// <summary>Ordinal order of texts, kept in UTF-8.</summary>
internal static class KeyOrder
{
    /// <summary>Compares UTF-8 as <see cref="StringComparer.Ordinal"/> compares the same texts in UTF-16.</summary>
    public static int Compare(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        int same = first.CommonPrefixLength(second);
        if (same == first.Length || same == second.Length)
        {
            return first.Length.CompareTo(second.Length);
        }

        // Characters beyond U+FFFF (from 0xF0) are written with surrogates, which stand before U+E000 to U+FFFF (from 0xEE) in UTF-16.
        int a = first[same], b = second[same];
        return a >= 0xEE && b >= 0xEE && a >= 0xF0 != b >= 0xF0 ? b.CompareTo(a) : a.CompareTo(b);
    }
}
